import type { Segment } from '../../shared/contract/segments.ts'
import type { Area } from '../../shared/model/page-layout.ts'
import type { Span } from '../../shared/model/span.ts'
import { trimSpan } from '../../shared/text/sentences.ts'
import { coding } from '../state/coding.ts'
import { preferences } from '../state/preferences.ts'
import type { ReaderModel } from './model.ts'

/** What a coding command acts on, and why it is this. */
export interface Target {
  /** of an area, which holds no text, about where its page is */
  readonly span: Span
  readonly area?: Area
  readonly from: 'area' | 'selection' | 'segment' | 'unit'
}

/** The area that was drawn; the selection; else the selected segment; else the sentence (or what is preferred to it) at the caret. Null in a text without a word. */
export function currentTarget(model: ReaderModel): Target | null {
  const { draft } = model.store.getState()
  if (draft) return { span: spanOfPage(model, draft.page), area: draft, from: 'area' }
  const selection = codableSelection(model)
  if (selection) return { span: selection, from: 'selection' }
  const segment = selectedSegment(model)
  if (segment) {
    const { start, end, area } = segment
    return { span: { start, end }, ...(area ? { area } : {}), from: 'segment' }
  }
  return unitTarget(model, model.view.caret())
}

function spanOfPage({ structure, text }: ReaderModel, page: number): Span {
  const start = Math.min(structure.pages[page]?.start ?? 0, Math.max(0, text.length - 1))
  return { start, end: start + 1 }
}

/** As the core is asked for it. */
export const placeOf = ({ span, area }: Pick<Target, 'span' | 'area'>) => (area ? { area } : { span })

/** The segment that is on exactly this place, whoever made it. */
export const segmentOn = (
  { data }: Pick<ReaderModel, 'data'>,
  { span, area }: Pick<Target, 'span' | 'area'>,
): Segment | undefined => (area ? data.every.onArea(area) : data.every.on(span))

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
