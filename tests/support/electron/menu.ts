import type { BrowserWindow, Menu, MenuItemConstructorOptions } from 'electron'
import { isAccelerator } from './accelerator.ts'
import { strict } from './strict.ts'

// As lib/browser/api/menu.ts, menu-item.ts and menu-item-roles.ts do it.

type Type = 'normal' | 'separator' | 'submenu' | 'checkbox' | 'radio'

/** Roles with the accelerator they bring along. */
const ROLES: Readonly<Record<string, string | null>> = {
  about: null,
  clearRecentDocuments: null,
  close: 'CommandOrControl+W',
  copy: 'CommandOrControl+C',
  cut: 'CommandOrControl+X',
  front: null,
  help: null,
  hide: 'Command+H',
  hideOthers: 'Command+Alt+H',
  minimize: 'CommandOrControl+M',
  paste: 'CommandOrControl+V',
  quit: 'CommandOrControl+Q',
  recentDocuments: null,
  redo: 'Shift+CommandOrControl+Z',
  reload: 'CmdOrCtrl+R',
  selectAll: 'CommandOrControl+A',
  services: null,
  toggleDevTools: 'Alt+Command+I',
  togglefullscreen: 'F11',
  undo: 'CommandOrControl+Z',
  unhide: null,
  window: null,
  zoom: null,
}

export class ItemModel {
  readonly id: string | undefined
  readonly role: string | undefined
  readonly type: Type
  readonly accelerator: string | null
  readonly registerAccelerator: boolean
  readonly submenu: MenuModel | undefined
  label: string
  enabled: boolean
  #checked: boolean
  #group: ItemModel[] = [this]
  readonly #click: MenuItemConstructorOptions['click']

  constructor(options: MenuItemConstructorOptions) {
    const { id, role, type, label, accelerator, registerAccelerator = true, submenu, click } = options
    if (role !== undefined && !Object.hasOwn(ROLES, role))
      throw new Error(`the role “${role}” is not modelled`)
    if (accelerator !== undefined && !isAccelerator(accelerator))
      throw new Error(`“${accelerator}” is no accelerator`)
    this.id = id
    this.role = role
    this.label = label ?? role ?? ''
    this.enabled = options.enabled ?? true
    this.accelerator = accelerator ?? (role === undefined ? null : (ROLES[role] ?? null))
    this.registerAccelerator = registerAccelerator
    this.submenu = Array.isArray(submenu) ? new MenuModel(submenu) : undefined
    this.type = (type as Type | undefined) ?? (this.submenu ? 'submenu' : 'normal')
    this.#checked = options.checked ?? false
    this.#click = click
  }

  get checked(): boolean {
    return this.#checked
  }

  /** Of a radio item any write switches it on, and the others of its group off. */
  set checked(value: boolean) {
    if (this.type === 'radio') for (const item of this.#group) item.#checked = item === this
    else this.#checked = value
  }

  joinGroup(group: ItemModel[]): void {
    this.#group = group
    group.push(this)
  }

  /** What a click does; a role's own deed is the system's. */
  click(): void {
    if (!this.enabled) throw new Error(`“${this.label}” is greyed: nobody can click it`)
    if (this.type === 'checkbox' || this.type === 'radio') this.checked = !this.checked
    if (this.role === undefined) this.#click?.(this as never, undefined, {} as never)
  }
}

export class MenuModel {
  readonly items: ItemModel[] = []

  constructor(template: readonly MenuItemConstructorOptions[]) {
    if (!Array.isArray(template))
      throw new TypeError('Invalid template for Menu: Menu template must be an array')
    const isValid = (item: object) =>
      Object.hasOwn(item, 'label') ||
      Object.hasOwn(item, 'role') ||
      (item as { type?: string }).type === 'separator'
    if (!template.every(isValid))
      throw new TypeError('Invalid template for MenuItem: must have at least one of label, role or type')
    const isLine = (item: MenuItemConstructorOptions | undefined) => item?.type === 'separator'
    const folded = template.filter((item, at) => !isLine(item) || !isLine(template[at - 1]))
    const kept = folded.filter((item, at) => !isLine(item) || (at > 0 && at < folded.length - 1))
    let group: ItemModel[] = []
    for (const options of kept) {
      const item = new ItemModel(options)
      if (item.type === 'separator') group = []
      if (item.type === 'radio') item.joinGroup(group)
      this.items.push(item)
    }
  }

  getMenuItemById(id: string): ItemModel | null {
    for (const item of this.items) {
      const found = item.id === id ? item : (item.submenu?.getMenuItemById(id) ?? null)
      if (found) return found
    }
    return null
  }

  /** All items with those of the submenus, lines left out. */
  all(): ItemModel[] {
    return this.items
      .flatMap(item => [item, ...(item.submenu?.all() ?? [])])
      .filter(({ type }) => type !== 'separator')
  }
}

/** `Menu`, and what the tests see of it. */
export function createMenus() {
  const state = { application: null as MenuModel | null, built: 0, popups: [] as MenuModel[] }
  const menus = strict('Menu', {
    buildFromTemplate: (template: MenuItemConstructorOptions[]) => {
      const model = new MenuModel(template)
      const popup = (_options: { window: BrowserWindow }) => void state.popups.push(model)
      return strict('menu', Object.assign(model, { popup })) as unknown as Menu
    },
    setApplicationMenu: (menu: Menu | null) => {
      state.application = menu as unknown as MenuModel | null
      state.built++
    },
  } satisfies Pick<typeof Menu, 'buildFromTemplate' | 'setApplicationMenu'>)
  return { menus: menus as unknown as typeof Menu, state }
}
