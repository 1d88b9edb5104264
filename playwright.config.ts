import { defineConfig } from '@playwright/test';
import { specsUsing } from './test/e2e/support/specs-using.ts';
import type { Host } from './test/e2e/support/test.ts';
import { findBrowser } from './test/helpers/browser.ts';

const executablePath = findBrowser() ?? undefined;

/**
 * End-to-end specs against the real engine, the real headless host and an installed Chromium-family browser. Screenshots of
 * every view are kept in test-results/screens for whoever changes a view to look at.
 */
export default defineConfig<object, { host: Host }>({
  testDir: 'test/e2e',
  globalSetup: './test/e2e/support/build-page.ts',
  outputDir: 'test-results/e2e',
  timeout: 90_000,
  expect: { timeout: 15_000 },
  workers: 1,
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  reporter: [['list']],
  use: {
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  // The desktop projects run wherever Electron's runtime is; elsewhere each of their tests is named as not run.
  projects: [
    { name: 'browser', testMatch: 'specs/*.spec.ts' },
    {
      name: 'desktop-demo',
      testMatch: ['desktop/*.spec.ts', ...specsUsing('demo')],
      testIgnore: 'desktop/own-file.spec.ts',
      use: { host: 'desktop-demo' },
    },
    {
      name: 'desktop-file',
      testMatch: ['desktop/own-file.spec.ts', ...specsUsing('serve')],
      use: { host: 'desktop-file' },
    },
  ],
});
