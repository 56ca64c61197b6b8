import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { watchRush } from '../../../../src/renderer/reader/text-view/rush.ts'

/** A box that is scrolled by so many px at a time, every 16 ms. */
function scrolled(steps: readonly number[], everyMs = 16) {
  const scroller = document.createElement('div')
  let top = 0
  Object.defineProperty(scroller, 'scrollTop', { get: () => top })
  const whenCalm = vi.fn()
  const rush = watchRush(scroller, whenCalm)
  for (const step of steps) {
    vi.advanceTimersByTime(everyMs)
    top += step
    const event = new Event('scroll')
    Object.defineProperty(event, 'timeStamp', { value: performance.now() })
    scroller.dispatchEvent(event)
  }
  return { rush, whenCalm }
}

describe('text that rushes past', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('postpones what is laid over it until it is calm', () => {
    const { rush, whenCalm } = scrolled([500, 500, 500])
    expect(rush.postpones()).toBe(true)
    expect(rush.postpones()).toBe(true)
    expect(whenCalm).not.toHaveBeenCalled()
    vi.advanceTimersByTime(200)
    expect(whenCalm).toHaveBeenCalledTimes(1)
    expect(rush.postpones()).toBe(false)
  })

  it('is not text that is looked through, nor a jump to another place', () => {
    expect(scrolled([70, 70, 70, 70]).rush.postpones()).toBe(false)
    expect(scrolled([0, 90_000, 3, 0]).rush.postpones()).toBe(false)
    expect(scrolled([90_000, 90_000], 300).rush.postpones()).toBe(false)
  })

  it('leaves nothing behind when the text is closed', () => {
    const { rush, whenCalm } = scrolled([500, 500, 500])
    rush.postpones()
    rush.stop()
    vi.advanceTimersByTime(500)
    expect(whenCalm).not.toHaveBeenCalled()
  })
})
