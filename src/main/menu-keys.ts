import type { Command } from '../shared/commands.ts'

const KEYS: Readonly<Record<string, string>> = {
  Mod: 'CmdOrCtrl',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  '+': 'Plus',
}

/** What Electron knows as keys; it cannot write the letters of every keyboard. */
const KNOWN =
  /^(?:[!-~]|F(?:[1-9]|1\d|2[0-4])|Plus|Space|Tab|Backspace|Delete|Insert|Enter|Up|Down|Left|Right|Home|End|PageUp|PageDown|Escape)$/

/** A chord as Electron writes it; null for the ones that stand for several keys or that it cannot write. */
export function acceleratorOf(chord: string): string | null {
  const parts = chord.endsWith('++') ? [...chord.slice(0, -2).split('+'), '+'] : chord.split('+')
  if (parts.includes('Digit')) return null
  const named = parts.map(part => KEYS[part] ?? part)
  return KNOWN.test(named.at(-1)!) ? named.join('+') : null
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
  if (chord === undefined || /(?:^|\+)Digit$/.test(chord)) return { accelerator: null, hint: null }
  const accelerator = acceleratorOf(chord)
  const written = platform === 'darwin' ? forMac(chord) : chord.replace(/^Mod/, 'Ctrl')
  if (accelerator === null) return { accelerator, hint: written }
  const isTyped = !/^(?:Mod|Alt|Shift)\+|^F\d/.test(chord)
  if (platform === 'darwin' && (place !== 'window' || isTyped)) return { accelerator: null, hint: written }
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
