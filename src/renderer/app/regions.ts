import type { Place } from '../../shared/commands.ts'

const ORDER: readonly Place[] = ['documents', 'text', 'codes', 'review', 'segments']
const FOCUSABLE = '[tabindex="0"], button:not(:disabled), input:not(:disabled), select, textarea'

/** How long a region may take to be there before the focus stays where it is. */
const PATIENCE_MS = 3000

/** There are two of the text when two are side by side: then the active one is meant. */
function regionOf(place: Place): HTMLElement | null {
  const active = document.querySelector<HTMLElement>(`[data-pane][data-active] [data-place="${place}"]`)
  return active ?? document.querySelector<HTMLElement>(`[data-place="${place}"]`)
}

const regions = (): HTMLElement[] =>
  ORDER.flatMap(place => [...document.querySelectorAll<HTMLElement>(`[data-place="${place}"]`)])

/** Puts the focus into a region: on the element that says it is its home, else on the first that can have it. */
export function focusPlace(place: Place): void {
  focusSoon(() => regionOf(place))
}

/** F6: round the regions that are there, from the one that has the focus. */
export function stepRegion(step: 1 | -1): void {
  const there = regions()
  const current = document.activeElement?.closest<HTMLElement>('[data-place]') ?? null
  const at = current ? there.indexOf(current) : -1
  const next = there[(at + step + there.length) % there.length]
  if (next) focusSoon(() => next)
}

/** A frame later, when a view that was just switched to is there, and its text has come; unless the focus went elsewhere. */
function focusSoon(find: () => HTMLElement | null): void {
  const from = document.activeElement
  const end = performance.now() + PATIENCE_MS
  const look = () => {
    const region = find()
    const isComing = region === null || region.getAttribute('aria-busy') === 'true'
    const hasMoved = document.activeElement !== from && document.activeElement !== document.body
    if (!isComing) homeOf(region)?.focus()
    else if (!hasMoved && performance.now() < end) requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

function homeOf(region: HTMLElement): HTMLElement | null {
  if (region.matches('[tabindex]')) return region
  return region.querySelector<HTMLElement>('[data-home]') ?? region.querySelector<HTMLElement>(FOCUSABLE)
}
