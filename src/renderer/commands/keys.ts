import { type Command, commands, type Place } from '../../shared/commands.ts'
import { preferences } from '../state/preferences.ts'
import { bindings } from './bindings.ts'
import { chordOf, hasForeignModifier, isLetter } from './chords.ts'
import { canRun } from './define.ts'
import { runCommand } from './run.ts'

/** Two commands of the catalogue may share a chord only in different places of the window. */
export function ambiguousChords(): string[] {
  const bound = commands.flatMap(command => command.keys.map(chord => ({ chord, place: command.place })))
  return [...Map.groupBy(bound, ({ chord }) => chord)].flatMap(([chord, all]) =>
    new Set(all.map(({ place }) => place)).size === all.length ? [] : [chord],
  )
}

const textInputs =
  'input, textarea, select, [contenteditable="true"], [role="textbox"], [role="searchbox"], [role="combobox"]'

/** What a text field does with these itself, with its own text. */
const EDITING = new Set(['Mod+Z', 'Mod+Shift+Z', 'Mod+Y', 'Mod+X', 'Mod+C', 'Mod+V', 'Mod+A'])

const isSwitchedOff = (chord: string) => !preferences.getState().letterKeys && isLetter(chord)

/** The command of one place that a key means: for lists and bars, which know best what their keys act on. */
export function commandAt(event: KeyboardEvent, place: Place): string | null {
  if (event.isComposing || hasForeignModifier(event)) return null
  const { chord } = chordOf(event)
  if (isSwitchedOff(chord)) return null
  const bound = bindings.getState().byChord.get(chord) ?? []
  return bound.find(command => command.place === place)?.id ?? null
}

/** Letters and plain keys act only where they cannot be meant as typing. */
export function handleKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || hasForeignModifier(event)) return
  const { chord, digit } = chordOf(event)
  const target = event.target instanceof Element ? event.target : null
  const typing = target?.closest(textInputs) != null
  const isPlain = !chord.startsWith('Mod+') && !/^F\d/.test(chord) && !chord.startsWith('Shift+F')
  if (typing && (isPlain || EDITING.has(chord))) return
  // a button with the focus is pressed by these, whatever they mean around it
  if ((chord === 'Enter' || chord === 'Space') && target?.closest('button, a[href], summary')) return
  if (isSwitchedOff(chord)) return
  const place = target?.closest<HTMLElement>('[data-place]')?.dataset['place'] as Place | undefined
  const fits = (command: Command) => command.place === place || command.place === 'window'
  const candidates = (bindings.getState().byChord.get(chord) ?? []).filter(fits)
  // the command of the place where the focus is comes before one of the whole window
  const command = candidates
    .toSorted((a, b) => Number(a.place === 'window') - Number(b.place === 'window'))
    .find(({ id }) => canRun(id))
  if (command && runCommand(command.id, digit)) event.preventDefault()
}
