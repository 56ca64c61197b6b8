import type { Segment } from '../../shared/contract/segments.ts'
import { coding } from '../state/coding.ts'
import { announce } from '../state/messages.ts'
import { areasMeeting } from './areas/area-model.ts'
import { revealArea } from './areas/reveal-area.ts'
import type { ReaderModel } from './model.ts'
import { segmentWords } from './say.ts'
import { codableSelection, selectedSegment } from './target.ts'
import type { Where } from './view.ts'

/** Brings the coding state up to date with what is selected in the text. */
export function showSelection(model: ReaderModel): void {
  const span = codableSelection(model)
  const known = coding.getState().selection
  if (span === null && known === null) return
  if (span && known && known.span.start === span.start && known.span.end === span.end) return
  if (span) model.store.setState({ draft: null, isDrawing: false })
  coding.setState({
    selection: span && { documentId: model.documentId, span },
    ...(span ? { segmentId: null } : {}),
  })
}

/** Selects a segment: the caret goes to its beginning, nothing else stays selected. */
export function selectSegment(model: ReaderModel, segment: Segment, isSpoken = true): void {
  model.view.placeCaret(segment.start)
  model.store.setState({ isBarShown: false, draft: null, isDrawing: false })
  coding.setState({ selection: null, segmentId: segment.id })
  if (isSpoken) announce(segmentWords(segment, model, model.data))
}

export function deselect(model: ReaderModel): void {
  model.view.placeCaret(model.view.caret())
  model.store.setState({ isBarShown: false, draft: null, isDrawing: false })
  coding.setState({ selection: null, segmentId: null })
}

/** The next segment in the order of the text, from the selected one or from the caret. */
export function stepSegment(model: ReaderModel, direction: 1 | -1): void {
  const { data, view } = model
  goTo(
    model,
    data.segments.step(selectedSegment(model) ?? view.caret(), direction),
    direction === 1 ? 'No segment below' : 'No segment above',
  )
}

/** From the innermost of the segments at a place outwards, and round again; after the passages the areas there. */
export function cycleSegments(model: ReaderModel, offset: number, areas: readonly Segment[] = []): void {
  const here = [...model.data.segments.at(offset), ...areas]
  const at = here.findIndex(({ id }) => id === coding.getState().segmentId)
  const next = here[(at + 1) % here.length]
  coding.setState({ segmentId: next?.id ?? null, ...(next ? { selection: null } : {}) })
  if (next) announce(segmentWords(next, model, model.data))
}

/** O: the next of those that share text with the selected one, or of those at the caret. */
export function cycleOverlaps(model: ReaderModel): void {
  const selected = selectedSegment(model)
  if (selected) {
    const around = selected.area ? areasMeeting(model, selected) : model.data.segments.overlapping(selected)
    const next = around[(around.indexOf(selected) + 1) % around.length]
    goTo(model, next === selected ? null : (next ?? null), 'No other segment here')
  } else cycleSegments(model, model.view.caret())
}

function goTo(model: ReaderModel, segment: Segment | null, otherwise: string): void {
  if (segment) {
    selectSegment(model, segment)
    revealSegment(model, segment, 'unless-seen')
  } else announce(otherwise)
}

/** A passage where it stands in the text; an area where it is on its page. */
export function revealSegment({ view, printed }: ReaderModel, segment: Segment, where?: Where): void {
  if (printed && segment.area) revealArea(printed, segment.area, where ?? 'centre')
  else view.reveal(segment, where)
}
