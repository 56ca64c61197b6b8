import { type Command, commands, MENUS, type MenuName, type Place } from '../../shared/commands.ts'
import { foldText } from '../../shared/text/fold.ts'
import { chordLabel } from './chords.ts'
import { type Bindings, WHERE } from './overrides.ts'

export const MENU_TITLES: Readonly<Record<MenuName, string>> = {
  file: 'File',
  edit: 'Edit',
  view: 'View',
  code: 'Code',
  document: 'Document',
  analysis: 'Analysis',
  help: 'Help',
}

export interface Listed {
  readonly title: string
  readonly commands: readonly Command[]
}

/** What is in no menu of the window, by where it acts: its own menus there have it. */
const ELSEWHERE: readonly (readonly [Place, string])[] = [
  ['margin', 'On a bar in the margin'],
  ['segments', 'In the list of segments'],
  ['review', 'In the report on a replaced document'],
  ['codes', 'In menus of the codes'],
]

const GROUPS: readonly { readonly title: string; readonly commands: readonly Command[] }[] = [
  ...MENUS.map(menu => ({
    title: MENU_TITLES[menu],
    commands: commands.filter(command => command.menu === menu),
  })),
  ...ELSEWHERE.map(([place, title]) => ({
    title,
    commands: commands.filter(command => command.menu === null && command.place === place),
  })),
]

/** The catalogue by menu or place, narrowed to what has all words of the query in its name, its keys or its place. */
export function listed(query: string, { chords }: Bindings): Listed[] {
  const words = foldText(query.trim()).split(/\s+/).filter(Boolean)
  const fits = (command: Command, title: string) => {
    const keys = chords.get(command.id)!.map(chordLabel).join(' ')
    const text = foldText(`${command.label} ${title} ${keys} ${WHERE[command.place]}`)
    return words.every(word => text.includes(word))
  }
  return GROUPS.map(group => ({
    title: group.title,
    commands: group.commands.filter(command => fits(command, group.title)),
  })).filter(group => group.commands.length > 0)
}
