const SCROLLER = '.reader-scroll'

type Scrolled = Pick<HTMLElement, 'scrollTop' | 'scrollHeight' | 'clientHeight'>

/** How far down a text is scrolled, 0 to 1. */
export function progressOf({ scrollTop, scrollHeight, clientHeight }: Scrolled): number {
  const room = scrollHeight - clientHeight
  return room > 0 ? Math.min(1, Math.max(0, scrollTop / room)) : 0
}

/**
 * While it lasts, the text that is scrolled takes the other one along, to the same part of
 * its length. Only the one that was last touched leads, or the two would chase each other.
 */
export function scrollTogether(box: HTMLElement): () => void {
  let leader: Element | null = box.querySelector('[data-pane][data-active]')
  const lead = (event: Event) => {
    leader = (event.target instanceof Element && event.target.closest('[data-pane]')) || leader
  }
  const follow = (event: Event) => {
    const scroller = event.target
    if (!(scroller instanceof HTMLElement) || !scroller.matches(SCROLLER)) return
    if (scroller.closest('[data-pane]') !== leader) return
    const progress = progressOf(scroller)
    for (const other of box.querySelectorAll<HTMLElement>(SCROLLER)) {
      if (other === scroller) continue
      other.scrollTop = progress * (other.scrollHeight - other.clientHeight)
    }
  }
  const touches = ['wheel', 'pointerdown', 'touchstart', 'keydown', 'focusin'] as const
  for (const touch of touches) box.addEventListener(touch, lead, { capture: true, passive: true })
  // scrolling does not bubble, but it can be caught on its way down
  box.addEventListener('scroll', follow, { capture: true, passive: true })
  return () => {
    for (const touch of touches) box.removeEventListener(touch, lead, { capture: true })
    box.removeEventListener('scroll', follow, { capture: true })
  }
}
