// Whole journeys in a browser, on the built site: `make e2e`.
import { defineConfig } from '@playwright/test';
import { CHROMIUM } from './support/chromium.mjs';

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.mjs',
  outputDir: '../../test-results',
  snapshotPathTemplate: '{testDir}/snapshots/{testFileName}/{arg}-{projectName}{ext}',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 60_000,
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  use: { launchOptions: CHROMIUM, locale: 'nl-NL', timezoneId: 'Europe/Amsterdam' },
  projects: [
    { name: 'phone', use: { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true } },
    { name: 'tablet', use: { viewport: { width: 1024, height: 768 }, hasTouch: true } },
  ],
});
