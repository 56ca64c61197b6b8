import { type Command, commands, MENUS, type MenuName } from '../../shared/commands.ts'
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

/** The catalogue by menu, narrowed to what has all words of the query in its name, its keys or its place. */
export function listed(query: string, { chords }: Bindings): Listed[] {
  const words = foldText(query.trim()).split(/\s+/).filter(Boolean)
  const fits = (command: Command, title: string) => {
    const keys = chords.get(command.id)!.map(chordLabel).join(' ')
    const text = foldText(`${command.label} ${title} ${keys} ${WHERE[command.place]}`)
    return words.every(word => text.includes(word))
  }
  return [...MENUS, null]
    .map(menu => {
      const title = menu === null ? 'Only in context menus' : MENU_TITLES[menu]
      return {
        title,
        commands: commands.filter(command => command.menu === menu && fits(command, title)),
      }
    })
    .filter(group => group.commands.length > 0)
}
