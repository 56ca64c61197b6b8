import { useEffect } from 'react'

/**
 * When what was asked beside a row is closed, its row may be gone, or was not where the
 * focus came from: then the list has the focus, rather than nothing.
 */
export function useFocusBack(place: string, asks: boolean): void {
  useEffect(() => {
    if (!asks) return
    return () => {
      // after the popover's own attempt to give the focus back
      requestAnimationFrame(() => requestAnimationFrame(() => focusIfLost(place)))
    }
  }, [place, asks])
}

/** Gives a part of the window the focus if nothing has it. */
export function focusIfLost(place: string): void {
  const { activeElement } = document
  if (activeElement !== null && activeElement !== document.body) return
  document.querySelector<HTMLElement>(`[data-place="${place}"] [data-home]`)?.focus({ preventScroll: true })
}
