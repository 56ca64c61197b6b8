import { describe, expect, it } from 'vitest'
import { placeBeside } from '../../../src/renderer/ui/anchored.ts'

const screen = { left: 100, top: 50, right: 900, bottom: 650 }
const line = (top: number, right = 500) => ({ left: 120, top, right, bottom: top + 24 })
const size = { width: 300, height: 200 }

describe('placeBeside', () => {
  it('stands below the last line, near where the selection ends', () => {
    const place = placeBeside({ lines: [line(200), line(226)], screen }, size)
    expect(place).toMatchObject({ side: 'below', edge: 256, left: 400 })
  })

  it('stands above the first line where there is no room below, and never on a line', () => {
    const place = placeBeside({ lines: [line(500), line(590)], screen }, size)
    expect(place).toMatchObject({ side: 'above', edge: 494 })
  })

  it('stays inside the screen, and at its foot if the lines fill it', () => {
    expect(placeBeside({ lines: [line(200, 890)], screen }, size).left).toBe(594)
    expect(placeBeside({ lines: [line(200, 100)], screen }, size).left).toBe(106)
    expect(placeBeside({ lines: [line(0), line(700)], screen }, size)).toMatchObject({
      side: 'above',
      edge: 644,
    })
  })

  it('keeps its side while its height changes', () => {
    const lines = [line(350)]
    expect(placeBeside({ lines, screen }, { width: 300, height: 900 }, 'end-of-line', 'above').side).toBe(
      'above',
    )
  })
})
