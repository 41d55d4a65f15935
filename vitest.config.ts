import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{src,server,stand-in,scripts,bench}/**/*.test.{ts,tsx}', '*.test.ts'],
    environment: 'node',
    // Nothing of ours keeps state in a module, so files may share them: half the time went into loading the AWS SDK anew.
    pool: 'threads',
    isolate: false,
  },
});
