// Whole journeys in a browser, on the built site: `make e2e`.
import { defineConfig } from '@playwright/test';
import { CHROMIUM } from './support/chromium.mjs';

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.mjs',
  outputDir: '../../test-results',
  // A slow machine is no fault of the app; what is slow is measured by the benchmark.
  expect: { timeout: 20_000, toMatchAriaSnapshot: { pathTemplate: '{testDir}/snapshots/{arg}{ext}', children: 'deep-equal' } },
  fullyParallel: true,
  workers: 2,
  // A machine that stalls; what passed later only is told as flaky, with why.
  retries: 2,
  timeout: 180_000,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['./support/summary.mjs']],
  use: { launchOptions: CHROMIUM, locale: 'nl-NL', timezoneId: 'Europe/Amsterdam' },
  projects: [
    { name: 'phone', use: { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true } },
    // What a larger screen could change.
    { name: 'tablet', testMatch: /(site|whole|screens)\.spec/, use: { viewport: { width: 1024, height: 768 }, hasTouch: true } },
  ],
});
