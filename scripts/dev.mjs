// npm run dev [-- FILE.postil]: the web host from the sources, started anew at every change of
// them, and the window built anew at every change of its own. Reload the page to see it.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { buildApp } from './build.mjs'
import { root } from './install.mjs'
import { ensureSample, samplePath } from './sample-file.mjs'

buildApp()
ensureSample()
const rest = process.argv.slice(2)
const file = rest.length > 0 ? rest : [samplePath]
const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
const watchWindow = [
  vite,
  'build',
  'src/renderer',
  '--outDir',
  join(root, 'out', 'renderer'),
  '--watch',
  '--logLevel',
  'warn',
]
const watchHost = [
  '--watch-path=src/core',
  '--watch-path=src/shared',
  '--watch-path=src/web',
  '--watch-path=out/renderer',
  'src/web/index.ts',
]
const quiet = '--disable-warning=ExperimentalWarning'
const children = [watchWindow, [quiet, ...watchHost, ...file]].map(args =>
  spawn(process.execPath, args, { cwd: root, stdio: 'inherit' }),
)
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    for (const child of children) child.kill(signal)
  })
}
