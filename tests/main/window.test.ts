import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserWindowConstructorOptions } from 'electron'
import { describe, expect, it } from 'vitest'
import { BACKGROUND } from '../../src/main/window.ts'
import { builtPreload, root, running } from '../support/electron/running.ts'

async function optionsOf(isPackaged: boolean): Promise<BrowserWindowConstructorOptions> {
  const { windows } = await running({ isPackaged })
  return windows[0]!.options
}

// every option that bears on safety, by name: one taken out or turned round is seen here
const HARDENED: [keyof NonNullable<BrowserWindowConstructorOptions['webPreferences']>, unknown][] = [
  ['sandbox', true],
  ['contextIsolation', true],
  ['nodeIntegration', false],
  ['nodeIntegrationInWorker', false],
  ['nodeIntegrationInSubFrames', false],
  ['webSecurity', true],
  ['allowRunningInsecureContent', false],
  ['experimentalFeatures', false],
  ['enableBlinkFeatures', ''],
  ['webviewTag', false],
  ['plugins', false],
  ['navigateOnDragDrop', false],
  ['safeDialogs', true],
  ['spellcheck', false],
  ['autoplayPolicy', 'document-user-activation-required'],
  ['preload', builtPreload],
]

describe('the window', () => {
  it.each(HARDENED)('is made with %s: %s', async (option, value) => {
    expect((await optionsOf(true)).webPreferences?.[option]).toBe(value)
  })

  it('has no options of the page beyond those listed and decided', async () => {
    const decided = [...HARDENED.map(([option]) => option), 'devTools', 'session', 'defaultEncoding']
    expect(Object.keys((await optionsOf(true)).webPreferences ?? {}).sort()).toEqual(decided.sort())
  })

  it('has developer tools while it is developed, and none once released', async () => {
    expect((await optionsOf(true)).webPreferences?.devTools).toBe(false)
    expect((await optionsOf(false)).webPreferences?.devTools).toBe(true)
  })

  it('lives in a session that is in memory only and caches nothing', async () => {
    const { windows } = await running()
    const { session } = windows[0]!.contents
    expect(session.api.isPersistent()).toBe(false)
    expect(session.partition).toBe('postil')
    expect(session.cache).toBe(false)
    expect(session.spellChecker).toBe(false)
  })

  it('loads its own page and shows itself when there is something to see', async () => {
    const { windows } = await running()
    expect(windows).toHaveLength(1)
    expect(windows[0]!.options.show).toBe(false)
    expect(windows[0]!.contents.url).toBe('app://postil/index.html')
    expect(windows[0]!.isShown).toBe(true)
  })

  it('begins in the colour of the desk, light or dark', () => {
    const tokens = readFileSync(join(root, 'src', 'renderer', 'styles', 'tokens.css'), 'utf8')
    const desks = [...tokens.matchAll(/--desk: (#\w+);/g)].map(match => match[1])
    expect(desks).toEqual([BACKGROUND.light, BACKGROUND.dark])
  })

  it('is sandboxed before anything is ready', async () => {
    const { app } = await running()
    expect(app.isSandboxed).toBe(true)
  })
})
