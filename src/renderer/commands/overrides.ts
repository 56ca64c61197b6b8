import { type Command, commands, isWithin, type Place } from '../../shared/commands.ts'
import { refusal } from './chords.ts'

/** Chords given by the user, by command; an empty list: none at all. What is not here has its chords of the catalogue. */
export type Overrides = Readonly<Record<string, readonly string[]>>

/** A chord that a command would have, had another of the same place not claimed it first. */
export interface Loss {
  readonly command: Command
  readonly chord: string
  readonly to: Command
}

export interface Bindings {
  readonly chords: ReadonlyMap<string, readonly string[]>
  readonly byChord: ReadonlyMap<string, readonly Command[]>
  readonly losses: readonly Loss[]
}

/**
 * Who has which chord. In one place a chord has one command: what the user gave goes before
 * what the catalogue gives, and among equals the catalogue's order decides. Who loses is told.
 */
export function bindingsOf(overrides: Overrides): Bindings {
  const isGiven = ({ id }: Command) => overrides[id] !== undefined
  const claims = [...commands.filter(isGiven), ...commands.filter(command => !isGiven(command))]
  const owners = new Map<string, Command>()
  const chords = new Map<string, readonly string[]>()
  const losses: Loss[] = []
  for (const command of claims) {
    const got: string[] = []
    for (const chord of new Set(overrides[command.id] ?? command.keys)) {
      const spot = `${command.place} ${chord}`
      const owner = owners.get(spot)
      if (owner) losses.push({ command, chord, to: owner })
      else {
        owners.set(spot, command)
        got.push(chord)
      }
    }
    chords.set(command.id, got)
  }
  const bound = commands.flatMap(command => chords.get(command.id)!.map(chord => ({ chord, command })))
  const byChord = new Map(
    [...Map.groupBy(bound, ({ chord }) => chord)].map(([chord, all]) => [
      chord,
      all.map(({ command }) => command),
    ]),
  )
  return { chords, byChord, losses }
}

export interface Conflict {
  readonly other: Command
  /** same: one of them must let go · nearer: the one of the smaller place acts there, the other elsewhere */
  readonly kind: 'same' | 'nearer'
}

/** Who else has this chord where this command would act. */
export function conflictsOf({ byChord }: Bindings, command: Command, chord: string): Conflict[] {
  return (byChord.get(chord) ?? [])
    .filter(({ id }) => id !== command.id)
    .flatMap((other): Conflict[] => {
      if (other.place === command.place) return [{ other, kind: 'same' }]
      const isNested = isWithin(other.place, command.place) || isWithin(command.place, other.place)
      return isNested ? [{ other, kind: 'nearer' }] : []
    })
}

const commandOf = (id: string) => commands.find(command => command.id === id)

const sameChords = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((chord, at) => chord === b[at])

/** What a command has now, as overrides say it, whether or not another has claimed some of it. */
const wanted = (overrides: Overrides, command: Command) => overrides[command.id] ?? command.keys

/** These chords for this command; the catalogue's own need no word. */
export function withChords(overrides: Overrides, id: string, chords: readonly string[]): Overrides {
  const { [id]: _, ...others } = overrides
  const command = commandOf(id)
  if (!command || sameChords(command.keys, chords)) return others
  return { ...others, [id]: [...new Set(chords)] }
}

/** A command gets a chord, in place of another of its own or besides them. */
export function assign(overrides: Overrides, id: string, chord: string, instead: string | null): Overrides {
  const command = commandOf(id)
  if (!command) return overrides
  const now = wanted(overrides, command).filter(own => own !== chord || own === instead)
  const next = now.includes(instead ?? '') ? now.map(own => (own === instead ? chord : own)) : [...now, chord]
  return withChords(overrides, id, next)
}

/** A command lets a chord go. */
export function release(overrides: Overrides, id: string, chord: string): Overrides {
  const command = commandOf(id)
  if (!command) return overrides
  return withChords(
    overrides,
    id,
    wanted(overrides, command).filter(own => own !== chord),
  )
}

/** What is stored, checked: what cannot be is left out and named. */
export function checkedOverrides(stored: unknown): { overrides: Overrides; dropped: string[] } {
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored))
    return { overrides: {}, dropped: ['keys'] }
  const dropped: string[] = []
  let overrides: Overrides = {}
  for (const [id, chords] of Object.entries(stored)) {
    const command = commandOf(id)
    if (!command || !Array.isArray(chords)) {
      dropped.push(`keys of ${id}`)
      continue
    }
    const good = chords.filter(
      (chord): chord is string => typeof chord === 'string' && refusal(command, chord) === null,
    )
    if (good.length < chords.length) dropped.push(`a key of ${id}`)
    // a list of which nothing is left was no wish for no key
    if (good.length > 0 || chords.length === 0) overrides = withChords(overrides, id, good)
  }
  return { overrides, dropped }
}

/** "in the text", for people; of the whole window nothing needs to be said. */
export const WHERE: Readonly<Record<Place, string>> = {
  window: '',
  text: 'in the text',
  margin: 'in the margin',
  codes: 'in the codes',
  documents: 'in the documents',
  segments: 'in the list of segments',
  review: 'in the report on a replaced document',
}
