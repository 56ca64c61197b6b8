import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { brokenRules, rules } from '../support/electron/forbidden.ts'
import { isBuilt, root } from '../support/electron/running.ts'

const sources = ['src/main', 'src/preload'].flatMap(folder =>
  readdirSync(join(root, folder)).map(name => `${folder}/${name}`),
)
const read = (file: string) => readFileSync(join(root, file), 'utf8')

// one offence a rule, in the order of the rules: a rule that sees nothing any more is seen here
const OFFENCES: readonly string[] = [
  'new BrowserWindow({ webPreferences: { sandbox: false } })',
  'const preferences = { contextIsolation: process.argv.length > 3 }',
  'const preferences = { nodeIntegration: true }',
  'const preferences = { "nodeIntegrationInWorker": true }',
  'const preferences = { nodeIntegrationInSubFrames: !0 }',
  'const preferences = { webSecurity: false }',
  'const preferences = { allowRunningInsecureContent: true }',
  'const preferences = { experimentalFeatures: true }',
  'const preferences = { enableBlinkFeatures: "All" }',
  'const preferences = { webviewTag: true }',
  'const privileges = { bypassCSP: true }',
  'ipcMain.handle("call", () => 1)',
  'shell.openExternal(address)',
  'shell.openPath(path)',
  'window.webContents.executeJavaScript(code)',
  'protocol.registerFileProtocol("app", handler)',
  'const sum = new Function("a", "return a")',
  'window.loadURL(process.env.ELECTRON_RENDERER_URL)',
  'import remote from "@electron/remote"',
  'crashReporter.start({})',
  'import { request } from "node:https"',
  'const page = `http://127.0.0.1/`',
  'contextBridge.exposeInMainWorld("ipc", {})',
  'import { app } from "electron"',
]

describe('the shell', () => {
  it('has files to look at', () => {
    expect(sources.length).toBeGreaterThan(25)
  })

  it.each(sources)('%s has nothing forbidden in it', file => {
    expect(brokenRules(file, read(file))).toEqual([])
  })

  it.runIf(isBuilt && existsSync(join(root, 'out', 'main', 'main.js')))('nor have the bundles', () => {
    // the bundle holds ipc.ts and navigation.ts, whose exceptions are by file
    const known = ['a channel opened outside ipc.ts', 'openExternal outside navigation.ts']
    const broken = brokenRules('out/main/main.js', read('out/main/main.js'))
    expect(broken.filter(rule => !known.includes(rule))).toEqual([])
    expect(brokenRules('out/preload/preload.cjs', read('out/preload/preload.cjs'))).toEqual([])
  })

  it.runIf(isBuilt)('keeps the database out of the main thread', () => {
    const seen = new Set<string>()
    const follow = (file: string): void => {
      if (seen.has(file)) return
      seen.add(file)
      for (const [, from] of read(`out/main/${file}`).matchAll(/^import (?:[^'"]* from )?"([^"]+)"/gm))
        if (from?.startsWith('./')) follow(from.slice(2))
        else expect(from, file).not.toBe('better-sqlite3')
    }
    follow('main.js')
    expect(seen.size).toBeGreaterThan(2)
  })
})

describe('the rules', () => {
  it('have an offence each', () => {
    expect(OFFENCES).toHaveLength(rules.length)
  })

  it.each(rules.map((rule, at) => [rule.name, OFFENCES[at]!] as const))('see %s', (name, code) => {
    expect(brokenRules('src/main/some.ts', code)).toContain(name)
  })

  it('let through what is written safely', () => {
    const safe = `
      import type { App } from 'electron'
      // see https://www.electronjs.org
      const preferences = { sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true }
      window.loadURL(PAGE)
    `
    expect(brokenRules('src/main/some.ts', safe)).toEqual([])
  })
})
