import type { Area } from '../../shared/model/page-layout.ts'
import type { Span } from '../../shared/model/span.ts'
import type { Anchor, Box } from '../ui/anchored.ts'
import type { ReaderModel } from './model.ts'

/** What floats beside a passage or an area: below its last line, above its first one, inside the reader. */
export function anchorOf(
  { view, printed }: ReaderModel,
  span: Span & { readonly area?: Area | undefined },
): Anchor | null {
  const scroller = view.element.closest('.reader-scroll')
  if (!scroller) return null
  const { left, top, right, bottom } = scroller.getBoundingClientRect()
  const screen: Box = {
    left,
    top,
    right: Math.min(right, window.innerWidth),
    bottom: Math.min(bottom, window.innerHeight),
  }
  const box = span.area && printed?.boxOf(span.area)
  if (box) return { lines: [box], screen }
  return { lines: edgeLines(view.rectsOf(firstWords(span)), view.rectsOf(lastWords(span))), screen }
}

/** A long passage is measured at its two ends only: what lies between matters to nobody. */
const ENDS = 400
const firstWords = ({ start, end }: Span): Span => ({ start, end: Math.min(end, start + ENDS) })
const lastWords = ({ start, end }: Span): Span => ({ start: Math.max(start, end - ENDS), end })

const edgeLines = (first: readonly DOMRect[], last: readonly DOMRect[]): Box[] => [...first, ...last]
