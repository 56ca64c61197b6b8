import { type Command, commands, type Place } from '../../shared/commands.ts'
import { preferences } from '../state/preferences.ts'
import { canRun } from './define.ts'
import { runCommand } from './run.ts'

const isMac = navigator.platform.startsWith('Mac')

/** "Mod+Shift+Z", "C", "Digit", "Alt+Digit": the chord of a key event, as the catalogue writes it. */
export function chordOf(event: KeyboardEvent): { chord: string; digit: number | undefined } {
  const digitKey = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)
  const parts: string[] = []
  if (isMac ? event.metaKey : event.ctrlKey) parts.push('Mod')
  if (event.altKey) parts.push('Alt')
  const named = event.key.length > 1 || event.key === ' '
  const letter = /^\p{L}$/u.test(event.key)
  // with a symbol such as "?" or "+" the Shift that made it is not part of the chord
  if (event.shiftKey && (named || letter || digitKey)) parts.push('Shift')
  const digit = digitKey && !parts.includes('Mod') ? Number(digitKey[1]) : undefined
  if (digit !== undefined && !parts.includes('Shift')) parts.push('Digit')
  else if (digitKey) parts.push(digitKey[1]!)
  else if (event.key === ' ') parts.push('Space')
  else parts.push(letter ? event.key.toUpperCase() : event.key)
  return { chord: parts.join('+'), digit }
}

const byChord = Map.groupBy(
  commands.flatMap(command => command.keys.map(chord => ({ chord, command }))),
  ({ chord }) => chord,
)

/** Two commands may share a chord only in different places of the window. */
export function ambiguousChords(): string[] {
  return [...byChord].flatMap(([chord, bound]) => {
    const places = bound.map(({ command }) => command.place)
    return new Set(places).size === places.length ? [] : [chord]
  })
}

const textInputs =
  'input, textarea, select, [contenteditable="true"], [role="textbox"], [role="searchbox"], [role="combobox"]'

/** What a text field does with these itself, with its own text. */
const EDITING = new Set(['Mod+Z', 'Mod+Shift+Z', 'Mod+Y', 'Mod+X', 'Mod+C', 'Mod+V', 'Mod+A'])

/** Letters and plain keys act only where they cannot be meant as typing. */
export function handleKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return
  const { chord, digit } = chordOf(event)
  const target = event.target instanceof Element ? event.target : null
  const typing = target?.closest(textInputs) != null
  const isPlain = !chord.startsWith('Mod+') && !/^F\d/.test(chord) && !chord.startsWith('Shift+F')
  if (typing && (isPlain || EDITING.has(chord))) return
  if (!preferences.getState().letterKeys && /^(?:Shift\+)?(?:\p{L}|Digit)$/u.test(chord)) return
  const place = target?.closest<HTMLElement>('[data-place]')?.dataset['place'] as Place | undefined
  const fits = (command: Command) => command.place === place || command.place === 'window'
  const candidates = (byChord.get(chord) ?? []).map(({ command }) => command).filter(fits)
  // the command of the place where the focus is comes before one of the whole window
  const command = candidates
    .toSorted((a, b) => Number(a.place === 'window') - Number(b.place === 'window'))
    .find(({ id }) => canRun(id))
  if (command && runCommand(command.id, digit)) event.preventDefault()
}

/** How a chord is written for people. */
export function chordLabel(chord: string): string {
  const names: Record<string, string> = isMac
    ? { Mod: '⌘', Alt: '⌥', Shift: '⇧' }
    : { Mod: 'Ctrl', Alt: 'Alt', Shift: 'Shift' }
  const keys: Record<string, string> = {
    ArrowLeft: '←',
    ArrowRight: '→',
    ArrowUp: '↑',
    ArrowDown: '↓',
    Digit: '1–9',
    Delete: 'Del',
  }
  const parts = chord === 'Mod++' ? ['Mod', '+'] : chord.split('+')
  return parts.map(part => names[part] ?? keys[part] ?? part).join(isMac ? '' : '+')
}
