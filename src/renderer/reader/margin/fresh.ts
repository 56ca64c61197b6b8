import type { Segment } from '../../../shared/contract/segments.ts'

/**
 * The codings of a list that an earlier one does not have. Two lists differ in little, and
 * what is the same in them are the same objects: only what lies between is looked through.
 */
export function newCodings(before: readonly Segment[], after: readonly Segment[]): ReadonlySet<string> {
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && before[head] === after[head]) head++
  let tail = 0
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++
  const idsOf = (segments: readonly Segment[]) =>
    segments.slice(head, segments.length - tail).flatMap(({ codings }) => codings.map(({ id }) => id))
  const known = new Set<string>(idsOf(before))
  return new Set<string>(idsOf(after).filter(id => !known.has(id)))
}
