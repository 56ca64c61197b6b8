import { defineConfig } from '@playwright/test'
import { chromiumArguments } from './scripts/chromium.mjs'

const executablePath = process.env['POSTIL_CHROMIUM'] ?? '/usr/bin/chromium'

/** Stories in a real browser, on the web host. Each starts a host of its own on a project of its own. */
export default defineConfig({
  testDir: 'tests/e2e',
  fullyParallel: false,
  workers: 1,
  // on a busy machine a story is told once more; that it needed it is printed as “flaky”
  retries: process.env['CI'] === 'true' ? 1 : 0,
  timeout: 240_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
  use: {
    viewport: { width: 1280, height: 720 },
    locale: 'en-GB',
    launchOptions: { executablePath, args: chromiumArguments },
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
  },
})
