// npm run dist [-- --linux --x64 …]: packages Postil for this system (electron-builder's own
// options choose others). --dry looks at what would go in, without a network.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { buildApp } from './build.mjs'
import { root } from './install.mjs'
import { ensureSample } from './sample-file.mjs'

const args = process.argv.slice(2)
const packageWith = args.includes('--dry')
  ? [join('tests', 'packaging', 'dry-run.mjs')]
  : [join('node_modules', 'electron-builder', 'cli.js'), '--config', 'electron-builder.config.js', ...args]

buildApp()
ensureSample()
const result = spawnSync(process.execPath, packageWith, { cwd: root, stdio: 'inherit' })
process.exit(result.status ?? 1)
