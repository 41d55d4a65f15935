import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { editorBuild } from './vite.editor.ts';
import { firstPaint } from './vite.first-paint.ts';
import { startInOneChunk } from './vite.start.ts';

export default defineConfig({
  plugins: [react(), firstPaint(), startInOneChunk(), ...editorBuild()],
  // amazon-cognito-identity-js reaches for Node's name of the global object.
  define: { global: 'globalThis' },
  build: { target: 'es2023', sourcemap: false, modulePreload: { polyfill: false } },
});
