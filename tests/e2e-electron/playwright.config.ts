import { defineConfig } from '@playwright/test'

/** Stories on the real desktop program; they run only where Electron's binary is. */
export default defineConfig({
  testDir: '.',
  fullyParallel: false,
  workers: 1,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
})
