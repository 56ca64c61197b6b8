import { type RefObject, useLayoutEffect, useState } from 'react'

/** What of a scrolling box is in view, in pixels of its content. */
export interface ScrollView {
  readonly top: number
  readonly left: number
  readonly width: number
  readonly height: number
}

/** Before the size is known. */
const UNKNOWN: ScrollView = { top: 0, left: 0, width: 1200, height: 700 }

/** Follows the scroll position and the size of a box that draws only what is in view. */
export function useScrollView(box: RefObject<HTMLElement | null>): ScrollView {
  const [view, setView] = useState(UNKNOWN)
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const measure = () =>
      setView({
        top: element.scrollTop,
        left: element.scrollLeft,
        width: element.clientWidth || UNKNOWN.width,
        height: element.clientHeight || UNKNOWN.height,
      })
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    element.addEventListener('scroll', measure, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', measure)
    }
  }, [box])
  return view
}
