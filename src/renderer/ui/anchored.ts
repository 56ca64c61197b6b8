import { type RefObject, useLayoutEffect } from 'react'

export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** What a floating thing belongs to: the boxes of some lines, and the region it must stay in. */
export interface Anchor {
  readonly lines: readonly Box[]
  readonly screen: Box
}

export type Side = 'below' | 'above'
export type Align = 'end-of-line' | 'right'

export interface Place {
  readonly side: Side
  readonly left: number
  /** distance from the top of the window, or (above) of its foot from the window's top */
  readonly edge: number
  /** it may not grow beyond this */
  readonly height: number
}

const GAP = 6
/** with so much room it stays below, and scrolls inside if it is taller */
const ENOUGH = 240

/**
 * Below the last line, or above the first where there is more room, and never over a line
 * between. Where the lines leave no room it stands at the foot of the screen: it must be
 * seen. `keep`: the side it has, so that it does not jump while its height changes.
 */
export function placeBeside(
  { lines, screen }: Anchor,
  size: { readonly width: number; readonly height: number },
  align: Align = 'end-of-line',
  keep?: Side,
): Place {
  const last = lines.at(-1)
  const most = screen.right - size.width - GAP
  const wanted = align === 'right' ? most : (last?.right ?? screen.left) - size.width / 3
  const left = Math.max(screen.left + GAP, Math.min(most, wanted))
  const top = Math.min(screen.bottom, ...lines.map(line => line.top))
  const bottom = Math.max(screen.top, ...lines.map(line => line.bottom))
  const below = screen.bottom - bottom - 2 * GAP
  const above = top - screen.top - 2 * GAP
  const needed = Math.min(size.height, ENOUGH)
  const side = keep ?? (below >= needed || below >= above ? 'below' : 'above')
  const room = side === 'below' ? below : above
  if (room < needed) return { side: 'above', left, edge: screen.bottom - GAP, height: ENOUGH }
  return { side, left, edge: side === 'below' ? bottom + GAP : top - GAP, height: room }
}

/** Keeps a fixed element beside its anchor while things scroll and change size. */
export function useBeside(
  ref: RefObject<HTMLElement | null>,
  anchor: () => Anchor | null,
  align: Align = 'end-of-line',
): void {
  useLayoutEffect(() => {
    const element = ref.current
    if (!element) return
    let side: Side | undefined
    const put = () => {
      const at = anchor()
      if (!at) return
      const size = { width: element.offsetWidth, height: element.scrollHeight }
      const place = placeBeside(at, size, align, side)
      side ??= place.side
      element.style.left = `${place.left}px`
      element.style.maxHeight = `${place.height}px`
      element.style.top = place.side === 'below' ? `${place.edge}px` : 'auto'
      element.style.bottom = place.side === 'below' ? 'auto' : `${window.innerHeight - place.edge}px`
    }
    put()
    const sizes = new ResizeObserver(put)
    sizes.observe(element)
    window.addEventListener('resize', put)
    document.addEventListener('scroll', put, { capture: true, passive: true })
    return () => {
      sizes.disconnect()
      window.removeEventListener('resize', put)
      document.removeEventListener('scroll', put, { capture: true })
    }
  }, [ref, anchor, align])
}
