import { type Command, isWithin } from '../../shared/commands.ts'
import { chordLabel } from '../commands/chords.ts'
import { type Bindings, type Conflict, conflictsOf, WHERE } from '../commands/overrides.ts'

const quoted = ({ label }: Command) => `“${label}”`
const placeOf = ({ place }: Command) => (place === 'window' ? 'in the whole window' : WHERE[place])

/** What a chord already means where a command wants it, as a sentence for each. */
export function conflictWords(command: Command, chord: string, conflicts: readonly Conflict[]): string[] {
  const key = chordLabel(chord)
  return conflicts.map(({ other, kind }) => {
    const already = `${key} already means ${quoted(other)} ${placeOf(other)}.`
    if (kind === 'same') return `${already} One key cannot mean both.`
    const [near, far] = isWithin(command.place, other.place) ? [command, other] : [other, command]
    return `${already} With both, it would mean ${quoted(near)} ${WHERE[near.place]} and ${quoted(far)} elsewhere.`
  })
}

/** What there is to know about the keys of a command as they are now: keys that it lost, keys that others have nearer. */
export function standingWords(bindings: Bindings, command: Command): string[] {
  const lost = bindings.losses
    .filter(loss => loss.command.id === command.id)
    .map(({ chord, to }) => `${chordLabel(chord)} went to ${quoted(to)}.`)
  const nearer = bindings.chords.get(command.id)!.flatMap(chord =>
    conflictsOf(bindings, command, chord)
      .filter(({ other }) => isWithin(other.place, command.place))
      .map(({ other }) => `${chordLabel(chord)} ${WHERE[other.place]} means ${quoted(other)}.`),
  )
  return [...lost, ...nearer]
}
