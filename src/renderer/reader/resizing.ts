import type { SegmentId } from '../../shared/model/ids.ts'
import type { Span } from '../../shared/model/span.ts'
import { countWords } from '../../shared/text/words.ts'
import { client } from '../data/session.ts'
import { announce, attempt } from '../state/messages.ts'
import type { ReaderModel } from './model.ts'
import { count } from './say.ts'
import { selectedSegment } from './target.ts'
import type { Units } from './units.ts'

export interface EdgeMove {
  readonly edge: 'start' | 'end'
  readonly direction: 1 | -1
  readonly by: 'character' | 'word' | 'sentence'
}

type Key = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey'>

/**
 * Shift+arrow moves the end, with Alt the start: sideways by characters (or what is preferred
 * to them), with Ctrl (⌘) by words, up and down by sentences. Null for other keys.
 */
export function edgeMoveOf(event: Key, isRtl: boolean, snap: EdgeMove['by'] = 'character'): EdgeMove | null {
  if (!event.shiftKey) return null
  const edge = event.altKey ? 'start' : 'end'
  const isWord = event.ctrlKey || event.metaKey
  if ((event.key === 'ArrowUp' || event.key === 'ArrowDown') && !isWord)
    return { edge, direction: event.key === 'ArrowDown' ? 1 : -1, by: 'sentence' }
  if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return null
  return { edge, direction: (event.key === 'ArrowRight') === isRtl ? -1 : 1, by: isWord ? 'word' : snap }
}

/** The span with one edge moved; the same span where that would leave nothing of it, or leave the text. */
export function moveEdge(span: Span, { edge, direction, by }: EdgeMove, units: Units): Span {
  const from = span[edge]
  const to = {
    character: () => units.characterEdge(from, direction),
    word: () => units.wordEdge(from, direction, edge),
    sentence: () => units.sentenceEdge(from, direction, edge),
  }[by]()
  const moved = { ...span, [edge]: to }
  return moved.start < moved.end ? moved : span
}

/** What a dragged handle stops at: what is preferred, or with Alt the other way: words instead of characters, characters instead of anything else. */
export function dragStep(snap: EdgeMove['by'], isOther: boolean): EdgeMove['by'] {
  if (!isOther) return snap
  return snap === 'character' ? 'word' : 'character'
}

/** The span with an edge dragged to an offset, or to the nearest place there that it stops at; null where that leaves nothing of it. */
export function dragEdge(
  span: Span,
  edge: EdgeMove['edge'],
  offset: number,
  by: EdgeMove['by'],
  units: Units,
): Span | null {
  const next = { ...span, [edge]: by === 'character' ? offset : stopNear(offset, edge, by, units) }
  return next.start < next.end ? units.snap(next) : null
}

function stopNear(offset: number, edge: EdgeMove['edge'], by: 'word' | 'sentence', units: Units): number {
  const stopFrom = by === 'word' ? units.wordEdge : units.sentenceEdge
  // one that is at the offset already counts as before it
  const before = stopFrom(offset + 1, -1, edge)
  const after = stopFrom(offset, 1, edge)
  return before <= offset && offset - before <= after - offset ? before : after
}

/** Moves an edge of the selected segment; further keys go on from there even before the core has answered. */
export function resizeSelected(model: ReaderModel, move: EdgeMove): void {
  const segment = selectedSegment(model)
  if (!segment || segment.area) return
  const { resizing } = model.store.getState()
  const from = resizing?.segmentId === segment.id ? resizing.span : { start: segment.start, end: segment.end }
  const span = moveEdge(from, move, model.units)
  if (span.start === from.start && span.end === from.end) return
  void resize(model, segment.id, span)
  model.view.reveal({ start: span[move.edge], end: span[move.edge] }, 'nearest')
}

let queue: Promise<unknown> = Promise.resolve()

/** One after the other, in the order of the keys. What is shown until the answer is taken back if it fails. */
export async function resize(model: ReaderModel, segmentId: SegmentId, span: Span): Promise<void> {
  model.store.setState({ resizing: { segmentId, span } })
  const work = queue.then(() => attempt(() => client().segments.resize({ segmentId, span })))
  queue = work
  const done = await work
  if (done !== undefined) announce(`${count(countWords(model.text.slice(span.start, span.end)), 'word')}`)
  else if (model.store.getState().resizing?.span === span) model.store.setState({ resizing: null })
}

/** The core has said that the segment is as it was meant to be: nothing more to wait for. */
export function settleResizing(model: ReaderModel): void {
  const { resizing } = model.store.getState()
  if (!resizing) return
  const segment = model.data.every.byId(resizing.segmentId)
  const isThere = segment?.start === resizing.span.start && segment.end === resizing.span.end
  if (!segment || isThere) model.store.setState({ resizing: null })
}
