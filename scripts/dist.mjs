// npm run dist [-- electron-builder's own options]: builds and packages for this system, or for
// those that the options name. Electron is fetched by electron-builder.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { buildApp } from './build.mjs'
import { root } from './install.mjs'
import { ensureSample } from './sample-file.mjs'

buildApp()
ensureSample()
const tool = join(root, 'node_modules', 'electron-builder', 'cli.js')
const result = spawnSync(process.execPath, [tool, '--publish', 'never', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
})
process.exit(result.status ?? 1)
