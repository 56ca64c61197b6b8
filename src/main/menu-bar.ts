import type { Menu, MenuItemConstructorOptions } from 'electron'
import { type MenuDeeds, type MenuModel, menuTemplate } from './menu.ts'

export type MenuPort = Pick<typeof Menu, 'buildFromTemplate' | 'setApplicationMenu'>

/**
 * Keeps the menus of the system in step with what they show. Items are changed in place, so
 * that an open menu stays open; only another list of items makes another menu.
 */
export function createMenuBar(menus: MenuPort, deeds: MenuDeeds): (model: MenuModel) => void {
  let current: { menu: Menu; shape: string } | null = null
  return model => {
    const template = menuTemplate(model, deeds)
    const shape = JSON.stringify(template.map(shapeOf))
    if (current?.shape === shape) {
      update(current.menu, template)
      return
    }
    const menu = menus.buildFromTemplate(template)
    menus.setApplicationMenu(menu)
    current = { menu, shape }
  }
}

type Shape = [id: string, children: Shape[]]

const shapeOf = ({ id = '', submenu }: MenuItemConstructorOptions): Shape => [
  id,
  Array.isArray(submenu) ? submenu.map(shapeOf) : [],
]

function update(menu: Menu, template: readonly MenuItemConstructorOptions[]): void {
  for (const { id, label, enabled, checked, submenu } of template) {
    const item = id === undefined ? null : menu.getMenuItemById(id)
    if (!item) continue
    if (label !== undefined && item.label !== label) item.label = label
    if (enabled !== undefined) item.enabled = enabled
    // of a group of radio items any write, even of false, switches the item on
    if (checked !== undefined && (checked || item.type !== 'radio')) item.checked = checked
    if (Array.isArray(submenu) && item.submenu) update(item.submenu, submenu)
  }
}
