import { createStore } from 'zustand/vanilla'
import { commands } from '../../shared/commands.ts'
import { bindings } from '../commands/bindings.ts'
import { chordLabel, chordOf, hasForeignModifier, isUnfinished, refusal } from '../commands/chords.ts'
import {
  assign,
  type Conflict,
  conflictsOf,
  type Overrides,
  release,
  withChords,
} from '../commands/overrides.ts'
import { PRESETS, type PresetName } from '../commands/presets.ts'
import { prefer, preferences } from '../state/preferences.ts'

/** press: the next key is the new one · ask: that key means something already, and the user decides */
export type Step =
  | {
      readonly kind: 'press'
      readonly id: string
      readonly instead: string | null
      readonly refused: string | null
    }
  | {
      readonly kind: 'ask'
      readonly id: string
      readonly instead: string | null
      readonly chord: string
      readonly conflicts: readonly Conflict[]
    }

interface Rekeying {
  readonly step: Step | null
  /** what was just done, for the line of status */
  readonly said: string
  /** the keys before the last sweeping change */
  readonly before: Overrides | null
}

const idle: Rekeying = { step: null, said: '', before: null }

/** Giving commands other keys: where one is in it. */
export const rekeying = createStore<Rekeying>(() => idle)

const commandOf = (id: string) => commands.find(command => command.id === id)!
const keysNow = () => preferences.getState().keys

export const stopRekeying = () => rekeying.setState(idle, true)

/** `instead`: the chord that the new one replaces; null: it comes besides the others. */
export function askForKey(id: string, instead: string | null): void {
  rekeying.setState({ step: { kind: 'press', id, instead, refused: null }, said: '', before: null })
}

export const forgetStep = () => rekeying.setState({ step: null })

/** A key was pressed for the command that waits for one. Returns whether it is the capture's to keep. */
export function hearKey(event: KeyboardEvent): boolean {
  const { step } = rekeying.getState()
  if (step?.kind !== 'press') return false
  // out by Tab, as out of everything
  if (event.key === 'Tab' && !event.ctrlKey && !event.altKey && !event.metaKey) return false
  if (isUnfinished(event)) return true
  const { chord } = chordOf(event)
  if (chord === 'Escape') forgetStep()
  else if (hasForeignModifier(event)) refuse(step, 'Keys held with that one are left to the system.')
  else hearChord(step, chord)
  return true
}

const refuse = (step: Step & { kind: 'press' }, refused: string) =>
  rekeying.setState({ step: { ...step, refused } })

function hearChord(step: Step & { kind: 'press' }, chord: string): void {
  const { id, instead } = step
  const command = commandOf(id)
  const reason = refusal(command, chord)
  const conflicts = conflictsOf(bindings.getState(), command, chord)
  if (reason !== null) refuse(step, reason)
  else if (conflicts.length === 0) give(id, chord, instead, [])
  else rekeying.setState({ step: { kind: 'ask', id, instead, chord, conflicts } })
}

/** The answer to the question. take: the others let the key go · both: only where each has its own place. */
export function settle(answer: 'take' | 'both'): void {
  const { step } = rekeying.getState()
  if (step?.kind !== 'ask') return
  const losing = step.conflicts.filter(({ kind }) => answer === 'take' || kind === 'same')
  give(
    step.id,
    step.chord,
    step.instead,
    losing.map(({ other }) => other.id),
  )
}

function give(id: string, chord: string, instead: string | null, losing: readonly string[]): void {
  const freed = losing.reduce((keys, other) => release(keys, other, chord), keysNow())
  prefer({ keys: assign(freed, id, chord, instead) })
  rekeying.setState({
    step: null,
    said: `${chordLabel(chord)} now means “${commandOf(id).label}”.`,
  })
}

export function dropKey(id: string, chord: string): void {
  prefer({ keys: release(keysNow(), id, chord) })
  rekeying.setState({
    step: null,
    said: `${chordLabel(chord)} no longer means “${commandOf(id).label}”.`,
    before: null,
  })
}

/** The catalogue's keys again. Another command that the user gave one of them keeps it; that is said at the row. */
export function resetKeys(id: string): void {
  prefer({ keys: withChords(keysNow(), id, commandOf(id).keys) })
  rekeying.setState({ step: null, said: `“${commandOf(id).label}” has its own keys again.`, before: null })
}

export function choosePreset(name: PresetName): void {
  const before = keysNow()
  prefer({ keys: PRESETS[name] })
  const said =
    name === 'postil' ? 'All keys are Postil’s own again.' : 'The keys are now like those of ATLAS.ti.'
  rekeying.setState({ step: null, said, before })
}

export function takeBackPreset(): void {
  const { before } = rekeying.getState()
  if (before) prefer({ keys: before })
  rekeying.setState({ step: null, said: 'Your keys are as they were.', before: null })
}
