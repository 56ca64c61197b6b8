// The one door of every npm script. It runs on whatever Node the machine has, installs
// what is missing, and then hands over to the Node that this project is pinned to.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ensureInstalled, pinnedNode, root } from './install.mjs'

const [task, ...rest] = process.argv.slice(2)

const TASKS = {
  start: ['scripts/start.mjs'],
  test: ['scripts/test.mjs'],
  bench: ['bench/index.ts'],
  'pdf-quality': ['scripts/pdf-quality/index.ts'],
  postil: ['src/cli/index.ts'],
  dev: ['scripts/dev.mjs'],
  build: ['scripts/build.mjs'],
  check: ['scripts/test.mjs', '--quick'],
  fix: ['node_modules/@biomejs/biome/bin/biome', 'check', '--write'],
  sample: ['scripts/sample.ts'],
  dist: ['scripts/dist.mjs'],
}

const command = TASKS[task]
if (!command) {
  console.error(`There is no script “${task}”. There are: ${Object.keys(TASKS).join(', ')}.`)
  process.exit(2)
}

try {
  ensureInstalled()
} catch (error) {
  console.error(error.message)
  process.exit(1)
}

// Nothing of ours may make the electron package fetch its binary behind our back.
const env = { ELECTRON_OVERRIDE_DIST_PATH: undefined, ...process.env }
const quiet = ['--disable-warning=ExperimentalWarning']
const [script, ...given] = command
// paths on the command line mean the folder that the user stands in, not this one, to which npm goes
const cwd = task === 'postil' || task === 'start' ? (process.env.INIT_CWD ?? root) : root
const child = spawn(pinnedNode(), [...quiet, join(root, script), ...given, ...rest], {
  stdio: 'inherit',
  env,
  cwd,
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
