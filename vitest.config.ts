import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const env = {
  // the electron package would download its binary when loaded under plain Node
  ELECTRON_OVERRIDE_DIST_PATH: '/nonexistent/electron',
  ELECTRON_SKIP_BINARY_DOWNLOAD: '1',
}
const alias = { electron: fileURLToPath(new URL('./tests/support/electron/index.ts', import.meta.url)) }
const shared = {
  env,
  testTimeout: 60_000,
  hookTimeout: 60_000,
  pool: 'forks' as const,
  maxWorkers: 2,
  setupFiles: ['./tests/support/laws.ts'],
}

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          ...shared,
          name: 'node',
          environment: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/e2e/**', 'tests/e2e-electron/**', 'tests/renderer/**'],
          server: { deps: { inline: [/electron/] } },
        },
      },
      {
        test: {
          ...shared,
          name: 'dom',
          environment: 'happy-dom',
          include: ['tests/renderer/**/*.test.{ts,tsx}'],
        },
      },
    ],
  },
})
