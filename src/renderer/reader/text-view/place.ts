import type { DocumentView } from '../view.ts'

const PAUSE_MS = 100

export interface PlaceKeeper {
  /** the text was laid out again: if its width or size has changed, the reader is put back */
  check(): void
  stop(): void
}

/** Keeps the line at the top of the screen there when the window or the letters change their size. */
export function keepPlace(
  scroller: HTMLElement,
  view: Pick<DocumentView, 'element' | 'shown' | 'restore'>,
): PlaceKeeper {
  const measure = () => `${view.element.clientWidth} ${getComputedStyle(view.element).fontSize}`
  let place = 0
  let size = measure()
  let timer: ReturnType<typeof setTimeout> | undefined
  const note = () => {
    timer = undefined
    // what is seen after a change of size and before it is put right is not where the reader was
    if (measure() === size) place = view.shown().start
  }
  const scrolled = () => {
    timer ??= setTimeout(note, PAUSE_MS)
  }
  scroller.addEventListener('scroll', scrolled, { passive: true })
  return {
    check: () => {
      const now = measure()
      if (now === size) return
      size = now
      if (scroller.scrollTop > 0) view.restore(place)
    },
    stop: () => {
      clearTimeout(timer)
      scroller.removeEventListener('scroll', scrolled)
    },
  }
}
