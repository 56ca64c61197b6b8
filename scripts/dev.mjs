// npm run dev [-- FILE.postil]: builds and serves, anew at every change below src. It prints a
// new address each time.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from './install.mjs'

const args = [
  '--disable-warning=ExperimentalWarning',
  '--watch-path=src',
  join('scripts', 'dev-host.mjs'),
  ...process.argv.slice(2),
]
const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.on('exit', code => process.exit(code ?? 0))
