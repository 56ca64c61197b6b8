import { type RefObject, useLayoutEffect, useState } from 'react'

export interface Shown {
  readonly first: number
  /** exclusive */
  readonly end: number
}

/** Rows beyond the edge that are there before they are scrolled to. */
const MARGIN = 8
/** Before the height is known. */
const UNKNOWN_HEIGHT = 900

/** Which of `count` rows of one height are to be drawn. */
export function shownRows(count: number, rowHeight: number, top: number, height: number): Shown {
  const first = Math.max(0, Math.floor(top / rowHeight) - MARGIN)
  const end = Math.min(count, Math.ceil((top + (height || UNKNOWN_HEIGHT)) / rowHeight) + MARGIN)
  return { first: Math.min(first, Math.max(0, end - 1)), end }
}

/** Follows scroll and size of the box; renders again only when other rows are to be drawn. */
export function useShownRows(box: RefObject<HTMLElement | null>, count: number, rowHeight: number): Shown {
  const [shown, setShown] = useState(() => shownRows(count, rowHeight, 0, 0))
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const measure = () => {
      const next = shownRows(count, rowHeight, element.scrollTop, element.clientHeight)
      setShown(old => (old.first === next.first && old.end === next.end ? old : next))
    }
    measure()
    element.addEventListener('scroll', measure, { passive: true })
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => {
      element.removeEventListener('scroll', measure)
      observer.disconnect()
    }
  }, [box, count, rowHeight])
  return shown
}

/** Scrolls just as far as needed for a row to be seen whole. */
export function reveal(box: HTMLElement, index: number, rowHeight: number): void {
  const top = index * rowHeight
  if (top < box.scrollTop) box.scrollTop = top
  else if (top + rowHeight > box.scrollTop + box.clientHeight)
    box.scrollTop = top + rowHeight - box.clientHeight
}
