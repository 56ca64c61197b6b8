import { lowerBound } from '../../shared/model/lower-bound.ts'
/** Something that takes a stretch of one dimension: of the text, or of the margin's height. */
export interface Stretch {
  readonly id: string
  readonly start: number
  readonly end: number
}

/**
 * Gives each stretch a lane, so that none overlaps another in its lane: by start, longer
 * ones first, the lowest lane that is free. A stretch that had a lane keeps it while it
 * can, so that one coding more does not reshuffle the others. Where all of `most` lanes
 * are taken a stretch gets none.
 */
export function assignLanes(
  stretches: readonly Stretch[],
  before: ReadonlyMap<string, number> = new Map(),
  most = Number.POSITIVE_INFINITY,
): Map<string, number> {
  const ordered = stretches.toSorted((a, b) => a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : 1))
  const lanes = new Map<string, number>()
  const taken: Stretch[][] = []
  const put = (stretch: Stretch, lane: number, place: number) => {
    if (lane === taken.length) taken.push([])
    taken[lane]!.splice(place, 0, stretch)
    lanes.set(stretch.id, lane)
  }

  const fresh: Stretch[] = []
  for (const stretch of ordered) {
    const kept = before.get(stretch.id)
    const lane = kept !== undefined && kept < most ? kept : undefined
    for (let index = taken.length; lane !== undefined && index <= lane; index++) taken.push([])
    const place = lane === undefined ? -1 : placeIn(taken[lane]!, stretch)
    if (lane !== undefined && place >= 0) put(stretch, lane, place)
    else fresh.push(stretch)
  }
  for (const stretch of fresh) {
    let lane = 0
    let place = placeIn(taken[lane] ?? [], stretch)
    while (place < 0 && ++lane < most) place = placeIn(taken[lane] ?? [], stretch)
    if (place >= 0) put(stretch, lane, place)
  }
  return lanes
}

/** Where the stretch goes among those of a lane, which are disjoint and in order; -1 if it overlaps one. */
function placeIn(lane: readonly Stretch[], { start, end }: Stretch): number {
  const place = lowerBound(lane.length, index => lane[index]!.end > start)
  const next = lane[place]
  return next && next.start < end ? -1 : place
}
