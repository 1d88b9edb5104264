import { defineConfig } from '@playwright/test';
import { findBrowser } from './test/helpers/browser.ts';

const executablePath = findBrowser() ?? undefined;

/**
 * End-to-end specs against the real engine, the real headless host and an installed Chromium-family browser. Screenshots of
 * every view are kept in test-results/screens for whoever changes a view to look at.
 */
export default defineConfig({
  testDir: 'test/e2e/specs',
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
  projects: [{ name: 'browser' }],
});
