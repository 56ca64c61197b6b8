import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { WebContents, WebFrameMain } from 'electron'
import { describe, expect, it } from 'vitest'
import { createDoors, isTrusted } from '../../src/main/ipc.ts'
import { PAGE } from '../../src/main/own-page.ts'
import { KEPT, type Questions, type Tidings } from '../../src/shared/desktop.ts'
import type { Reply } from '../../src/shared/errors.ts'
import { hostileAddresses } from '../support/electron/hostile.ts'
import { createIpc, type Sender } from '../support/electron/ipc.ts'
import { type Running, running } from '../support/electron/running.ts'

// the compiler holds these lists against the wire: none can be forgotten
const QUESTIONS = Object.keys({
  call: true,
  'files.putPath': true,
  'files.putBytes': true,
  'files.take': true,
  'files.read': true,
  'projects.current': true,
  'projects.recents': true,
  'projects.open': true,
  'projects.create': true,
  'projects.openSample': true,
  'projects.close': true,
} satisfies Record<keyof Questions, true>)
const TIDINGS = Object.keys({
  'window.show': true,
  'window.progress': true,
  'window.keep': true,
} satisfies Record<keyof Tidings, true>)

/** Everyone who might speak on a channel and is not our page. */
function strangers({ windows, sessions }: Running): [string, Sender][] {
  const window = windows[0]!
  const contents = window.contents
  const other = { ...contents.api } as WebContents
  const evil = (url: string) => contents.frame(() => url, null)
  expect(sessions.size).toBeGreaterThan(0)
  return [
    ['a frame that has gone (null)', { contents: contents.api, frame: null }],
    [
      'a subframe of our page',
      { contents: contents.api, frame: contents.frame(() => PAGE, contents.mainFrame) },
    ],
    ['another page with our address', { contents: other, frame: contents.frame(() => PAGE, null) }],
    [
      'a frame disposed while it spoke',
      {
        contents: contents.api,
        frame: contents.frame(
          () => PAGE,
          null,
          () => true,
        ),
      },
    ],
    ...hostileAddresses.map((url): [string, Sender] => [
      `a page at “${url}”`,
      { contents: contents.api, frame: evil(url) },
    ]),
  ]
}

describe('the channels', () => {
  it('are those of the wire and no others', async () => {
    const { ipc } = await running()
    const { asked, told } = ipc.channels()
    expect(asked.sort()).toEqual(QUESTIONS.sort())
    expect(told.sort()).toEqual([...TIDINGS, KEPT].sort())
  })

  it('cannot be opened twice', () => {
    const { ipcMain } = createIpc()
    const doors = createDoors(ipcMain, () => null)
    doors.answer('projects.current', async () => ({ ok: true, value: null }))
    expect(() => doors.answer('projects.current', async () => ({ ok: true, value: null }))).toThrow(
      "Attempted to register a second handler for 'projects.current'",
    )
  })

  it.each(QUESTIONS)('%s refuses everyone but our page, before anything is done', async channel => {
    const shell = await running()
    for (const [who, sender] of strangers(shell)) {
      const reply = (await shell.ipc.invoke(sender, channel, [undefined, undefined])) as Reply
      expect(reply, who).toMatchObject({
        ok: false,
        error: { code: 'host-refused', details: { status: 403 } },
      })
    }
    // no dialog was shown, no sample copied, no project opened
    expect(shell.dialog.asked).toEqual([])
    expect(existsSync(join(shell.home, 'Postil'))).toBe(false)
    expect(shell.windows[0]!.contents.sent).toEqual([])
  })

  it.each(TIDINGS)('%s hears nobody but our page', async channel => {
    const shell = await running()
    const said = {
      'window.show': { disabled: [], checked: [], theme: 'dark', keys: {} },
      'window.progress': 0.5,
    }[channel]
    for (const [, sender] of strangers(shell)) shell.ipc.send(sender, channel, [said ?? { key: 'value' }])
    expect(shell.electron.nativeTheme.themeSource).toBe('system')
    expect(shell.windows[0]!.progress.value).toBe(-1)
    expect(existsSync(join(shell.app.paths.get('userData')!, 'preferences.json'))).toBe(false)
  })

  it('gives what was kept to nobody but our page', async () => {
    const shell = await running()
    const { contents } = shell.windows[0]!
    const own = { contents: contents.api, frame: contents.mainFrame }
    shell.ipc.send(own, 'window.keep', [{ 'postil.preferences': 'mine' }])
    expect(shell.ipc.send(own, KEPT, [])).toEqual({ 'postil.preferences': 'mine' })
    for (const [who, sender] of strangers(shell)) expect(shell.ipc.send(sender, KEPT, []), who).toBeNull()
  })
})

describe('isTrusted', () => {
  const own = {} as WebContents
  const frame = (url: string, parent: WebFrameMain | null = null) =>
    ({ url, parent, isDestroyed: () => false }) as WebFrameMain
  const page = frame(PAGE)

  it('trusts our page in its top frame', () => {
    expect(isTrusted({ sender: own, senderFrame: page }, own)).toBe(true)
  })

  it.each([
    ['without a window', { sender: own, senderFrame: page }, null],
    ['from another page', { sender: {} as WebContents, senderFrame: page }, own],
    ['from no frame', { sender: own, senderFrame: null }, own],
    [
      'from a frame that has gone',
      { sender: own, senderFrame: { ...page, isDestroyed: () => true } as WebFrameMain },
      own,
    ],
    ['from a subframe', { sender: own, senderFrame: frame(PAGE, page) }, own],
    ['from another address', { sender: own, senderFrame: frame('app://other/index.html') }, own],
  ])('trusts nobody %s', (_who, sent, window) => {
    expect(isTrusted(sent, window)).toBe(false)
  })
})

describe('answers', () => {
  it('are replies also when the work throws something that was not foreseen', async () => {
    const { ipcMain, invoke } = createIpc()
    const contents = {} as WebContents
    createDoors(ipcMain, () => contents).answer('projects.close', async () => {
      throw new RangeError('out of range')
    })
    const sender = { contents, frame: { url: PAGE, parent: null, isDestroyed: () => false } as WebFrameMain }
    expect(await invoke(sender, 'projects.close', [])).toMatchObject({
      ok: false,
      error: { code: 'internal', details: { reason: 'out of range' } },
    })
  })
})
