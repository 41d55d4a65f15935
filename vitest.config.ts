import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['{src,server,stand-in,scripts,bench}/**/*.test.{ts,tsx}', '*.test.ts'], environment: 'node' },
});
