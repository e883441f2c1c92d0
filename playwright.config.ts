import { defineConfig } from '@playwright/test'
import { chromiumFlags, chromiumPath } from './test/support/chromium.ts'

export default defineConfig({
  testDir: 'test/e2e',
  globalSetup: './test/support/global-pages.ts',
  outputDir: 'test-results',
  // Files side by side, the tests of a file one after the other: most of the time a browser waits for a server.
  workers: 2,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['list'], ['json', { outputFile: 'build/test-results/playwright-report.json' }]],
  use: {
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    trace: 'off',
    launchOptions: { executablePath: await chromiumPath(), args: chromiumFlags() },
  },
})
