import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { UNWANTED } from '../../src/main/switches.ts'
import type { OpenProject } from '../../src/shared/host.ts'
import { createEvent } from '../support/electron/events.ts'
import { projectFile, type Running, running, until } from '../support/electron/running.ts'
import { temporaryFolder } from '../support/temporary.ts'

/** What the page was told about projects. */
const told = ({ windows }: Running): (OpenProject | null)[] =>
  windows[0]!.contents.sent
    .filter(({ channel }) => channel === 'project')
    .map(({ news }) => news as OpenProject | null)

const secondStart = ({ app }: Running, data: unknown) =>
  app.events.emit('second-instance', createEvent(), ['postil', '--flag'], '/', data)
const openFile = ({ app }: Running, path: string) => app.events.emit('open-file', createEvent(), path)

describe('a start', () => {
  it('keeps its settings where the other doors keep theirs', async () => {
    const { app, home } = await running()
    expect(app.paths.get('userData')).toBe(join(home, 'config', 'postil'))
    expect(app.paths.get('sessionData')).toBe(join(home, 'config', 'postil', 'browser'))
  })

  it('opens the file it was given', async () => {
    const home = temporaryFolder()
    const path = await projectFile(home)
    const shell = await running({ home, args: ['study.postil'] })
    await until(() => told(shell).length > 0)
    expect(told(shell)).toEqual([{ path, name: 'study' }])
    expect(shell.windows[0]!.title).toBe('study – Postil')
    expect(shell.app.recent).toEqual([path])
  })

  it('says why a file cannot be opened', async () => {
    const home = temporaryFolder()
    writeFileSync(join(home, 'notes.postil'), 'no project')
    const shell = await running({ home, args: ['notes.postil'] })
    shell.dialog.willPress(0)
    await until(() => shell.dialog.asked.length > 0)
    expect(shell.dialog.asked[0]).toMatchObject({ kind: 'message', hasParent: true })
    expect(shell.dialog.asked[0]!.options['message']).toContain('is not a Postil project')
    expect(shell.windows).toHaveLength(1)
  })

  it('takes the switches of a debugger away from a release, and from nothing else', async () => {
    expect((await running({ isPackaged: true })).app.removedSwitches).toEqual([...UNWANTED])
    expect(UNWANTED).toContain('remote-debugging-port')
    expect((await running({ isPackaged: false })).app.removedSwitches).toEqual([])
  })

  it('names itself to Windows', async () => {
    expect((await running({ platform: 'win32' })).app.appUserModelId).toBe('org.postil.desktop')
  })
})

describe('a second start', () => {
  it('ends at once where another instance runs, and makes no window', async () => {
    const shell = await running({ hasLock: false, args: ['study.postil'] })
    expect(shell.app.exitCode).toBe(0)
    expect(shell.windows).toEqual([])
    expect(shell.app.lockData).toEqual({ project: join(shell.home, 'study.postil') })
  })

  it('brings the one window to the front', async () => {
    const shell = await running()
    const window = shell.windows[0]!
    window.isMinimized = true
    secondStart(shell, { project: null })
    expect(shell.windows).toHaveLength(1)
    expect([window.isMinimized, window.focusCount]).toEqual([false, 1])
  })

  it('hands its file over: the project is changed in the same window, never two at once', async () => {
    const home = temporaryFolder()
    const [one, two] = [await projectFile(home, 'one.postil'), await projectFile(home, 'two.postil')]
    const shell = await running({ home, args: [one] })
    await until(() => told(shell).length === 1)
    secondStart(shell, { project: two })
    await until(() => told(shell).length === 2)
    expect(told(shell).map(project => project?.path)).toEqual([one, two])
    expect(shell.windows).toHaveLength(1)
    // the first project is closed: another program can have it now
    expect(await projectFileIsFree(one)).toBe(true)
    expect(await projectFileIsFree(two)).toBe(false)
  })

  it('may send anything, and no more comes of it than a window in front', async () => {
    const shell = await running()
    for (const data of [undefined, 'text', { project: 7 }, ['/etc/passwd']]) secondStart(shell, data)
    expect(told(shell)).toEqual([])
    expect(shell.dialog.asked).toEqual([])
  })
})

describe('on a Mac', () => {
  it('a file opened before the program is ready waits for it', async () => {
    const home = temporaryFolder()
    const path = await projectFile(home)
    const shell = await running({ home, platform: 'darwin', openBeforeReady: path })
    await until(() => told(shell).length > 0)
    expect(told(shell)).toEqual([{ path, name: 'study' }])
  })

  it('a file double-clicked opens in the one window', async () => {
    const home = temporaryFolder()
    const path = await projectFile(home)
    const shell = await running({ home, platform: 'darwin' })
    openFile(shell, path)
    await until(() => told(shell).length > 0)
    expect(shell.windows).toHaveLength(1)
    expect(shell.windows[0]!.representedFilename).toBe(path)
  })

  it('the program outlives its window, but lets go of the project', async () => {
    const home = temporaryFolder()
    const path = await projectFile(home)
    const shell = await running({ home, platform: 'darwin', args: [path] })
    await until(() => told(shell).length > 0)
    shell.windows[0]!.close()
    expect(shell.app.exitCode).toBeNull()
    while (!(await projectFileIsFree(path))) await new Promise(resolve => setTimeout(resolve, 2))
    shell.app.events.emit('activate', createEvent(), false)
    expect(shell.windows).toHaveLength(1)
    expect(shell.windows[0]!.title).toBe('Postil')
  })
})

describe('elsewhere', () => {
  it('the program ends with its window', async () => {
    const shell = await running()
    shell.windows[0]!.close()
    await until(() => shell.app.exitCode !== null)
    expect(shell.app.exitCode).toBe(0)
  })
})

/** Whether nobody else has the project open. */
async function projectFileIsFree(path: string): Promise<boolean> {
  const { openCore } = await import('../../src/core/core.ts')
  try {
    const core = openCore({ path })
    await core.close()
    core.freight.clear()
    return true
  } catch (error) {
    expect(error).toMatchObject({ code: 'project-locked' })
    return false
  }
}
