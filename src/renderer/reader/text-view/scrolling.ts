import type { Span } from '../../../shared/model/span.ts'
import type { Where } from '../view.ts'
import type { Geometry } from './geometry.ts'

const MOST_FRAMES = 20
/** it stands when nothing has moved for so long: what comes near is rendered two frames later */
const STILL_FRAMES = 5
/** how near to the edge of the screen the caret may come, px */
const RIM = 48

/**
 * Scrolls to places in a text of which only the neighbourhood has its true height: what
 * is farther away is guessed, so a jump is put right from frame to frame until it stands.
 */
export function createScrolling(scroller: HTMLElement, geometry: Geometry) {
  let jump = 0

  /** Repeats `step`, which says how far off the place is, until it is there or the reader scrolls. */
  function settle(step: () => number): void {
    const mine = ++jump
    const began = performance.now()
    const listening = new AbortController()
    let still = 0
    const cancel = ({ timeStamp }: Event) => {
      // the key that has brought this about is still on its way up
      if (timeStamp > began && jump === mine) jump++
    }
    const again = (frame: number) => {
      if (jump !== mine) return listening.abort()
      const off = step()
      if (Math.abs(off) >= 1) scroller.scrollTop += off
      still = Math.abs(off) < 1 ? still + 1 : 0
      if (still < STILL_FRAMES && frame < MOST_FRAMES) requestAnimationFrame(() => again(frame + 1))
      else listening.abort()
    }
    for (const event of ['wheel', 'pointerdown', 'keydown']) {
      scroller.addEventListener(event, cancel, { passive: true, signal: listening.signal })
    }
    again(0)
  }

  function boxOf({ start, end }: Span): { top: number; bottom: number } | null {
    const first = geometry.caretRect(start)
    const last = start === end ? first : geometry.caretRect(Math.max(start, end - 1))
    return first && { top: first.top, bottom: Math.max(first.bottom, last?.bottom ?? first.bottom) }
  }

  return {
    reveal(span: Span, where: Where): void {
      const screen = scroller.getBoundingClientRect()
      const before = boxOf(span)
      const isSeen = before !== null && offScreen(before, screen) === 0
      if (where === 'unless-seen' && isSeen) return
      settle(() => {
        const box = boxOf(span)
        if (!box) return 0
        return bounded(where === 'nearest' ? offScreen(box, screen) : offCentre(box, screen), scroller)
      })
    },

    /** Puts the line of an offset at the top of the screen. */
    restore(offset: number): void {
      settle(() => {
        // the character, not the caret before it: where a line was broken that is drawn at the end of the line above
        const box =
          geometry.rectsOf({ start: offset, end: offset + 1 })[0] ?? boxOf({ start: offset, end: offset })
        return box ? bounded(box.top - scroller.getBoundingClientRect().top, scroller) : 0
      })
    },

    cancel: () => void jump++,
  }
}
export type Scrolling = ReturnType<typeof createScrolling>

interface Box {
  readonly top: number
  readonly bottom: number
}

function offCentre(box: Box, screen: Box): number {
  const height = screen.bottom - screen.top
  if (box.bottom - box.top > height * 0.7) return box.top - screen.top - height * 0.15
  return (box.top + box.bottom) / 2 - (screen.top + screen.bottom) / 2
}

function offScreen(box: Box, screen: Box): number {
  if (box.top < screen.top + RIM) return box.top - screen.top - RIM
  if (box.bottom > screen.bottom - RIM) return box.bottom - screen.bottom + RIM
  return 0
}

/** The part of a scroll that the scroller can do. */
function bounded(off: number, { scrollTop, scrollHeight, clientHeight }: HTMLElement): number {
  return Math.max(-scrollTop, Math.min(scrollHeight - clientHeight - scrollTop, off))
}
