import { createStore } from 'zustand/vanilla'

export type Theme = 'system' | 'light' | 'dark'

export interface Preferences {
  readonly theme: Theme
  /** of the text in the reader, px */
  readonly fontSize: number
  /** single letters act as commands in the text (WCAG 2.1.4 asks for a switch) */
  readonly letterKeys: boolean
  /** what a code goes on where nothing is selected */
  readonly codeUnit: 'sentence' | 'paragraph' | 'turn'
  /** by what an edge of a segment moves */
  readonly snap: 'character' | 'word' | 'sentence'
  /** whether paragraphs tell screen readers what codes they carry: always, when asked for (S), or not */
  readonly describe: 'always' | 'asked' | 'off'
  readonly paragraphNumbers: boolean
}

const KEY = 'postil.preferences'
const defaults: Preferences = {
  theme: 'system',
  fontSize: 17,
  letterKeys: true,
  codeUnit: 'sentence',
  snap: 'character',
  describe: 'always',
  paragraphNumbers: true,
}
export const FONT_SIZES = { least: 11, normal: 17, most: 40 } as const

function load(): Preferences {
  const stored = localStorage.getItem(KEY)
  if (stored === null) return defaults
  try {
    return { ...defaults, ...(JSON.parse(stored) as Partial<Preferences>) }
  } catch (error) {
    console.warn('the preferences could not be read and start afresh', error)
    return defaults
  }
}

export const preferences = createStore<Preferences>(load)

export function prefer(change: Partial<Preferences>): void {
  preferences.setState(change)
  localStorage.setItem(KEY, JSON.stringify(preferences.getState()))
}
