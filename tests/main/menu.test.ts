import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, it, vi } from 'vitest'
import { type MenuModel, menuTemplate } from '../../src/main/menu.ts'
import { commands } from '../../src/shared/commands.ts'
import { MenuModel as Built, type ItemModel } from '../support/electron/menu.ts'

const PLATFORMS = ['linux', 'win32', 'darwin'] as const

const model = (more: Partial<MenuModel> = {}): MenuModel => ({
  platform: 'linux',
  devTools: false,
  hasProject: true,
  undo: null,
  redo: null,
  recents: [],
  shown: null,
  theme: 'system',
  ...more,
})
const deeds = () => ({ run: vi.fn(), open: vi.fn() })
const template = (more: Partial<MenuModel> = {}, does = deeds()): MenuItemConstructorOptions[] =>
  menuTemplate(model(more), does)
const built = (more: Partial<MenuModel> = {}, does = deeds()): Built => new Built(template(more, does))
const item = (menu: Built, id: string): ItemModel => {
  const found = menu.getMenuItemById(id)
  if (!found) throw new Error(`there is no item ${id}`)
  return found
}

describe.each(PLATFORMS)('the menus on %s', platform => {
  it('hold every command of the catalogue that has a menu, once, and the palette holds the rest', () => {
    const ids = built({ platform })
      .all()
      .map(({ id }) => id)
    for (const { id, menu } of commands) {
      const times = ids.filter(other => other === id).length
      expect(times, id).toBe(menu === null ? 0 : 1)
    }
  })

  it('stand in the order of the catalogue, each command in its menu', () => {
    const menus = built({ platform })
    for (const menu of new Set(commands.map(command => command.menu))) {
      if (menu === null) continue
      const wanted = commands.filter(command => command.menu === menu).map(({ id }) => id)
      const there = item(menus, menu).submenu!.items.map(({ id }) => id)
      expect(there.filter(id => wanted.includes(id ?? ''))).toEqual(
        wanted.filter(id => platform !== 'darwin' || id !== 'help.about'),
      )
    }
  })

  it('have no item without an id, and no id twice', () => {
    const ids = built({ platform, recents: [{ path: '/a', name: 'a' }] })
      .all()
      .map(({ id }) => id)
    expect(ids).not.toContain(undefined)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('show keys that Electron knows, and the same key only for different places', () => {
    // MenuModel throws on a key that is none
    const keyed = built({ platform })
      .all()
      .filter(({ accelerator, registerAccelerator }) => accelerator !== null && registerAccelerator)
    const keys = keyed.map(({ accelerator }) => accelerator)
    expect(new Set(keys).size, String(keys)).toBe(keys.length)
  })

  it('have what only the system can do', () => {
    const roles = built({ platform })
      .all()
      .map(({ role }) => role)
    for (const role of ['cut', 'copy', 'paste', 'selectAll', 'minimize', 'close', 'togglefullscreen', 'quit'])
      expect(roles, role).toContain(role)
    // undo and redo are the project's, with their words; in text fields the page hands them on
    expect(roles).not.toContain('undo')
    expect(roles).not.toContain('redo')
  })

  it('have no developer tools in a release', () => {
    expect(
      built({ platform })
        .all()
        .map(({ role }) => role),
    ).not.toContain('toggleDevTools')
    expect(
      built({ platform, devTools: true })
        .all()
        .map(({ role }) => role),
    ).toContain('toggleDevTools')
  })

  it('have a letter each on the menu bar', () => {
    const letters = template({ platform }).flatMap(({ label }) => /&(\w)/.exec(label ?? '')?.[1] ?? [])
    expect(letters.length).toBeGreaterThanOrEqual(8)
    expect(new Set(letters).size).toBe(letters.length)
  })
})

describe('on a Mac', () => {
  it('there is a menu of the app, with About and Services', () => {
    const [first] = built({ platform: 'darwin' }).items
    expect(first?.submenu?.items.map(({ role }) => role).filter(Boolean)).toEqual([
      'about',
      'services',
      'hide',
      'hideOthers',
      'unhide',
      'quit',
    ])
  })

  it('no plain key is registered, since it would be taken from the text', () => {
    for (const { accelerator, id } of built({ platform: 'darwin' }).all())
      if (accelerator !== null)
        expect(accelerator, id).toMatch(/^(?:Cmd|Command|Alt|Shift|Control)\w*\+|^F\d+$/)
    expect(item(built({ platform: 'darwin' }), 'code.pick').label).toBe('Code the selection… [C]')
  })

  it('recent projects are the system’s own', () => {
    const recents = item(built({ platform: 'darwin', recents: [{ path: '/a', name: 'a' }] }), 'recents')
    expect(recents.role).toBe('recentDocuments')
    expect(recents.submenu?.items.map(({ role }) => role)).toEqual(['clearRecentDocuments'])
  })
})

describe('elsewhere', () => {
  it('keys are shown and left to the page', () => {
    for (const command of commands) {
      const found = built().getMenuItemById(command.id)
      if (found?.accelerator) expect(found.registerAccelerator, command.id).toBe(false)
    }
    expect(item(built(), 'code.pick').accelerator).toBe('C')
  })

  it('recent projects stand in a menu of their own', () => {
    const does = deeds()
    const recents = item(
      built({ recents: [{ path: '/studies/a&b.postil', name: 'A & B' }] }, does),
      'recents',
    )
    expect(recents.enabled).toBe(true)
    expect(recents.submenu?.items[0]?.label).toBe('A && B — a&&b.postil')
    recents.submenu?.items[0]?.click()
    expect(does.open).toHaveBeenCalledExactlyOnceWith('/studies/a&b.postil')
    expect(item(built(), 'recents').enabled).toBe(false)
  })
})

describe('undo and redo', () => {
  it('say what they would do', () => {
    const menu = built({ undo: 'Apply code “Trust & fear”', redo: null })
    expect(item(menu, 'history.undo')).toMatchObject({
      label: 'Undo Apply code “Trust && fear”',
      enabled: true,
    })
    expect(item(menu, 'history.redo')).toMatchObject({ label: 'Redo', enabled: false })
  })
})

describe('what can be done', () => {
  it('is little without a project', () => {
    const enabled = built({ hasProject: false })
      .all()
      .filter(entry => entry.enabled)
      .map(({ id }) => id)
    for (const id of ['project.new', 'project.open', 'project.sample', 'quit']) expect(enabled).toContain(id)
    for (const id of ['project.close', 'code.pick', 'documents.import']) expect(enabled).not.toContain(id)
  })

  it('is what the page says, once it has', () => {
    const shown = { disabled: ['code.pick'], checked: [], theme: 'system' as const, keys: {} }
    const menu = built({ hasProject: false, shown })
    expect(item(menu, 'code.pick').enabled).toBe(false)
    expect(item(menu, 'documents.import').enabled).toBe(true)
  })

  it('shows the keys that the user has given', () => {
    const keys = { 'history.show': ['Mod+Shift+9'], 'export.shown': [] }
    const shown = { disabled: [], checked: [], theme: 'system' as const, keys }
    expect(item(built({ shown }), 'history.show').accelerator).toBe('CmdOrCtrl+Shift+9')
    expect(item(built({ shown }), 'export.shown').accelerator).toBeNull()
    expect(item(built({ shown }), 'project.open').accelerator).toBe('CmdOrCtrl+O')
  })

  it('is done by the page', () => {
    const does = deeds()
    item(built({}, does), 'documents.import').click()
    expect(does.run).toHaveBeenCalledExactlyOnceWith('documents.import')
  })
})

describe('toggles', () => {
  it('show what is on', () => {
    const shown = { disabled: [], checked: ['panel.codes'], theme: 'dark' as const, keys: {} }
    const menu = built({ shown, theme: 'dark' })
    expect(['theme.light', 'theme.dark', 'theme.system'].map(id => item(menu, id).checked)).toEqual([
      false,
      true,
      false,
    ])
    expect(['panel.codes', 'panel.documents'].map(id => item(menu, id).checked)).toEqual([true, false])
    expect(item(menu, 'theme.dark').type).toBe('radio')
  })
})
