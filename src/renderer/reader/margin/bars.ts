import type { Code } from '../../../shared/contract/codes.ts'
import type { Segment } from '../../../shared/contract/segments.ts'
import type { CodingId, SegmentId } from '../../../shared/model/ids.ts'
import { assignLanes } from '../lanes.ts'
import type { ReaderData } from '../model.ts'
import { type LabelPlace, placeLabels } from './labels.ts'

/** One coding in the margin; or a segment that carries no code (any more), only a comment. */
export interface Bar {
  readonly id: string
  readonly segment: Segment
  readonly codingId: CodingId | null
  readonly code: Code | null
  /** who put the code there */
  readonly coder: string | null
  readonly top: number
  readonly bottom: number
  readonly lane: number
  readonly label: LabelPlace | null
}

export interface MarginRoom {
  readonly width: number
  readonly line: number
  readonly widthOf: (words: string) => number
}

/** Codings for which there is no lane left, where the first of them begins. */
export interface Overflow {
  readonly top: number
  readonly bottom: number
  readonly segmentIds: readonly SegmentId[]
  readonly codings: number
}

export interface MarginPicture {
  readonly bars: readonly Bar[]
  readonly overflows: readonly Overflow[]
  readonly pitch: number
}

type Placed = Omit<Bar, 'lane' | 'label'>

const PITCH = { least: 5, most: 8 }
/** of the margin's width, at most so much is for the bars */
const FOR_BARS = 0.5
export const MOST_LANES = 12
const GLYPH = 17
const LEAST_LETTERS = 6
/** what margin.css sets behind the name of a code whose segment has a comment */
const COMMENTED = ' ✎'
/** a margin narrower than this shows no labels */
export const LEAST_FOR_LABELS = 110

/**
 * Lays the bars of the codings near the screen. Lanes are kept from one time to the next
 * for as long as the document is open, so that a bar stays where one has seen it.
 */
export function createMarginLayout() {
  let known = new Map<string, number>()
  return (
    segments: readonly Segment[],
    boxOf: (segment: Segment) => { top: number; bottom: number } | null,
    data: ReaderData,
    room: MarginRoom,
  ): MarginPicture => {
    const placed = segments.flatMap(segment => barsOf(segment, boxOf(segment), data))
    const most = Math.max(4, Math.min(MOST_LANES, Math.floor((room.width * FOR_BARS) / PITCH.least)))
    const lanes = assignLanes(
      placed.map(({ id, top, bottom }) => ({ id, start: top, end: bottom })),
      known,
      most,
    )
    known = new Map([...known, ...lanes])
    const laid = placed.filter(({ id }) => lanes.has(id))
    const overflows = overflowsOf(placed.filter(({ id }) => !lanes.has(id)))
    const count = Math.max(0, ...lanes.values()) + 1
    const pitch = Math.max(PITCH.least, Math.min(PITCH.most, (room.width * FOR_BARS) / count))
    const labels = labelsOf(laid, lanes, { ...room, width: room.width - INSET, pitch })
    const bars = laid.map(bar => ({ ...bar, lane: lanes.get(bar.id)!, label: labels.get(bar.id) ?? null }))
    return { bars, overflows, pitch }
  }
}

function barsOf(
  segment: Segment,
  box: { top: number; bottom: number } | null,
  { code, coder }: ReaderData,
): Placed[] {
  if (!box) return []
  const bars = segment.codings.map(({ id, codeId, coderId }) => {
    return {
      id,
      segment,
      codingId: id,
      code: code.get(codeId) ?? null,
      coder: coder.get(coderId)?.name ?? null,
      ...box,
    }
  })
  if (bars.length > 0) return bars
  return [{ id: segment.id, segment, codingId: null, code: null, coder: null, ...box }]
}

/** Those without a lane, put together where they overlap, so that one chip stands for all of a place. */
function overflowsOf(bars: readonly Placed[]): Overflow[] {
  const found: { top: number; bottom: number; segmentIds: Set<SegmentId>; codings: number }[] = []
  for (const { top, bottom, segment } of bars.toSorted((a, b) => a.top - b.top)) {
    const last = found.at(-1)
    if (last && top < last.bottom) {
      last.bottom = Math.max(last.bottom, bottom)
      last.segmentIds.add(segment.id)
      last.codings++
    } else found.push({ top, bottom, segmentIds: new Set([segment.id]), codings: 1 })
  }
  return found.map(one => ({ ...one, segmentIds: [...one.segmentIds] }))
}

function labelsOf(
  bars: readonly Placed[],
  lanes: ReadonlyMap<string, number>,
  { width, line, pitch, widthOf }: MarginRoom & { pitch: number },
): Map<string, LabelPlace> {
  if (width < LEAST_FOR_LABELS) return new Map()
  const labelled = bars.map(bar => {
    const words = labelOf(bar)
    const least = [...words].slice(0, LEAST_LETTERS).join('')
    const isWhole = least.length === words.length
    const pencil = bar.segment.comment === '' ? 0 : widthOf(COMMENTED)
    return {
      id: bar.id,
      top: bar.top,
      bottom: bar.bottom,
      lane: lanes.get(bar.id)!,
      width: GLYPH + widthOf(words) + pencil,
      least: GLYPH + widthOf(isWhole ? words : `${least}…`),
    }
  })
  return placeLabels(labelled, { line, pitch, width })
}

export const labelOf = ({ code }: Pick<Bar, 'code'>): string => code?.name ?? 'Comment'

/** from the edge of the text to the first bar: where the pointer already means it */
export const INSET = 14

/** Farther than this from every bar, sideways, means none of them. */
const REACH = 12

/** The bar that is meant by a point: the nearest of those beside it. Bars stand closer than a finger is wide. */
export function barAt({ bars, pitch }: MarginPicture, x: number, y: number): Bar | null {
  let nearest: Bar | null = null
  let least = REACH
  for (const bar of bars) {
    if (y < bar.top - 2 || y > Math.max(bar.bottom, bar.top + 22) + 2) continue
    const distance = Math.abs(x - (INSET + bar.lane * pitch + 2))
    if (distance > least || (nearest && distance === least)) continue
    nearest = bar
    least = distance
  }
  return nearest
}
