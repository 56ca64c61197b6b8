import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Reply } from '../../src/shared/errors.ts'
import { projectFile, type Running, running, until } from '../support/electron/running.ts'
import { temporaryFolder } from '../support/temporary.ts'

/** What the page says to the main process. */
function page(shell: Running) {
  const { contents } = shell.windows[0]!
  const own = { contents: contents.api, frame: contents.mainFrame }
  return {
    ask: (channel: string, ...args: unknown[]) => shell.ipc.invoke(own, channel, args) as Promise<Reply>,
    tell: (channel: string, news: unknown) => shell.ipc.send(own, channel, [news]),
  }
}

async function withProject(platform: NodeJS.Platform = 'linux') {
  const home = temporaryFolder()
  const path = await projectFile(home)
  const shell = await running({ home, platform })
  const { ask, tell } = page(shell)
  expect(await ask('projects.open', path)).toEqual({ ok: true, value: { path, name: 'study' } })
  return { shell, ask, tell, path, window: shell.windows[0]! }
}

const item = ({ menu }: Running, id: string) => menu.application?.getMenuItemById(id)

describe('the title bar', () => {
  it('says which project is open, follows its renaming, and the file on a Mac', async () => {
    const { window, ask, path } = await withProject('darwin')
    expect([window.title, window.representedFilename]).toEqual(['study – Postil', path])
    await ask('call', 'project.rename', { name: 'Partnership' })
    await until(() => window.title === 'Partnership – Postil')
    await ask('projects.close')
    expect([window.title, window.representedFilename]).toEqual(['Postil', ''])
  })

  it('shows no file elsewhere', async () => {
    expect((await withProject()).window.representedFilename).toBe('')
  })
})

describe('the menus', () => {
  it('follow the project: what can be undone, with its words', async () => {
    const { shell, ask } = await withProject()
    expect(item(shell, 'documents.import')?.enabled).toBe(true)
    expect(item(shell, 'history.undo')).toMatchObject({ label: 'Undo', enabled: false })
    await ask('call', 'codes.create', { name: 'Trust', parentId: null })
    await until(() => item(shell, 'history.undo')?.enabled === true)
    expect(item(shell, 'history.undo')?.label).toMatch(/^Undo \S/)
    await ask('call', 'history.undo', {})
    await until(() => item(shell, 'history.redo')?.enabled === true)
    expect(item(shell, 'history.undo')?.enabled).toBe(false)
    await ask('projects.close')
    expect(item(shell, 'history.redo')).toMatchObject({ label: 'Redo', enabled: false })
    expect(item(shell, 'documents.import')?.enabled).toBe(false)
  })

  it('hold recent projects, which open by a click', async () => {
    const { shell, ask, path } = await withProject()
    const other = await projectFile(shell.home, 'other.postil')
    await ask('projects.open', other)
    const recents = item(shell, 'recents')?.submenu?.items ?? []
    expect(recents.map(({ label }) => label)).toEqual(['other — other.postil', 'study — study.postil'])
    recents[1]!.click()
    await until(() => shell.windows[0]!.title === 'study – Postil')
    expect(shell.app.recent).toEqual([path, other, path])
  })

  it('hand a command to the page, in a window made for it if there is none', async () => {
    const { shell } = await withProject('darwin')
    item(shell, 'documents.import')?.click()
    expect(shell.windows[0]!.contents.sent.at(-1)).toEqual({ channel: 'command', news: 'documents.import' })
    shell.windows[0]!.close()
    await until(() => item(shell, 'documents.import')?.enabled === false)
    item(shell, 'project.new')?.click()
    const window = shell.windows[0]!
    expect(window.contents.sent).toEqual([])
    window.finishLoading()
    expect(window.contents.sent).toEqual([{ channel: 'command', news: 'project.new' }])
  })
})

describe('what the page says of itself', () => {
  it('is shown in the menus and by the theme, and the theme is there at the next start', async () => {
    const { shell, tell } = await withProject()
    tell('window.show', { disabled: ['code.pick'], checked: ['panel.codes'], theme: 'dark', keys: {} })
    expect(item(shell, 'code.pick')?.enabled).toBe(false)
    expect(item(shell, 'panel.codes')?.checked).toBe(true)
    expect(item(shell, 'theme.dark')?.checked).toBe(true)
    expect(shell.electron.nativeTheme.themeSource).toBe('dark')
    tell('window.show', 'nonsense')
    expect(item(shell, 'panel.codes')?.checked).toBe(true)
    const next = await running({ home: shell.home })
    expect(next.electron.nativeTheme.themeSource).toBe('dark')
    expect(item(next, 'theme.dark')?.checked).toBe(true)
    expect(next.windows[0]!.options.backgroundColor).toBe('#131418')
  })

  it('is shown as progress, and taken away again', async () => {
    const { tell, window } = await withProject()
    tell('window.progress', 0.4)
    expect(window.progress.value).toBe(0.4)
    tell('window.progress', 17)
    expect(window.progress.value).toBe(1)
    tell('window.progress', null)
    expect(window.progress.value).toBe(-1)
  })
})

describe('projects', () => {
  it('are made and opened by the dialogs of the system', async () => {
    const shell = await running()
    const { ask } = page(shell)
    shell.dialog.willChoose(join(shell.home, 'fresh'))
    const path = join(shell.home, 'fresh.postil')
    expect(await ask('projects.create', undefined, 'Ada')).toEqual({
      ok: true,
      value: { path, name: 'fresh' },
    })
    expect(await ask('call', 'project.info', {})).toMatchObject({
      ok: true,
      value: { coder: { name: 'Ada' } },
    })
    await ask('projects.close')
    expect(await ask('projects.current')).toEqual({ ok: true, value: null })
    shell.dialog.willChoose(path)
    expect(await ask('projects.open', undefined)).toMatchObject({ ok: true, value: { path } })
    shell.dialog.willChoose(null)
    expect(await ask('projects.open', undefined)).toEqual({ ok: true, value: null })
    expect(shell.dialog.asked.every(({ hasParent }) => hasParent)).toBe(true)
  })

  it('are said to the page only when they are open', async () => {
    const home = temporaryFolder()
    const path = await projectFile(home)
    const shell = await running({ home, args: [path] })
    // asked while it is still being opened
    expect(await page(shell).ask('projects.current')).toEqual({ ok: true, value: { path, name: 'study' } })
  })

  it('that are gone are a reply, not an error', async () => {
    const shell = await running()
    const { ask } = page(shell)
    expect(await ask('projects.open', join(shell.home, 'gone.postil'))).toMatchObject({
      ok: false,
      error: { code: 'project-missing' },
    })
    expect(await ask('projects.open', 'relative.postil')).toMatchObject({
      ok: false,
      error: { code: 'bad-input' },
    })
    expect(await ask('call', 'codes.list', {})).toMatchObject({ ok: false, error: { code: 'no-project' } })
    expect(await ask('call', '', {})).toMatchObject({ ok: false, error: { code: 'bad-input' } })
  })
})

describe('quitting while a change is being written', () => {
  it('waits for it, and it is there afterwards', async () => {
    const { shell, ask, path } = await withProject()
    const answers = Array.from({ length: 30 }, (_, at) =>
      ask('call', 'codes.create', { name: `Code ${at}`, parentId: null }),
    )
    shell.app.quit()
    expect(shell.app.exitCode).toBeNull()
    expect((await Promise.all(answers)).every(({ ok }) => ok)).toBe(true)
    await until(() => shell.app.exitCode === 0)
    const next = await running({ home: shell.home, args: [path] })
    const reply = await page(next)
      .ask('projects.current')
      .then(() => page(next).ask('call', 'codes.list', {}))
    expect(reply.ok && (reply.value as unknown[]).length).toBe(30)
  })
})
