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

const GAP = 6

/**
 * Below the last line, or above the first where there is no room, and never over a line
 * between. Where neither fits, it goes to the foot of the screen: it must be seen.
 */
export function placeBeside(
  { lines, screen }: Anchor,
  width: number,
  height: number,
): { left: number; top: number } {
  const first = lines[0]
  const last = lines.at(-1)
  const left = clamp((last?.right ?? screen.left) - width / 3, screen.left + GAP, screen.right - width - GAP)
  if (!first || !last) return { left, top: screen.top + GAP }
  const bottom = Math.max(...lines.map(line => line.bottom))
  const top = Math.min(...lines.map(line => line.top))
  const below = Math.max(bottom + GAP, screen.top + GAP)
  if (below + height <= screen.bottom) return { left, top: below }
  const above = Math.min(top, screen.bottom) - GAP - height
  return { left, top: above >= screen.top ? above : screen.bottom - height - GAP }
}

const clamp = (value: number, least: number, most: number) => Math.max(least, Math.min(most, value))

/** Keeps a fixed element beside its anchor while things scroll and change size. */
export function useBeside(ref: RefObject<HTMLElement | null>, anchor: () => Anchor | null): void {
  useLayoutEffect(() => {
    const element = ref.current
    if (!element) return
    const put = () => {
      const at = anchor()
      if (!at) return
      const { left, top } = placeBeside(at, element.offsetWidth, element.offsetHeight)
      element.style.left = `${left}px`
      element.style.top = `${top}px`
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
  }, [ref, anchor])
}
