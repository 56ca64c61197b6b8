// npm start [-- FILE.postil] [--web] [--port N]: the desktop window where Electron's program
// is at hand or can be fetched, else the same app from the local web host.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { buildApp } from './build.mjs'
import { electronProgram, fetchElectron } from './electron.mjs'
import { root } from './install.mjs'
import { ensureSample } from './sample-file.mjs'

const ONE_DAY = 24 * 60 * 60 * 1000
const noElectron = join(root, 'node_modules', '.cache', 'postil-no-electron')

const args = process.argv.slice(2)
const web = args.includes('--web')
const rest = args.filter(arg => arg !== '--web')
const file = rest.find(arg => !arg.startsWith('-') && arg !== optionValue('--port'))
if (file !== undefined && !existsSync(file)) {
  console.error(
    `There is no file at ${resolve(file)}. Check the name, or make a project there with: npm run -s postil -- new ${file}`,
  )
  process.exit(1)
}

buildApp()
ensureSample()
const program = web ? null : (electronProgram() ?? tryToFetch())
if (program) run(program, [root, ...rest])
else {
  if (!web)
    console.log('Electron’s program cannot be had on this machine, so Postil opens in your browser instead.')
  run(process.execPath, [
    join(root, 'out', 'main', 'web.js'),
    ...(file === undefined ? ['--sample'] : []),
    ...rest,
  ])
}

function optionValue(option) {
  const at = rest.indexOf(option)
  return at < 0 ? undefined : rest[at + 1]
}

/** A failed fetch is remembered for a day, so that every start does not wait for it again. */
function tryToFetch() {
  const failedAt = existsSync(noElectron) ? Number(readFileSync(noElectron, 'utf8')) : 0
  if (Date.now() - failedAt < ONE_DAY) return null
  console.log('Fetching Electron (once)…')
  const fetched = fetchElectron()
  if (!fetched) writeFileSync(noElectron, String(Date.now()))
  return fetched
}

function run(command, commandArgs) {
  const env = { ...process.env }
  delete env.ELECTRON_OVERRIDE_DIST_PATH
  const child = spawn(command, commandArgs, { stdio: 'inherit', env })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  child.on('exit', code => process.exit(code ?? 0))
}
