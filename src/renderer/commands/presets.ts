import type { Overrides } from './overrides.ts'

export type PresetName = 'postil' | 'atlas'

/**
 * Sets of keys to begin with.
 *
 * `atlas`: for hands that have learnt ATLAS.ti on Windows. What its verbs mean is public (open
 * coding: a new code is made for the passage; quick coding: the code used last is applied again:
 * https://libguides.hanze.nl/c.php?g=680403&p=4850978). Its keys are known from its users only:
 * no public text at hand confirms Ctrl+J (coding dialogue), Ctrl+K (open coding) and Ctrl+L
 * (quick coding), so nothing beyond these three is claimed. Its coding dialogue and open coding
 * are one picker here, which makes a code of a name that there is not yet. Ctrl+K leaves "Find
 * or do" for them, which keeps Ctrl+Shift+P. Postil's letters stay as they are.
 */
export const PRESETS: Readonly<Record<PresetName, Overrides>> = {
  postil: {},
  atlas: {
    'code.pick': ['Mod+J', 'Mod+K', 'C', 'Enter'],
    'code.again': ['Mod+L', 'R'],
    'palette.open': ['Mod+Shift+P'],
  },
}

/** Which set these keys are; null: one of the user's own. */
export function presetOf(overrides: Overrides): PresetName | null {
  const text = (keys: Overrides) =>
    JSON.stringify(Object.entries(keys).toSorted(([a], [b]) => (a < b ? -1 : 1)))
  const names = Object.keys(PRESETS) as PresetName[]
  return names.find(name => text(PRESETS[name]) === text(overrides)) ?? null
}
