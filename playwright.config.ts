import { defineConfig } from '@playwright/test';
import { chromiumLaunch } from './scripts/find-chromium.ts';

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  globalSetup: './e2e/build.ts',
  workers: 2,
  fullyParallel: true,
  forbidOnly: process.env['CI'] !== undefined,
  timeout: 30_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    browserName: 'chromium',
    launchOptions: chromiumLaunch(),
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    // Traces, videos and pictures of failures would hold tokens and passwords.
    trace: 'off',
    video: 'off',
    screenshot: 'off',
  },
});
