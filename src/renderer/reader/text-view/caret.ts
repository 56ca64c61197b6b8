const BLINK_MS = 530

/** The caret of a text that cannot be typed into, which the browser does not draw. */
export interface Caret {
  readonly element: HTMLElement
  /** `at`: its box in the coordinates of the element's parent; null hides it */
  show(at: { x: number; y: number; height: number } | null): void
  stop(): void
}

export function createCaret(): Caret {
  const element = document.createElement('div')
  element.className = 'text-caret'
  element.hidden = true
  element.setAttribute('aria-hidden', 'true')
  const isStill = window.matchMedia('(prefers-reduced-motion: reduce)')
  let timer: ReturnType<typeof setInterval> | undefined

  const stop = () => {
    clearInterval(timer)
    timer = undefined
  }
  return {
    element,
    stop,
    show: at => {
      stop()
      element.hidden = at === null
      if (!at) return
      element.style.transform = `translate(${Math.round(at.x) - 1}px, ${at.y}px)`
      element.style.height = `${at.height}px`
      element.style.visibility = 'visible'
      if (isStill.matches) return
      // a timer, not an animation: two frames a second instead of sixty
      timer = setInterval(() => {
        element.style.visibility = element.style.visibility === 'hidden' ? 'visible' : 'hidden'
      }, BLINK_MS)
    },
  }
}
