import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { DesktopHost } from '../../src/shared/desktop.ts'
import type { Host } from '../../src/shared/host.ts'
import { fileOnDisk } from '../support/electron/preload.ts'
import {
  builtPreload,
  isBuilt,
  projectFile,
  type RunningSettings,
  running,
  until,
} from '../support/electron/running.ts'
import { temporaryFolder } from '../support/temporary.ts'

if (!isBuilt) console.log('not run: the preload is not built; `npm test` builds it first')

// the compiler holds these lists against the interface
const HOST = Object.keys({
  kind: true,
  call: true,
  onChange: true,
  put: true,
  take: true,
  read: true,
  projects: true,
  onProject: true,
  desktop: true,
} satisfies Record<keyof DesktopHost, true>)
const PROJECTS = Object.keys({
  current: true,
  recents: true,
  open: true,
  create: true,
  openSample: true,
  close: true,
} satisfies Record<keyof Host['projects'], true>)

const desktop = (settings: RunningSettings = {}) => running({ runsPreload: true, ...settings })

describe.runIf(isBuilt)('the built preload', () => {
  it('requires nothing but electron', () => {
    const code = readFileSync(builtPreload, 'utf8')
    expect([...code.matchAll(/\brequire\(([^)]*)\)/g)].map(match => match[1])).toEqual(['"electron"'])
    expect(code).not.toMatch(/\bimport\b/)
  })

  it('gives the page one frozen object and nothing else', async () => {
    const { windows } = await desktop()
    const { world } = windows[0]!.contents.page!
    expect(Object.keys(world)).toEqual(['host'])
    const host = world['host'] as DesktopHost
    expect(Object.keys(host).sort()).toEqual(HOST.sort())
    expect(Object.keys(host.projects).sort()).toEqual(PROJECTS.sort())
    expect(Object.keys(host.desktop).sort()).toEqual(['onCommand', 'progress', 'show'])
    expect(host.kind).toBe('electron')
    for (const thing of [host, host.projects, host.desktop, host.call])
      expect(Object.isFrozen(thing)).toBe(true)
  })

  it('hands no event and nothing of Electron to the page', async () => {
    const shell = await desktop()
    const heard: unknown[][] = []
    shell.host().onProject((...args: unknown[]) => void heard.push(args))
    const path = await projectFile(shell.home)
    await shell.host().projects.open(path)
    expect(heard).toEqual([[{ path, name: 'study' }]])
  })

  it('lets the page stop listening', async () => {
    const shell = await desktop()
    const host = shell.host()
    const heard: string[] = []
    const stop = host.onProject(() => void heard.push('first'))
    host.onProject(() => void heard.push('second'))
    stop()
    stop()
    await host.projects.open(await projectFile(shell.home))
    expect(heard).toEqual(['second'])
  })

  it('puts a file of the disk by its path, and one of the page by its bytes', async () => {
    const shell = await desktop()
    const host = shell.host()
    await host.projects.open(await projectFile(shell.home))
    const path = join(shell.home, 'letter.txt')
    writeFileSync(path, 'We write to you as partners.')
    const texts: unknown[] = []
    for (const file of [fileOnDisk(path), new File(['Made in the page.'], 'made.txt')]) {
      const reply = await host.call('documents.import', { file: await host.put(file) })
      expect(reply).toMatchObject({ ok: true })
      const { id } = (reply as { value: { id: string } }).value
      const text = await host.call('documents.text', { documentId: id })
      texts.push(text.ok && (text.value as { text: string }).text.trim())
    }
    expect(texts).toEqual(['We write to you as partners.', 'Made in the page.'])
  })

  it('saves a file, and says in a sentence what went wrong', async () => {
    const shell = await desktop()
    const host = shell.host()
    const handle = await host.put(new File(['a,b'], 'table.csv'))
    shell.dialog.willChoose(join(shell.home, 'mine.csv'))
    expect(await host.take(handle, 'table.csv')).toBe('saved')
    expect(readFileSync(join(shell.home, 'mine.csv'), 'utf8')).toBe('a,b')
    shell.dialog.willChoose(null)
    expect(await host.take(handle, 'table.csv')).toBe('cancelled')
    await expect(host.take('0'.repeat(32), 'table.csv')).rejects.toThrow(/is no longer at hand/)
  })

  it('gives failures as replies, with their codes', async () => {
    const host = (await desktop()).host()
    expect(await host.call('codes.list', {})).toMatchObject({ ok: false, error: { code: 'no-project' } })
    expect(await host.projects.open('/nowhere/study.postil')).toMatchObject({
      ok: false,
      error: { code: 'project-missing', details: { path: '/nowhere/study.postil' } },
    })
    await expect(host.call('codes.create', { name: () => 'a function' })).rejects.toThrow(
      'could not be cloned',
    )
  })

  it('hears of commands, also of one chosen before the page listened', async () => {
    const shell = await desktop()
    const item = (id: string) => shell.menu.application!.getMenuItemById(id)!
    const heard: string[] = []
    item('project.new').click()
    item('project.open').click()
    const stop = shell.host().desktop.onCommand(id => void heard.push(id))
    item('project.sample').click()
    stop()
    item('project.new').click()
    expect(heard).toEqual(['project.new', 'project.open', 'project.sample'])
  })

  it('tells the frame what the page shows', async () => {
    const shell = await desktop()
    const { desktop: frame } = shell.host()
    frame.show({ disabled: ['project.new'], checked: [], theme: 'light', keys: {} })
    expect(shell.electron.nativeTheme.themeSource).toBe('light')
    expect(shell.menu.application!.getMenuItemById('project.new')!.enabled).toBe(false)
    frame.progress(0.25)
    expect(shell.windows[0]!.progress.value).toBe(0.25)
    frame.progress(null)
    expect(shell.windows[0]!.progress.value).toBe(-1)
  })
})

describe.runIf(isBuilt)('preferences of the page', () => {
  it('are there again at the next start, though the session was in memory only', async () => {
    const home = temporaryFolder()
    const first = await desktop({ home })
    first.windows[0]!.contents.session.storage.setItem('postil.preferences', '{"theme":"dark"}')
    first.windows[0]!.close()
    const second = await desktop({ home })
    expect(second.windows[0]!.contents.session.storage.getItem('postil.preferences')).toBe('{"theme":"dark"}')
  })

  it('are kept when the window is left, once for each change', async () => {
    const shell = await desktop()
    const { contents } = shell.windows[0]!
    const file = join(shell.app.paths.get('userData')!, 'preferences.json')
    contents.session.storage.setItem('width', '240')
    contents.page!.fire('blur')
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ width: '240' })
    writeFileSync(file, '{}')
    contents.page!.fire('blur')
    expect(readFileSync(file, 'utf8')).toBe('{}')
  })

  it('that cannot be read begin anew', async () => {
    const home = temporaryFolder()
    const first = await desktop({ home })
    const file = join(first.app.paths.get('userData')!, 'preferences.json')
    for (const text of ['{"a": 1}', '[]', 'null']) {
      writeFileSync(file, text)
      const next = await desktop({ home })
      expect(next.windows[0]!.contents.session.storage.length, text).toBe(0)
    }
  })
})

describe.runIf(isBuilt)('changes', () => {
  it('come to the page as plain data', async () => {
    const shell = await desktop()
    const host = shell.host()
    await host.projects.open(await projectFile(shell.home))
    const heard: unknown[] = []
    host.onChange(change => void heard.push(change))
    await host.call('codes.create', { name: 'Trust', parentId: null })
    await until(() => heard.length > 0)
    expect(heard[0]).toMatchObject({ label: expect.any(String), tables: expect.arrayContaining(['code']) })
  })
})
