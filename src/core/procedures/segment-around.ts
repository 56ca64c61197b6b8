import type { SegmentContext } from '../../shared/contract/segments.ts'
import { indexNotAfter, type Span } from '../../shared/model/span.ts'
import type { Structure } from '../../shared/model/structure.ts'
import { sentencesIn } from '../../shared/text/sentences.ts'
import type { TextAtHand } from '../texts.ts'

/** The most characters of context on one side: a paragraph can be a whole book. */
export const MOST_AROUND = 3000

export interface Around {
  readonly before: string
  readonly after: string
}

/** The text on either side of a segment: so many characters, or the rest of what it is a part of. */
export function textAround(
  { text, structure }: TextAtHand,
  span: Span,
  context: number | SegmentContext,
): Around {
  const { start, end } =
    typeof context === 'number'
      ? { start: span.start - context, end: span.end + context }
      : enclosing(text, structure, span, context)
  const most = typeof context === 'number' ? context : MOST_AROUND
  return {
    before: text.slice(Math.max(0, start, span.start - most), span.start).toWellFormed(),
    after: text.slice(span.end, Math.min(end, span.end + most)).toWellFormed(),
  }
}

/** From the beginning of the unit that the segment begins in to the end of the one it ends in. */
function enclosing(text: string, structure: Structure, span: Span, context: SegmentContext): Span {
  if (context === 'segment') return span
  const first = unitAt(text, structure, span.start, context)
  const last = unitAt(text, structure, span.end - 1, context)
  return {
    start: Math.min(span.start, first?.start ?? span.start),
    end: Math.max(span.end, last?.end ?? span.end),
  }
}

/** Outside of all turns a turn is a paragraph. */
function unitAt(
  text: string,
  { blocks, turns }: Structure,
  offset: number,
  context: Exclude<SegmentContext, 'segment'>,
): Span | undefined {
  const turn = context === 'turn' ? holding(turns, offset) : undefined
  if (turn) return turn
  const block = holding(blocks, offset)
  return block && context === 'sentence' ? sentenceAt(text, block, offset) : block
}

function sentenceAt(text: string, block: Span, offset: number): Span | undefined {
  const far = offset - MOST_AROUND
  const start = far <= block.start ? block.start : text.indexOf(' ', far) + 1
  const sentences = sentencesIn(
    text,
    Math.min(Math.max(start, block.start), offset),
    Math.min(block.end, offset + MOST_AROUND),
  )
  return holding(sentences, offset)
}

/** Of disjoint spans in order, the one that holds the offset. */
function holding<S extends Span>(spans: readonly S[], offset: number): S | undefined {
  const found = spans[indexNotAfter(spans, offset)]
  return found && offset < found.end ? found : undefined
}
