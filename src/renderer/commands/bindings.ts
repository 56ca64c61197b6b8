import { createStore } from 'zustand/vanilla'
import { preferences } from '../state/preferences.ts'
import { useStore } from '../ui/use-store.ts'
import { chordLabel, isLetter } from './chords.ts'
import { type Bindings, bindingsOf } from './overrides.ts'

/** The keys that hold now: the catalogue's and what the user made of them. */
export const bindings = createStore<Bindings>(() => bindingsOf(preferences.getState().keys))

preferences.subscribe((now, before) => {
  if (now.keys !== before.keys) bindings.setState(bindingsOf(now.keys), true)
})

export const chordsOf = (id: string): readonly string[] => bindings.getState().chords.get(id) ?? []

/** The first key of a command that acts now: single letters may be switched off. */
export function actingChord(id: string): string | undefined {
  const { letterKeys } = preferences.getState()
  return chordsOf(id).find(chord => letterKeys || !isLetter(chord))
}

/** That key, written for people. For what is read each time it opens; else `useKeyLabel`. */
export function keyLabel(id: string): string | undefined {
  const chord = actingChord(id)
  return chord === undefined ? undefined : chordLabel(chord)
}

/** How to write a command's first key; who asks is drawn anew when keys change. */
export function useKeyLabel(): (id: string) => string | undefined {
  useStore(bindings, state => state)
  useStore(preferences, state => state.letterKeys)
  return keyLabel
}
