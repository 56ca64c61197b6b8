/** A bar of the margin as far as its label is concerned; heights in px from the top of the page. */
export interface Labelled {
  readonly id: string
  readonly top: number
  readonly bottom: number
  readonly lane: number
  /** how wide its label is in full, and with no more than its first letters */
  readonly width: number
  readonly least: number
}

export interface LabelPlace {
  readonly top: number
  readonly left: number
  readonly width: number
}

export interface LabelRoom {
  readonly line: number
  /** from one lane to the next */
  readonly pitch: number
  readonly width: number
}

const GAP = 6
/** how far down a long bar a free line is looked for */
const MOST_LINES = 30

/**
 * Where labels go: on the first line of their bar where they fit in full, right of the
 * bars and labels that are there; else on the first where their first letters fit; else
 * nowhere (undefined), until the bar is pointed at.
 */
export function placeLabels(bars: readonly Labelled[], room: LabelRoom): Map<string, LabelPlace> {
  const places = new Map<string, LabelPlace>()
  const taken: LabelPlace[] = []
  // those that have but one line first: the others can go farther down
  const ways = new Map(bars.map(bar => [bar.id, Math.min(2, linesOf(bar, room.line).length)]))
  const inTurn = (a: Labelled, b: Labelled) =>
    ways.get(a.id)! - ways.get(b.id)! || a.top - b.top || a.lane - b.lane
  for (const bar of bars.toSorted(inTurn)) {
    const spots = linesOf(bar, room.line).map(top => spotAt(top, bar, bars, taken, room))
    const spot =
      spots.find(({ space }) => space >= bar.width) ?? spots.find(({ space }) => space >= bar.least)
    if (!spot) continue
    const place = { top: spot.top, left: spot.left, width: Math.min(bar.width, spot.space) }
    places.set(bar.id, place)
    taken.push(place)
  }
  return places
}

function linesOf({ top, bottom }: Labelled, line: number): number[] {
  const count = Math.max(1, Math.min(MOST_LINES, Math.floor((bottom - top) / line + 0.3)))
  return Array.from({ length: count }, (_, index) => top + index * line)
}

function spotAt(
  top: number,
  bar: Labelled,
  bars: readonly Labelled[],
  taken: readonly LabelPlace[],
  { line, pitch, width }: LabelRoom,
): { top: number; left: number; space: number } {
  const meets = (from: number, to: number) => from < top + line - 2 && to > top + 2
  let lanes = bar.lane
  for (const other of bars) if (other.lane > lanes && meets(other.top, other.bottom)) lanes = other.lane
  let left = (lanes + 1) * pitch + GAP
  for (const place of taken)
    if (meets(place.top, place.top + line)) left = Math.max(left, place.left + place.width + GAP)
  return { top, left, space: width - left }
}
