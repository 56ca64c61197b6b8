// npm test: format, lint, types, unit and host tests, browser stories, and what was not run and why.
// --quick leaves out the browser.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { findChromium } from './chromium.mjs'
import { electronProgram } from './electron.mjs'
import { root } from './install.mjs'

const quick = process.argv.includes('--quick')
const isCI = process.env.CI === 'true'
const bin = (...parts) => join(root, 'node_modules', ...parts)
const results = []
const reports = mkdtempSync(join(tmpdir(), 'postil-test-'))
const unitReport = join(reports, 'unit.json')

function step(name, script, args, env = {}) {
  console.log(`\n— ${name}`)
  const began = Date.now()
  const { status } = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', script, ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: '/nonexistent/electron', ...env },
  })
  results.push({
    name,
    state: status === 0 ? 'passed' : 'FAILED',
    note: `${((Date.now() - began) / 1000).toFixed(0)} s`,
  })
  return status === 0
}

const notRun = (name, note, isFailure = false) =>
  results.push({ name, state: isFailure ? 'FAILED' : 'NOT RUN', note })

step('format and lint', bin('@biomejs', 'biome', 'bin', 'biome'), ['check', '--error-on-warnings'])
step('types', bin('typescript', 'bin', 'tsc'), ['-b', 'tsconfig.json'])
step('build', join(root, 'scripts', 'build.mjs'), [])
step('sample project', join(root, 'scripts', 'sample.ts'), [])
step('unit, core and host tests', bin('vitest', 'vitest.mjs'), [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${unitReport}`,
])
if (!quick) browserStories()
electronStories()
report()

function browserStories() {
  const { path, how } = findChromium()
  if (path === null) return notRun('browser stories', how, isCI)
  console.log(`\nChromium: ${how}`)
  step('browser stories', bin('@playwright', 'test', 'cli.js'), ['test'], { POSTIL_CHROMIUM: path })
}

function electronStories() {
  const counter = join(root, 'tests', 'e2e-electron', 'count.mjs')
  const count = spawnSync(process.execPath, [counter], { cwd: root, encoding: 'utf8' }).stdout.trim()
  const program = electronProgram()
  if (!program)
    return notRun(
      `Electron stories (${count})`,
      'Electron’s program is not on this machine; the shell was tested against a model of it',
    )
  step(`Electron stories (${count})`, bin('@playwright', 'test', 'cli.js'), [
    'test',
    '--config',
    'tests/e2e-electron/playwright.config.ts',
  ])
}

/** The failures of a long run, once more where nobody has to look for them. */
function repeatFailures() {
  if (!existsSync(unitReport)) return
  const { testResults } = JSON.parse(readFileSync(unitReport, 'utf8'))
  for (const { name, assertionResults, message } of testResults) {
    const file = relative(root, name)
    if (message && assertionResults.length === 0) console.log(`\n${file}: ${message.slice(0, 600)}`)
    for (const { status, fullName, failureMessages } of assertionResults) {
      if (status === 'failed')
        console.log(`\n${file}: ${fullName}\n${failureMessages.join('\n').slice(0, 600)}`)
    }
  }
}

function report() {
  if (!existsSync(join(root, '..', 'shared', 'data')) && !process.env.POSTIL_SHARED) {
    notRun('tests on real documents', '../shared is not here')
  }
  console.log('\nSummary')
  for (const { name, state, note } of results) console.log(`  ${state.padEnd(8)} ${name} (${note})`)
  repeatFailures()
  rmSync(reports, { recursive: true })
  const failed = results.some(({ state }) => state === 'FAILED')
  console.log(failed ? '\nSomething failed.' : '\nEverything that was run has passed.')
  process.exit(failed ? 1 : 0)
}
