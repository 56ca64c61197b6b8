// Builds the three bundles (main, preload, renderer) when a source is newer than the last build.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { root } from './install.mjs'

const out = join(root, 'out')
const sources = ['src', 'electron.vite.config.ts', 'package-lock.json', 'package.json']

function newest(path) {
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.mtimeMs
  return readdirSync(path).reduce((most, name) => Math.max(most, newest(join(path, name))), 0)
}

export function buildApp() {
  const built = join(out, 'renderer', 'index.html')
  if (
    existsSync(built) &&
    statSync(built).mtimeMs > Math.max(...sources.map(path => newest(join(root, path))))
  )
    return
  console.log('Building Postil…')
  const tool = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const env = {
    ...process.env,
    ELECTRON_OVERRIDE_DIST_PATH: '/nonexistent/electron',
    ELECTRON_EXEC_PATH: process.execPath,
  }
  const result = spawnSync(process.execPath, [tool, 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env,
  })
  if (result.status !== 0) process.exit(result.status ?? 1)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) buildApp()
