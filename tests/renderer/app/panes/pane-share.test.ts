import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { leastWidth, loadShare, saveShare, shareOf } from '../../../../src/renderer/app/panes/pane-share.ts'

beforeEach(() => localStorage.clear())

describe('the share of a pane', () => {
  it('is remembered, and is half where what is kept cannot be one', () => {
    expect(loadShare()).toBe(0.5)
    saveShare(0.25)
    expect(loadShare()).toBe(0.25)
    for (const junk of ['', 'x', '-1', '7', 'NaN']) {
      localStorage.setItem('postil.split', junk)
      expect(loadShare()).toBe(0.5)
    }
  })

  it('leaves both texts their least width', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4000 }), fc.integer({ min: -500, max: 5000 }), (width, part) => {
        const left = shareOf(part, width) * width
        expect(left).toBeGreaterThanOrEqual(leastWidth(width) - 0.01)
        expect(width - left).toBeGreaterThanOrEqual(leastWidth(width) - 0.01)
      }),
    )
  })
})
