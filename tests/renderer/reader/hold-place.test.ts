import { describe, expect, it, onTestFinished } from 'vitest'
import { holdPlace } from '../../../src/renderer/reader/hold-place.ts'

function reader(place: { top: number; caret: number }) {
  const done: string[] = []
  const listeners = new Set<() => void>()
  const view = {
    placeCaret: (offset: number) => void done.push(`caret ${offset}`),
    restore: (offset: number) => void done.push(`top ${offset}`),
    onLayout: (listener: () => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  const scroller = document.createElement('div')
  scroller.scrollTop = 50
  const hold = holdPlace(view, scroller, place)
  onTestFinished(() => hold.stop())
  const layout = () => {
    for (const listener of listeners) listener()
  }
  return { hold, done, scroller, layout }
}

describe('holding a place', () => {
  it('takes it again while sizes change, until a hand is on it', () => {
    const { hold, done, layout } = reader({ top: 7, caret: 9 })
    layout()
    expect(done).toEqual(['caret 9', 'top 7', 'top 7'])
    expect(hold.place()).toEqual({ top: 7, caret: 9 })
    window.dispatchEvent(new Event('wheel'))
    layout()
    expect(done).toHaveLength(3)
    expect(hold.place()).toBeNull()
  })

  it('goes above the first line where that was at the top', () => {
    const { scroller, done } = reader({ top: 0, caret: 0 })
    expect(scroller.scrollTop).toBe(0)
    expect(done).toEqual(['caret 0'])
  })
})
