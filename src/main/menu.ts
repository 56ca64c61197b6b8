import { basename } from 'node:path'
import type { MenuItemConstructorOptions } from 'electron'
import { type Command, commands, type MenuName } from '../shared/commands.ts'
import type { ShownState } from '../shared/desktop.ts'
import type { OpenProject } from '../shared/host.ts'
import { menuKey } from './menu-keys.ts'

/** All that the menus show. */
export interface MenuModel {
  readonly platform: NodeJS.Platform
  readonly devTools: boolean
  readonly hasProject: boolean
  /** what undo and redo would do; null: nothing */
  readonly undo: string | null
  readonly redo: string | null
  readonly recents: readonly OpenProject[]
  /** as the page tells it; null before it has */
  readonly shown: ShownState | null
  readonly theme: ShownState['theme']
}

export interface MenuDeeds {
  run(commandId: string): void
  open(path: string): void
}

type Item = MenuItemConstructorOptions
const LINE: Item = { type: 'separator' }

/** No letter twice: with Alt they open the menus. */
const TITLES: Readonly<Record<MenuName | 'window', string>> = {
  file: '&File',
  edit: '&Edit',
  view: '&View',
  code: '&Code',
  document: '&Document',
  analysis: '&Analysis',
  window: '&Window',
  help: '&Help',
}

/** Toggles by their kind; whether they are on is the page's knowledge. */
const TOGGLES: Readonly<Record<string, 'radio' | 'checkbox'>> = {
  'theme.light': 'radio',
  'theme.dark': 'radio',
  'theme.system': 'radio',
  'panel.documents': 'checkbox',
  'panel.codes': 'checkbox',
  'panel.segments': 'checkbox',
}

/** What can be done on the start screen, as long as the page has not said so itself. */
const WITHOUT_PROJECT = ['project.new', 'project.open', 'project.sample', 'settings.open']

/** The menus of the system, made from the catalogue, with the roles that only the system can fill. */
export function menuTemplate(model: MenuModel, deeds: MenuDeeds): Item[] {
  const isMac = model.platform === 'darwin'
  const menu = (name: MenuName, ...more: Item[]): Item => ({
    id: name,
    label: TITLES[name],
    submenu: [...commandItems(name, model, deeds), ...more],
    ...(name === 'help' && isMac ? { role: 'help' as const } : {}),
  })
  return [
    ...(isMac ? [macAppMenu()] : []),
    menu('file', ...(isMac ? [] : [LINE, { id: 'quit', role: 'quit' as const }])),
    menu('edit'),
    menu('view', ...viewItems(model)),
    menu('code'),
    menu('document'),
    menu('analysis'),
    windowMenu(isMac),
    menu('help'),
  ]
}

function commandItems(name: MenuName, model: MenuModel, deeds: MenuDeeds): Item[] {
  const mine = commands.filter(({ menu, id }) => menu === name && !isElsewhere(id, model))
  const groups = [...Map.groupBy(mine, ({ group }) => group).values()].map(group =>
    group.map(command => commandItem(command, model, deeds)),
  )
  if (name === 'file') groups[0]?.push(recentsItem(model, deeds))
  if (name === 'edit') groups.splice(1, 0, CLIPBOARD)
  return groups.flatMap((group, at) => (at === 0 ? group : [LINE, ...group]))
}

/** On a Mac, "About" stands in the menu of the app itself. */
const isElsewhere = (id: string, { platform }: MenuModel) => id === 'help.about' && platform === 'darwin'

const CLIPBOARD: Item[] = [
  { id: 'cut', role: 'cut' },
  { id: 'copy', role: 'copy' },
  { id: 'paste', role: 'paste' },
  { id: 'selectAll', role: 'selectAll' },
]

function commandItem(command: Command, model: MenuModel, deeds: MenuDeeds): Item {
  const keys = keysOf(command, model)
  const { accelerator, hint } = menuKey({ keys, place: command.place }, model.platform)
  const type = TOGGLES[command.id]
  return {
    id: command.id,
    label: plain(labelOf(command, model)) + (hint === null ? '' : ` [${hint}]`),
    enabled: canRun(command.id, model),
    click: () => deeds.run(command.id),
    ...(accelerator === null ? {} : { accelerator, registerAccelerator: false }),
    ...(type === undefined ? {} : { type, checked: isOn(command.id, model) }),
  }
}

/** The page tells of keys that the user has changed. */
const keysOf = ({ id, keys }: Command, { shown }: MenuModel) =>
  shown && Object.hasOwn(shown.keys, id) ? shown.keys[id]! : keys

const isOn = (id: string, { shown, theme }: MenuModel) =>
  id === `theme.${theme}` || (!id.startsWith('theme.') && (shown?.checked.includes(id) ?? false))

function labelOf({ id, label }: Command, { undo, redo }: MenuModel): string {
  if (id === 'history.undo' && undo !== null) return `${label} ${undo}`
  if (id === 'history.redo' && redo !== null) return `${label} ${redo}`
  return label
}

function canRun(id: string, { shown, hasProject, undo, redo }: MenuModel): boolean {
  if (id === 'history.undo' && undo === null) return false
  if (id === 'history.redo' && redo === null) return false
  return shown ? !shown.disabled.includes(id) : hasProject || WITHOUT_PROJECT.includes(id)
}

function recentsItem({ platform, recents }: MenuModel, deeds: MenuDeeds): Item {
  if (platform === 'darwin')
    return {
      id: 'recents',
      role: 'recentDocuments',
      submenu: [{ id: 'clear', role: 'clearRecentDocuments' }],
    }
  return {
    id: 'recents',
    label: 'Open recent',
    enabled: recents.length > 0,
    submenu: recents.map(({ path, name }) => ({
      id: `recent:${path}`,
      label: plain(`${name} — ${basename(path)}`),
      click: () => deeds.open(path),
    })),
  }
}

function viewItems({ devTools }: MenuModel): Item[] {
  const fullScreen: Item[] = [LINE, { id: 'fullScreen', role: 'togglefullscreen' }]
  if (!devTools) return fullScreen
  // its usual key imports documents here
  const tools: Item = { id: 'devTools', role: 'toggleDevTools', accelerator: 'F12' }
  return [...fullScreen, LINE, { id: 'reload', role: 'reload' }, tools]
}

function windowMenu(isMac: boolean): Item {
  const more: Item[] = isMac
    ? [
        { id: 'zoom', role: 'zoom' },
        // ⌘W closes a tab (document.closeTab)
        { id: 'close', role: 'close', accelerator: 'Cmd+Shift+W' },
        LINE,
        { id: 'front', role: 'front' },
      ]
    : [{ id: 'close', role: 'close', accelerator: 'Alt+F4', registerAccelerator: false }]
  const submenu: Item[] = [{ id: 'minimize', role: 'minimize' }, ...more]
  return { id: 'window', label: TITLES.window, submenu, ...(isMac ? { role: 'window' as const } : {}) }
}

function macAppMenu(): Item {
  return {
    id: 'app',
    label: 'Postil',
    submenu: [
      { id: 'help.about', role: 'about' },
      LINE,
      { id: 'services', role: 'services' },
      LINE,
      { id: 'hide', role: 'hide' },
      { id: 'hideOthers', role: 'hideOthers' },
      { id: 'unhide', role: 'unhide' },
      LINE,
      { id: 'quit', role: 'quit' },
    ],
  }
}

/** A "&" of the researcher's own words is no mark for a key. */
const plain = (label: string) => label.replaceAll('&', '&&')
