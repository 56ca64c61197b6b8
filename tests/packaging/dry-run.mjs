// node tests/packaging/dry-run.mjs: packages Postil with a folder that stands in for Electron's
// program, looks at what went in, and runs the packaged core once. Needs a build and the sample,
// and no network. It says "sound" or what is not.
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { extractAll, listPackage } from '@electron/asar'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { Arch, build, Platform } from 'electron-builder'
import config from '../../electron-builder.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const work = mkdtempSync(join(tmpdir(), 'postil-packaging-'))

/** The fuses of a program fresh from Electron: all as Electron ships them. */
const WIRE = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\u0001\u0009101100011'

function standInFor(program) {
  const folder = join(work, `electron-${program}`)
  mkdirSync(join(folder, 'resources'), { recursive: true })
  mkdirSync(join(folder, 'locales'))
  writeFileSync(join(folder, program), `stand-in ${WIRE} end`, { mode: 0o755 })
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'version', 'chrome-sandbox', 'locales/en-US.pak'])
    writeFileSync(join(folder, name), name === 'version' ? 'v45.4.1' : 'stand-in')
  return folder
}

async function packageFor(platform, arch, program) {
  const output = join(work, `${platform.nodeName}-${arch}`)
  await build({
    projectDir: root,
    publish: 'never',
    targets: platform.createTarget('dir', Arch[arch]),
    config: {
      ...config,
      electronDist: standInFor(program),
      directories: { ...config.directories, output },
      // the stand-in is no program that a picture or the archive's checksum could be put into
      win: { ...config.win, signAndEditExecutable: false },
      disableAsarIntegrity: platform === Platform.WINDOWS,
    },
  })
  const unpacked = readdirSync(output).find(name => name.endsWith('unpacked'))
  return join(output, unpacked)
}

function check(folder, platform, arch) {
  const resources = join(folder, 'resources')
  const archive = join(resources, 'app.asar')
  const listed = listPackage(archive, { isPack: false }).map(name => name.replaceAll('\\', '/'))
  const has = name => listed.includes(name)
  for (const name of [
    '/package.json',
    '/LICENSE',
    '/out/main/main.js',
    '/out/main/core-worker.js',
    '/out/main/reading-worker.js',
    '/out/preload/preload.cjs',
    '/out/renderer/index.html',
    '/resources/icon.png',
  ])
    assert.ok(has(name), `${name} is missing`)
  const wrong = listed.filter(name =>
    /^\/(?:src|tests|docs|bench|scripts|dist|resources\/(?:sample|icons))\b|^\/out\/main\/(?:web|cli)\.js$|better-sqlite3\/(?:deps|src)\/|@napi-rs|\.postil$|\.map$|\/(?:react|electron|vite|typescript|playwright)\//.test(
      name,
    ),
  )
  assert.deepEqual(wrong, [], 'what does not belong in the archive')
  const binaries = listed.filter(name => name.endsWith('.node'))
  assert.deepEqual(binaries, [`/node_modules/better-sqlite3/prebuilds/${platform}-${arch}.node`])
  const outside = join(resources, 'app.asar.unpacked', 'node_modules', 'better-sqlite3', 'prebuilds')
  assert.deepEqual(readdirSync(outside), [`${platform}-${arch}.node`])
  assert.deepEqual(
    readFileSync(join(resources, 'sample.postil')),
    readFileSync(join(root, 'resources', 'sample.postil')),
  )
  const size = statSync(archive).size
  assert.ok(size < 40 * 1024 * 1024, `the archive has ${size} bytes`)
  return { archive, files: listed.length, size }
}

async function checkFuses(program) {
  const wire = await getCurrentFuseWire(program)
  const states = Object.fromEntries(
    Object.keys(FuseV1Options)
      .filter(name => Number.isNaN(Number(name)))
      .map(name => [name, FuseState[wire[FuseV1Options[name]]]]),
  )
  assert.deepEqual(states, {
    RunAsNode: 'DISABLE',
    EnableCookieEncryption: 'ENABLE',
    EnableNodeOptionsEnvironmentVariable: 'DISABLE',
    EnableNodeCliInspectArguments: 'DISABLE',
    EnableEmbeddedAsarIntegrityValidation: 'ENABLE',
    OnlyLoadAppFromAsar: 'ENABLE',
    LoadBrowserProcessSpecificV8Snapshot: 'DISABLE',
    GrantFileProtocolExtraPrivileges: 'DISABLE',
    WasmTrapHandlers: 'ENABLE',
  })
}

/** Everything the core needs is in the package: it opens the sample and reads a document of each kind. */
async function runCore(archive) {
  const folder = join(work, 'extracted')
  extractAll(archive, folder)
  const project = join(work, 'sample.postil')
  writeFileSync(project, readFileSync(join(root, 'resources', 'sample.postil')))
  const freight = join(work, 'freight')
  mkdirSync(freight)
  const main = name => new URL(`file://${join(folder, 'out', 'main', name)}`)
  const worker = new Worker(main('core-worker.js'), {
    workerData: { path: project, freightFolder: freight, readingWorker: main('reading-worker.js').href },
  })
  const replies = new Map()
  const say = (kind, more) => worker.postMessage({ kind, ...more })
  const closed = new Promise((resolve, reject) => {
    worker.on('error', reject)
    worker.on('message', message => {
      if (message.kind === 'opened') assert.equal(message.error, undefined)
      else if (message.kind === 'reply') replies.get(message.id)(message.reply)
      else if (message.kind === 'closed') resolve()
    })
  })
  let next = 0
  const call = (name, input) =>
    new Promise(resolve => {
      replies.set(++next, resolve)
      say('call', { id: next, name, input })
    })
  const info = await call('project.info', {})
  assert.ok(info.ok, JSON.stringify(info))
  const handle = 'f'.repeat(32)
  const text = join(work, 'letter.html')
  writeFileSync(text, '<p>We write to you as <b>partners</b>.</p>')
  writeFileSync(
    join(freight, `${handle}.json`),
    JSON.stringify({ name: 'letter.html', path: text, own: false }),
  )
  const imported = await call('documents.import', { file: handle })
  assert.ok(imported.ok, JSON.stringify(imported))
  say('close')
  await closed
  return info.value.counts.documents
}

try {
  for (const [platform, arch, program] of [
    [Platform.LINUX, 'x64', 'electron'],
    [Platform.LINUX, 'arm64', 'electron'],
    [Platform.WINDOWS, 'x64', 'electron.exe'],
  ]) {
    rmSync(join(work, `electron-${program}`), { recursive: true, force: true })
    const folder = await packageFor(platform, arch, program)
    const { archive, files, size } = check(folder, platform.nodeName, arch)
    await checkFuses(join(folder, platform === Platform.WINDOWS ? 'Postil.exe' : 'postil'))
    console.log(`${platform.nodeName}-${arch}: ${files} files, ${(size / 1024 / 1024).toFixed(1)} MB`)
    if (platform === Platform.LINUX && arch === process.arch)
      console.log(`the packaged core opened the sample: ${await runCore(archive)} documents`)
  }
  console.log('sound')
} finally {
  rmSync(work, { recursive: true, force: true })
}
