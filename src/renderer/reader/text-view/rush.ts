/** px a second: what passes so fast is on the screen for two frames, and nobody reads it */
const TOO_FAST = 20_000
/** scroll events farther apart than this are not one movement but jumps */
const ONE_MOVEMENT_MS = 50
/** it is over when nothing has been that fast for so long */
const CALM_MS = 60

/**
 * Knows when the text rushes past. What has to be laid over it (highlights, bars) can then
 * wait until it slows down, so that the text itself keeps up. A jump to a place is no rush.
 */
export function watchRush(scroller: HTMLElement, whenCalm: () => void) {
  const listening = new AbortController()
  let top = scroller.scrollTop
  let at = 0
  let fast = 0
  let fastAt = Number.NEGATIVE_INFINITY
  let waiting: ReturnType<typeof setTimeout> | undefined

  scroller.addEventListener(
    'scroll',
    ({ timeStamp }) => {
      const lasted = timeStamp - at
      const speed = (Math.abs(scroller.scrollTop - top) / Math.max(1, lasted)) * 1000
      fast = lasted < ONE_MOVEMENT_MS && speed > TOO_FAST ? fast + 1 : 0
      if (fast > 1) fastAt = performance.now()
      top = scroller.scrollTop
      at = timeStamp
    },
    { passive: true, signal: listening.signal },
  )
  const isOn = () => performance.now() - fastAt < CALM_MS

  function look(): void {
    waiting = isOn() ? setTimeout(look, CALM_MS) : undefined
    if (waiting === undefined) whenCalm()
  }

  return {
    /** true: it rushes, and `whenCalm` will be called when it does not any more */
    postpones(): boolean {
      if (!isOn()) return false
      waiting ??= setTimeout(look, CALM_MS)
      return true
    },
    stop(): void {
      clearTimeout(waiting)
      listening.abort()
    },
  }
}
export type Rush = ReturnType<typeof watchRush>
