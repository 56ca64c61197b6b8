import type { Command, Place } from '../../shared/commands.ts'

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

/** Held with a key that the catalogue cannot write: Ctrl on a Mac, the system's key elsewhere. */
export const hasForeignModifier = (event: KeyboardEvent) => (isMac ? event.ctrlKey : event.metaKey)

/** Shift, Ctrl and the like alone, dead keys, and what an input method is at work on. */
export const isUnfinished = ({ key, isComposing }: KeyboardEvent) =>
  isComposing ||
  /^(?:Shift|Control|Alt|AltGraph|Meta|OS|CapsLock|Fn|NumLock|Dead|Process|Unidentified)$/.test(key)

const NAMED =
  /^(?:F(?:[1-9]|1\d|2[0-4])|Arrow(?:Left|Right|Up|Down)|Enter|Space|Delete|Insert|Backspace|Home|End|PageUp|PageDown|Escape|Tab|Digit|ContextMenu)$/

/** Whether this is a chord as `chordOf` writes it. */
export function isChord(text: string): boolean {
  const key = /^(?:Mod\+)?(?:Alt\+)?(?:Shift\+)?(.+)$/su.exec(text)?.[1]
  if (key === undefined) return false
  if (NAMED.test(key)) return true
  return /^[^\s\p{C}]$/u.test(key) && (!/^\p{L}$/u.test(key) || key === key.toUpperCase())
}

/** A letter or digit alone: what the switch for single letters means. */
export const isLetter = (chord: string) => /^(?:Shift\+)?(?:\p{L}|Digit)$/u.test(chord)

/** A letter or sign alone, which elsewhere is typing (WCAG 2.1.4). */
export const isSingleCharacter = (chord: string) => /^(?:Shift\+)?(?:[^+\s]|\+|Digit)$/u.test(chord)

const MOVING = /^(?:Shift\+)?(?:Tab|Escape)$|^(?:Arrow\w+|Home|End|PageUp|PageDown|Backspace|ContextMenu)$/
const OF_THE_SYSTEM = new Set(['Mod+X', 'Mod+C', 'Mod+V', 'Mod+A', 'Mod+Q', 'Alt+F4', 'Mod+Tab', 'Alt+Tab'])

/** Lists in which typing letters looks for a name; elsewhere letters are free to be commands. */
const TYPED_INTO: ReadonlySet<Place> = new Set(['window', 'codes', 'documents'])

/** Why this command cannot have this chord, in words; null if it can. */
export function refusal({ id, keys, place }: Command, chord: string): string | null {
  const name = chordLabel(chord)
  if (!isChord(chord)) return `${name} is no key that Postil knows.`
  // what the catalogue itself gives is always good
  if (keys.includes(chord)) return null
  if (MOVING.test(chord)) return `${name} moves the focus or the caret, everywhere.`
  if (OF_THE_SYSTEM.has(chord)) return `${name} belongs to the system.`
  const takesDigit = id === 'code.pinned' || id === 'codes.pin'
  const isDigit = chord === 'Digit' || chord === 'Alt+Digit'
  if (takesDigit && !isDigit) return 'This needs the digits 1–9, alone or with Alt.'
  if (!takesDigit && isDigit)
    return 'The digits 1–9, alone or with Alt, stand for pinned codes. Add Ctrl or Shift.'
  if (isSingleCharacter(chord) && TYPED_INTO.has(place))
    return `${name} alone would be typing here: lists look for names by it. Add ${chordLabel('Mod')} or Alt.`
  return null
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
  const parts = chord.endsWith('+')
    ? [...chord.slice(0, -1).split('+').filter(Boolean), '+']
    : chord.split('+')
  return parts.map(part => names[part] ?? keys[part] ?? part).join(isMac ? '' : '+')
}

/** A chord as `aria-keyshortcuts` has it. */
export const ariaKeys = (chord: string) => chord.replace(/^Mod(?=\+)/, isMac ? 'Meta' : 'Control')
