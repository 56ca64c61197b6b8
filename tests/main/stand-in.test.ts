import { describe, expect, it } from 'vitest'
import { createContextBridge } from '../support/electron/context-bridge.ts'
import { createIpc } from '../support/electron/ipc.ts'
import { MenuModel } from '../support/electron/menu.ts'
import { createStandIn } from '../support/electron/stand-in.ts'
import { strict } from '../support/electron/strict.ts'
import { temporaryFolder } from '../support/temporary.ts'

// The stand-in's own promises: what it is strict about. A test that passes on a lenient model proves nothing.
const standIn = () => createStandIn({ home: temporaryFolder() })
const sender = { contents: {} as never, frame: null }

describe('the stand-in', () => {
  it('throws for whatever is not modelled', () => {
    const { electron } = standIn()
    const lookUp = (thing: object, name: string) => () => (thing as Record<string, unknown>)[name]
    expect(lookUp(electron, 'crashReporter')).toThrow('electron.crashReporter is not in the stand-in')
    expect(lookUp(electron.app, 'relaunch')).toThrow('app.relaunch is not in the stand-in')
    expect(() => electron.app.on('ready', () => undefined)).toThrow('has no event “ready”')
    expect(() => {
      ;(strict('thing', { known: 1 }) as Record<string, unknown>)['unknown'] = 1
    }).toThrow('thing.unknown is not in the stand-in')
  })

  it('has things that come before ready, and things that come after', async () => {
    const { electron, app } = standIn()
    expect(() => new electron.BrowserWindow({})).toThrow('before app is ready')
    expect(() => electron.session.fromPartition('x')).toThrow('when app is ready')
    expect(() => electron.screen.getAllDisplays()).toThrow("before the app 'ready' event")
    electron.protocol.registerSchemesAsPrivileged([{ scheme: 'app' }])
    expect(() => electron.protocol.registerSchemesAsPrivileged([])).toThrow('only once')
    await app.becomeReady()
    expect(() => electron.app.enableSandbox()).toThrow('before app is ready')
    expect(() => electron.protocol.registerSchemesAsPrivileged([])).toThrow('before app is ready')
  })

  it('grants every permission where nobody says otherwise, as Electron does', async () => {
    const { electron, app, sessions } = standIn()
    await app.becomeReady()
    electron.session.fromPartition('open')
    expect(sessions.get('open')?.request('media')).toBe(true)
    expect(sessions.get('open')?.check('media')).toBe(true)
  })

  it('lets a page go anywhere where nobody says otherwise', async () => {
    const { electron, app, windows } = standIn()
    await app.becomeReady()
    new electron.BrowserWindow({})
    const { contents } = windows[0]!
    expect(contents.navigate('https://evil.example/')).toBe(true)
    expect(contents.navigate('https://evil.example/', 'frame')).toBe(true)
    expect(contents.openWindow('https://evil.example/')).toBe(true)
    expect(contents.attachWebview()).toBe(true)
  })

  it('does not let two tests share anything', () => {
    expect(standIn().electron.app).not.toBe(standIn().electron.app)
  })
})

describe('its wire', () => {
  it('clones both ways, and only the text of an error crosses', async () => {
    const { ipcMain, invoke } = createIpc()
    const kept = { list: [1, 2], when: new Date(0) }
    let received: unknown
    ipcMain.handle('echo', (_event, given: unknown) => {
      received = given
      return kept
    })
    const sent = { a: new Map([['b', 1]]) }
    const answer = await invoke(sender, 'echo', [sent])
    expect(received).toEqual(sent)
    expect(received).not.toBe(sent)
    expect(answer).toEqual(kept)
    expect(answer).not.toBe(kept)
    ipcMain.handle('fail', () => {
      throw Object.assign(new RangeError('too far'), { code: 'secret' })
    })
    const error: unknown = await invoke(sender, 'fail', []).catch((reason: unknown) => reason)
    expect(error).toEqual(new Error("Error invoking remote method 'fail': RangeError: too far"))
    expect(error).not.toHaveProperty('code')
  })

  it('refuses what cannot be cloned, in either direction', async () => {
    const { ipcMain, invoke } = createIpc()
    ipcMain.handle('give', () => ({ work: () => 1 }))
    await expect(invoke(sender, 'give', [])).rejects.toThrow('could not be cloned')
    await expect(invoke(sender, 'give', [() => 1])).rejects.toThrow('could not be cloned')
    await expect(invoke(sender, 'give', [{ file: new File([], 'a') }])).rejects.toThrow('could not be cloned')
    await expect(invoke(sender, 'nothing', [])).rejects.toThrow("No handler registered for 'nothing'")
  })
})

describe('its context bridge', () => {
  const bridge = () => {
    const world: Record<string, unknown> = {}
    const ipcRenderer = { send: () => undefined }
    return { world, ipcRenderer, expose: createContextBridge(world, ipcRenderer).exposeInMainWorld }
  }

  it('copies, freezes and proxies', async () => {
    const { world, expose } = bridge()
    const api = { data: { list: [1] }, double: (n: number) => n * 2, later: async () => ({ done: true }) }
    expose('api', api)
    const there = world['api'] as typeof api
    expect(there).not.toBe(api)
    expect(there.data).not.toBe(api.data)
    expect([Object.isFrozen(there), Object.isFrozen(there.data.list)]).toEqual([true, true])
    expect(there.double(4)).toBe(8)
    expect(await there.later()).toEqual({ done: true })
  })

  it('lets no class, code or property of an error over', async () => {
    const { world, expose } = bridge()
    class Odd extends Error {
      readonly code = 'x'
    }
    expose('api', {
      now: () => {
        throw new Odd('now')
      },
      later: async () => Promise.reject(new Odd('later')),
    })
    const there = world['api'] as { now(): void; later(): Promise<void> }
    const errors = [await there.later().catch((error: unknown) => error)]
    try {
      there.now()
    } catch (error) {
      errors.push(error)
    }
    expect(errors).toEqual([new Error('later'), new Error('now')])
    for (const error of errors)
      expect([error instanceof Odd, (error as { code?: string }).code]).toEqual([false, undefined])
  })

  it('refuses ipcRenderer, symbols and a name that is taken', () => {
    const { ipcRenderer, expose } = bridge()
    expect(() => expose('ipc', ipcRenderer)).toThrow('must not cross')
    expect(() => expose('ipc', { deep: [{ ipcRenderer }] })).toThrow('must not cross')
    expect(() => expose('symbol', { a: Symbol('a') })).toThrow('symbols')
    expose('host', {})
    expect(() => expose('host', {})).toThrow('existing property')
  })
})

describe('its menus', () => {
  it('refuse keys that Electron would ignore in silence', () => {
    for (const accelerator of ['Mod+N', 'CmdOrCtrl+Shift', 'Ctrl+ArrowLeft', 'Ctrl+Ctrl+A', ''])
      expect(() => new MenuModel([{ label: 'a', accelerator }]), accelerator).toThrow('is no accelerator')
    expect(() => new MenuModel([{ id: 'nameless' }])).toThrow('at least one of label, role or type')
  })

  it('switch a radio item on with any write', () => {
    const menu = new MenuModel(
      ['a', 'b', 'c'].map(id => ({ id, label: id, type: 'radio' as const, checked: id === 'a' })),
    )
    menu.getMenuItemById('b')!.checked = false
    expect(menu.items.map(({ checked }) => checked)).toEqual([false, true, false])
  })

  it('fold lines that divide nothing', () => {
    const line = { type: 'separator' as const }
    const menu = new MenuModel([line, { label: 'a' }, line, line, { label: 'b' }, line])
    expect(menu.items.map(({ type }) => type)).toEqual(['normal', 'separator', 'normal'])
  })
})
