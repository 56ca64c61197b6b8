import type { Command } from '../shared/commands.ts'

const KEYS: Readonly<Record<string, string>> = {
  Mod: 'CmdOrCtrl',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  '+': 'Plus',
}

/** A chord of the catalogue as Electron writes it; null for the ones that stand for several keys. */
export function acceleratorOf(chord: string): string | null {
  const parts = chord.endsWith('++') ? [...chord.slice(0, -2).split('+'), '+'] : chord.split('+')
  if (parts.includes('Digit')) return null
  return parts.map(part => KEYS[part] ?? part).join('+')
}

export interface MenuKey {
  readonly accelerator: string | null
  /** written behind the label where the system cannot show the key without also taking it */
  readonly hint: string | null
}

/**
 * How a menu shows the keys of a command. The page itself listens for keys, as it does in a
 * browser, so a menu only shows them. macOS cannot show a key without registering it: the
 * page still has it first, but a key that acts in one part of the window only (a plain "C")
 * would be taken everywhere else, so there it is written behind the label.
 */
export function menuKey(
  { keys, place }: Pick<Command, 'keys' | 'place'>,
  platform: NodeJS.Platform,
): MenuKey {
  const chord = keys[0]
  const accelerator = chord === undefined ? null : acceleratorOf(chord)
  if (chord === undefined || accelerator === null) return { accelerator: null, hint: null }
  const isTyped = !/^(?:Mod|Alt|Shift)\+|^F\d/.test(chord)
  if (platform === 'darwin' && (place !== 'window' || isTyped))
    return { accelerator: null, hint: forMac(chord) }
  return { accelerator, hint: null }
}

const SIGNS: Readonly<Record<string, string>> = {
  Mod: '⌘',
  Alt: '⌥',
  Shift: '⇧',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Enter: '↩',
  Delete: '⌦',
}

const forMac = (chord: string) =>
  chord
    .split('+')
    .map(part => SIGNS[part] ?? part)
    .join('')
