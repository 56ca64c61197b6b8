import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createEvent } from '../support/electron/events.ts'
import { running } from '../support/electron/running.ts'
import { temporaryFolder } from '../support/temporary.ts'

const LAPTOP = { x: 0, y: 0, width: 1440, height: 900 }
const MONITOR = { x: 1440, y: 0, width: 2560, height: 1400 }
const HERE = { x: 1700, y: 90, width: 1100, height: 870 }

/** One sitting in which the window is put somewhere, then closed. */
async function sitting(home: string, isMaximized = false): Promise<void> {
  const shell = await running({ home, workAreas: [LAPTOP, MONITOR] })
  const window = shell.windows[0]!
  window.bounds = HERE
  window.isMaximized = isMaximized
  window.close()
}

describe('the window between two starts', () => {
  it('comes back where it was, and as it was', async () => {
    const home = temporaryFolder()
    await sitting(home, true)
    const { windows } = await running({ home, workAreas: [LAPTOP, MONITOR] })
    expect(windows[0]!.options).toMatchObject(HERE)
    expect(windows[0]!.isMaximized).toBe(true)
  })

  it('comes to the screen that is there', async () => {
    const home = temporaryFolder()
    await sitting(home)
    const { windows } = await running({ home, workAreas: [LAPTOP] })
    expect(windows[0]!.options).not.toHaveProperty('x')
    expect(windows[0]!.options).toMatchObject({ width: 1100, height: 870 })
  })

  it('keeps its place in a small file of its own', async () => {
    const home = temporaryFolder()
    await sitting(home)
    const file = join(home, 'config', 'postil', 'window.json')
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ bounds: HERE, isMaximized: false })
  })
})

describe('the window', () => {
  it('shows its own title, not the page’s', async () => {
    const { windows } = await running()
    const event = createEvent()
    windows[0]!.events.emit('page-title-updated', event, 'Something else')
    expect(event.defaultPrevented).toBe(true)
  })

  it('has its picture from a file on Linux only', async () => {
    expect((await running()).windows[0]!.options.icon).toMatch(/resources.icon\.png$/)
    expect((await running({ platform: 'darwin' })).windows[0]!.options).not.toHaveProperty('icon')
  })

  it('has the system’s menu on text, and none on nothing', async () => {
    const { windows, menu } = await running()
    const flags = {
      canUndo: false,
      canRedo: false,
      canCut: true,
      canCopy: true,
      canPaste: true,
      canSelectAll: true,
    }
    const rightClick = (about: object) =>
      windows[0]!.contents.events.emit('context-menu', createEvent(), {
        selectionText: '',
        editFlags: flags,
        ...about,
      })
    rightClick({ isEditable: false })
    expect(menu.popups).toEqual([])
    rightClick({ isEditable: false, selectionText: 'two words' })
    rightClick({ isEditable: true })
    expect(menu.popups.map(popup => popup.items.map(({ role }) => role).filter(Boolean))).toEqual([
      ['copy'],
      ['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll'],
    ])
    expect(menu.popups[1]!.items.find(({ role }) => role === 'undo')?.enabled).toBe(false)
  })
})

describe('a page that died', () => {
  it('comes back, and nothing is lost', async () => {
    const { windows, dialog } = await running()
    dialog.willPress(0)
    windows[0]!.contents.crash('crashed')
    await new Promise(resolve => setImmediate(resolve))
    expect(dialog.asked[0]!.options['detail']).toBe('Everything you did is saved in the project.')
    expect(windows[0]!.contents.reloads).toBe(1)
  })

  it('may be given up', async () => {
    const shell = await running()
    shell.dialog.willPress(1)
    shell.windows[0]!.contents.crash('oom')
    while (shell.app.exitCode === null) await new Promise(resolve => setImmediate(resolve))
  })

  it('is no matter when it went by itself', async () => {
    const { windows, dialog } = await running()
    windows[0]!.contents.crash('clean-exit')
    expect(dialog.asked).toEqual([])
  })
})

describe('a page that hangs', () => {
  it('is begun anew if the user wants it, and asked about once', async () => {
    const { windows, dialog } = await running()
    dialog.willPress(0)
    windows[0]!.events.emit('unresponsive')
    windows[0]!.events.emit('unresponsive')
    await new Promise(resolve => setImmediate(resolve))
    expect(dialog.asked).toHaveLength(1)
    expect(windows[0]!.contents.reloads).toBe(1)
  })

  it('that died meanwhile comes back all the same', async () => {
    const { windows, dialog } = await running()
    dialog.willPress(0)
    windows[0]!.events.emit('unresponsive')
    windows[0]!.contents.crash('oom')
    await new Promise(resolve => setImmediate(resolve))
    expect([dialog.asked.length, windows[0]!.contents.reloads]).toEqual([1, 1])
  })

  it('is waited for otherwise', async () => {
    const { windows, dialog } = await running()
    dialog.willPress(1)
    windows[0]!.events.emit('unresponsive')
    await new Promise(resolve => setImmediate(resolve))
    expect(windows[0]!.contents.reloads).toBe(0)
  })
})
