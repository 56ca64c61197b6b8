import type { Place } from '../state/places.ts'
import type { DocumentView } from './view.ts'

/** as long as fonts, heights and panels may take to find their sizes */
const HOLD_MS = 1200
const HANDS = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const

export interface Hold {
  /** where the reader is meant to be, or null when it is where it is */
  readonly place: () => Place | null
  stop(): void
}

/** Puts a reader where it was, and again while all around it is still taking its size; any touch ends that. */
export function holdPlace(
  view: Pick<DocumentView, 'placeCaret' | 'restore' | 'onLayout'>,
  scroller: HTMLElement,
  place: Place,
): Hold {
  const settle = () => {
    // above the first line there is some white
    if (place.top === 0) scroller.scrollTop = 0
    else view.restore(place.top)
  }
  view.placeCaret(place.caret)
  settle()
  let isHeld = true
  const letGo = view.onLayout(settle)
  const stop = () => {
    isHeld = false
    clearTimeout(timer)
    letGo()
    for (const hand of HANDS) window.removeEventListener(hand, stop, { capture: true })
  }
  const timer = setTimeout(stop, HOLD_MS)
  for (const hand of HANDS) window.addEventListener(hand, stop, { capture: true, passive: true })
  return { place: () => (isHeld ? place : null), stop }
}
