import { useEffect } from 'react'
import type { ReaderModel } from './model.ts'

const GAP = 6

/** When something takes room below the text (a message, the segments), the line that one is at stays on the screen. */
export function useCaretKept({ view }: ReaderModel, scroller: HTMLElement | null): void {
  useEffect(() => {
    if (!scroller) return
    let height = scroller.clientHeight
    const sizes = new ResizeObserver(() => {
      const lost = height - scroller.clientHeight
      height = scroller.clientHeight
      if (lost <= 0) return
      const caret = view.caretRect(view.selection()?.end ?? view.caret())
      const foot = scroller.getBoundingClientRect().bottom
      const isCovered = caret && caret.bottom > foot - GAP && caret.bottom <= foot + lost
      if (isCovered) scroller.scrollTop += caret.bottom - foot + GAP
    })
    sizes.observe(scroller)
    return () => sizes.disconnect()
  }, [view, scroller])
}
