// The one door of every npm script. It runs on whatever Node the machine has, installs
// what is missing, and then hands over to the Node that this project is pinned to.
import { spawn } from 'node:child_process'
import { ensureInstalled, pinnedNode } from './install.mjs'

const [task, ...rest] = process.argv.slice(2)

const TASKS = {
  start: ['scripts/start.mjs'],
  test: ['scripts/test.mjs'],
  bench: ['bench/index.ts'],
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
const child = spawn(pinnedNode(), [...quiet, ...command, ...rest], { stdio: 'inherit', env })
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
