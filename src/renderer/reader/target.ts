import type { Segment } from '../../shared/contract/segments.ts'
import type { Span } from '../../shared/model/span.ts'
import { trimSpan } from '../../shared/text/sentences.ts'
import { coding } from '../state/coding.ts'
import { preferences } from '../state/preferences.ts'
import type { ReaderModel } from './model.ts'

/** What a coding command acts on, and why it is this. */
export interface Target {
  readonly span: Span
  readonly from: 'selection' | 'segment' | 'unit'
}

/** The selection; else the selected segment; else the sentence (or what is preferred to it) at the caret. Null in a text without a word. */
export function currentTarget(model: ReaderModel): Target | null {
  const selection = codableSelection(model)
  if (selection) return { span: selection, from: 'selection' }
  const segment = selectedSegment(model)
  if (segment) return { span: { start: segment.start, end: segment.end }, from: 'segment' }
  return unitTarget(model, model.view.caret())
}

export function unitTarget({ units }: ReaderModel, offset: number): Target | null {
  const span = units.at(preferences.getState().codeUnit, offset) ?? units.at('paragraph', offset)
  return span && { span, from: 'unit' }
}

export function selectedSegment(model: ReaderModel): Segment | null {
  const { segmentId } = coding.getState()
  return segmentId === null ? null : (model.data.every.byId(segmentId) ?? null)
}

/** The view's selection as a passage to code: no character cut in two, no white space at its ends. */
export function codableSelection({ view, units, text }: ReaderModel): Span | null {
  const selected = view.selection()
  return selected && trimSpan(text, units.snap(selected))
}

const FLASH_MS = 900
/** the last one of each view: only its end takes the flash off */
const flashes = new WeakMap<object, symbol>()

/** Shows for a moment where something happens. */
export function flash({ view }: ReaderModel, span: Span): void {
  const mine = Symbol()
  flashes.set(view, mine)
  view.paint('flash', { style: 'flash', spansIn: () => [span] })
  setTimeout(() => {
    if (flashes.get(view) === mine) view.paint('flash', null)
  }, FLASH_MS)
}

export const prefersStillness = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches
