import { describe, expect, it, vi } from 'vitest'
import type { MenuModel } from '../../src/main/menu.ts'
import { createMenuBar } from '../../src/main/menu-bar.ts'
import { createMenus } from '../support/electron/menu.ts'

const model: MenuModel = {
  platform: 'linux',
  devTools: false,
  hasProject: true,
  undo: null,
  redo: null,
  recents: [],
  shown: null,
  theme: 'system',
}

function bar() {
  const { menus, state } = createMenus()
  const show = createMenuBar(menus, { run: vi.fn(), open: vi.fn() })
  return { show, state, item: (id: string) => state.application?.getMenuItemById(id) }
}

describe('the menu bar', () => {
  it('changes its items where they are, so that an open menu stays open', () => {
    const { show, state, item } = bar()
    show(model)
    show({
      ...model,
      undo: 'Apply code',
      theme: 'dark',
      shown: { disabled: ['code.pick'], checked: ['panel.codes'], theme: 'dark', keys: {} },
    })
    expect(state.built).toBe(1)
    expect(item('history.undo')).toMatchObject({ label: 'Undo Apply code', enabled: true })
    expect(item('code.pick')?.enabled).toBe(false)
    expect(item('panel.codes')?.checked).toBe(true)
  })

  it('has one theme at a time, whatever it was before', () => {
    const { show, item } = bar()
    const themes = () => ['theme.light', 'theme.dark', 'theme.system'].filter(id => item(id)?.checked)
    show(model)
    expect(themes()).toEqual(['theme.system'])
    for (const theme of ['dark', 'light', 'system', 'light', 'dark'] as const) {
      show({ ...model, theme })
      expect(themes()).toEqual([`theme.${theme}`])
    }
  })

  it('puts a toggle back that the page did not toggle', () => {
    const { show, item } = bar()
    const shown = { disabled: [], checked: ['panel.codes'], theme: 'system' as const, keys: {} }
    show({ ...model, shown })
    item('panel.codes')?.click()
    expect(item('panel.codes')?.checked).toBe(false)
    show({ ...model, shown })
    expect(item('panel.codes')?.checked).toBe(true)
  })

  it('is made anew when other items are in it', () => {
    const { show, state, item } = bar()
    show(model)
    show({ ...model, recents: [{ path: '/a.postil', name: 'a' }] })
    expect(state.built).toBe(2)
    expect(item('recents')?.submenu?.items).toHaveLength(1)
  })
})
