import { createStore } from 'zustand/vanilla'
import { checkedOverrides, type Overrides } from '../commands/overrides.ts'

export type Theme = 'system' | 'light' | 'dark'

export interface Preferences {
  readonly theme: Theme
  readonly contrast: 'system' | 'normal' | 'high'
  /** of the text in the reader */
  readonly fontFamily: 'serif' | 'sans' | 'system' | 'spaced'
  /** of the text in the reader, px */
  readonly fontSize: number
  /** of a full line of the text, in characters */
  readonly lineWidth: number
  /** from line to line, in heights of the letters */
  readonly lineSpacing: number
  /** between paragraphs, in heights of the letters */
  readonly paragraphSpacing: number
  /** how the text shows that it carries codes */
  readonly coded: 'underline' | 'fill' | 'none'
  /** single letters act as commands in the text (WCAG 2.1.4 asks for a switch) */
  readonly letterKeys: boolean
  /** what a code goes on where nothing is selected */
  readonly codeUnit: 'sentence' | 'paragraph' | 'turn'
  /** by what an edge of a segment moves */
  readonly snap: 'character' | 'word' | 'sentence'
  /** whether paragraphs tell screen readers what codes they carry: always, when asked for (S), or not */
  readonly describe: 'always' | 'asked' | 'off'
  readonly paragraphNumbers: boolean
  /** keys that are not the catalogue's, by command */
  readonly keys: Overrides
}

export const FONT_SIZES = { least: 11, normal: 17, most: 40 } as const
export const LINE_WIDTHS = { least: 45, normal: 72, most: 100 } as const
export const LINE_SPACINGS = { least: 1.2, normal: 1.55, most: 2.2 } as const
export const PARAGRAPH_SPACINGS = { least: 0, normal: 0.6, most: 2 } as const

export const DEFAULTS: Preferences = {
  theme: 'system',
  contrast: 'system',
  fontFamily: 'serif',
  fontSize: FONT_SIZES.normal,
  lineWidth: LINE_WIDTHS.normal,
  lineSpacing: LINE_SPACINGS.normal,
  paragraphSpacing: PARAGRAPH_SPACINGS.normal,
  coded: 'underline',
  letterKeys: true,
  codeUnit: 'sentence',
  snap: 'character',
  describe: 'always',
  paragraphNumbers: true,
  keys: {},
}

type Check = (value: unknown) => boolean
const oneOf =
  (...options: readonly string[]): Check =>
  value =>
    options.includes(value as string)
const between =
  ({ least, most }: { least: number; most: number }): Check =>
  value =>
    typeof value === 'number' && value >= least && value <= most
const isSwitch: Check = value => typeof value === 'boolean'

const CHECKS: Record<Exclude<keyof Preferences, 'keys'>, Check> = {
  theme: oneOf('system', 'light', 'dark'),
  contrast: oneOf('system', 'normal', 'high'),
  fontFamily: oneOf('serif', 'sans', 'system', 'spaced'),
  fontSize: between(FONT_SIZES),
  lineWidth: between(LINE_WIDTHS),
  lineSpacing: between(LINE_SPACINGS),
  paragraphSpacing: between(PARAGRAPH_SPACINGS),
  coded: oneOf('underline', 'fill', 'none'),
  letterKeys: isSwitch,
  codeUnit: oneOf('sentence', 'paragraph', 'turn'),
  snap: oneOf('character', 'word', 'sentence'),
  describe: oneOf('always', 'asked', 'off'),
  paragraphNumbers: isSwitch,
}

/** What was stored, each value checked: one that cannot be falls back to its default, and is named. */
export function checkedPreferences(stored: unknown): { preferences: Preferences; dropped: string[] } {
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored))
    return { preferences: DEFAULTS, dropped: ['all'] }
  const given = stored as Record<string, unknown>
  const names = Object.keys(CHECKS).filter(name => given[name] !== undefined) as (keyof typeof CHECKS)[]
  const good = names.filter(name => CHECKS[name](given[name]))
  const keys = checkedOverrides(given['keys'] ?? {})
  const kept = Object.fromEntries(good.map(name => [name, given[name]])) as Partial<Preferences>
  return {
    preferences: { ...DEFAULTS, ...kept, keys: keys.overrides },
    dropped: [...names.filter(name => !good.includes(name)), ...keys.dropped],
  }
}

const KEY = 'postil.preferences'

function load(): Preferences {
  const stored = localStorage.getItem(KEY)
  if (stored === null) return DEFAULTS
  try {
    const { preferences, dropped } = checkedPreferences(JSON.parse(stored))
    if (dropped.length > 0)
      console.warn(`these preferences could not be read and are the usual ones: ${dropped.join(', ')}`)
    return preferences
  } catch (error) {
    console.warn('the preferences could not be read and start afresh', error)
    return DEFAULTS
  }
}

export const preferences = createStore<Preferences>(load)

export function prefer(change: Partial<Preferences>): void {
  preferences.setState(change)
  localStorage.setItem(KEY, JSON.stringify(preferences.getState()))
}
