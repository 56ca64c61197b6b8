/** where the browser does not say how much time there is (Safari), ms */
const SLICE = 5

/**
 * Does something when nothing else is to be done. `left` says how many ms there are until
 * the next frame needs them. Returns how to call it off.
 */
export function whenIdle(work: (left: () => number) => void): () => void {
  if (typeof requestIdleCallback === 'function') {
    const id = requestIdleCallback(deadline => work(() => deadline.timeRemaining()))
    return () => cancelIdleCallback(id)
  }
  const timer = setTimeout(() => {
    const end = performance.now() + SLICE
    work(() => end - performance.now())
  })
  return () => clearTimeout(timer)
}
