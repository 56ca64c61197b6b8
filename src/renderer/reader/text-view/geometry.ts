import type { Span } from '../../../shared/model/span.ts'
import type { DomSpan } from '../dom-span.ts'

/** Where text is on the screen, in the window's coordinates. */
export interface Geometry {
  rectsOf(span: Span): DOMRect[]
  caretRect(offset: number): DOMRect | null
  offsetAt(x: number, y: number): number | null
}

export function createGeometry(root: HTMLElement, map: DomSpan): Geometry {
  // one for all: the browser keeps every range in step with the page until it is collected, and
  // with a few thousand of them taking a single bar out of the margin costs milliseconds
  const range = document.createRange()

  function rectsOf(span: Span): DOMRect[] {
    return [...map.range(span, range).getClientRects()].filter(({ width, height }) => width > 0 && height > 0)
  }

  /** A box without width; beside the next or the last character where the place itself has none. */
  function caretRect(offset: number): DOMRect | null {
    const own = [...map.range({ start: offset, end: offset }, range).getClientRects()].find(
      ({ height }) => height > 0,
    )
    if (own) return new DOMRect(own.left, own.top, 0, own.height)
    const next = rectsOf({ start: offset, end: offset + 1 })[0]
    const last = next ? undefined : rectsOf({ start: Math.max(0, offset - 1), end: offset }).at(-1)
    const box = next ?? last
    if (!box) return null
    const isRtl = directionAt(offset) === 'rtl'
    return new DOMRect(isRtl === (next !== undefined) ? box.right : box.left, box.top, 0, box.height)
  }

  function directionAt(offset: number): string {
    const { node } = map.position(offset)
    const element = node instanceof Element ? node : node.parentElement
    return element ? getComputedStyle(element).direction : 'ltr'
  }

  /** Beside the column the nearest place of the line counts. */
  function offsetAt(x: number, y: number): number | null {
    const column = root.getBoundingClientRect()
    const inset = Number.parseFloat(getComputedStyle(root).getPropertyValue('--gutter')) || 0
    const left = column.left + inset + 1
    const position = document.caretPositionFromPoint(Math.max(left, Math.min(column.right - 1, x)), y)
    return position ? map.offsetOf(position.offsetNode, position.offset) : null
  }

  return { rectsOf, caretRect, offsetAt }
}
