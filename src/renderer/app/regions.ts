import type { Place } from '../../shared/commands.ts'

const ORDER: readonly Place[] = ['documents', 'text', 'codes', 'segments']
const FOCUSABLE = '[tabindex="0"], button:not(:disabled), input:not(:disabled), select, textarea'

const regionOf = (place: Place) => document.querySelector<HTMLElement>(`[data-place="${place}"]`)

/** Puts the focus into a region: on the element that says it is its home, else on the first that can have it. */
export function focusPlace(place: Place): void {
  // a frame later, when a view that was just switched to is there
  requestAnimationFrame(() => {
    const region = regionOf(place)
    const home = region?.matches('[tabindex]')
      ? region
      : (region?.querySelector<HTMLElement>('[data-home]') ?? null)
    const target = home ?? region?.querySelector<HTMLElement>(FOCUSABLE)
    target?.focus()
  })
}

/** F6: round the regions that are there, from the one that has the focus. */
export function stepRegion(step: 1 | -1): void {
  const there = ORDER.filter(place => regionOf(place) !== null)
  const current = document.activeElement?.closest<HTMLElement>('[data-place]')?.dataset['place']
  const at = there.indexOf(current as Place)
  const next = there[(at + step + there.length) % there.length]
  if (next) focusPlace(next)
}
