import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PageRun } from '../../../src/shared/model/page-layout.ts'
import { areaAnchor } from '../../../src/shared/text/area-anchor.ts'

const run = (start: number, x: number, y: number, rtl = false): PageRun => ({
  start,
  end: start + 10,
  x,
  y,
  width: 100,
  height: 10,
  turn: 0,
  vertical: false,
  rtl,
  stops: [],
})

/** Two columns of three lines, the right one after the left one. */
const COLUMNS = [0, 1, 2, 3, 4, 5].map(n => run(n * 10, n < 3 ? 50 : 200, 100 + (n % 3) * 100))
const TEXT = 'x'.repeat(60)
const at = (x: number, y: number, runs = COLUMNS, text = TEXT) =>
  areaAnchor({ page: 0, x, y, width: 30, height: 30 }, { start: 7 }, runs, text)

describe('what an area is tied to', () => {
  it('is the text that begins at or below its top left, in its own column', () => {
    expect(at(40, 95)).toEqual({ start: 0, end: 1 })
    expect(at(60, 120)).toEqual({ start: 10, end: 11 })
    expect(at(210, 120)).toEqual({ start: 40, end: 41 })
    expect(at(210, 50)).toEqual({ start: 30, end: 31 })
    // between the columns: what follows on the right
    expect(at(160, 195)).toEqual({ start: 40, end: 41 })
  })

  it('is what comes last where nothing follows, and the page where it has no text', () => {
    expect(at(310, 400)).toEqual({ start: 50, end: 51 })
    expect(at(10, 10, [])).toEqual({ start: 7, end: 8 })
    expect(areaAnchor({ page: 0, x: 0, y: 0, width: 9, height: 9 }, { start: 60 }, [], TEXT)).toEqual({
      start: 59,
      end: 60,
    })
  })

  it('goes by the top right in writing from right to left', () => {
    const rtl = COLUMNS.map(one => ({ ...one, rtl: true }))
    expect(at(30, 95, rtl)).toEqual({ start: 0, end: 1 })
    expect(at(310, 95, rtl)).toEqual({ start: 30, end: 31 })
    expect(at(155, 195, rtl)).toEqual({ start: 10, end: 11 })
  })

  it('is always one whole character of the text', () => {
    const character = fc.constantFrom('a', '🤝', ' ', '\n')
    fc.assert(
      fc.property(
        fc.array(character, { minLength: 1, maxLength: 30 }),
        fc.array(fc.tuple(fc.nat(40), fc.nat(300), fc.nat(300), fc.boolean()), { maxLength: 8 }),
        fc.nat(40),
        fc.nat(300),
        fc.nat(300),
        (characters, places, page, x, y) => {
          const text = characters.join('')
          const starts = [0]
          for (const one of characters) starts.push(starts.at(-1)! + one.length)
          const runs = places.map(([start, ...place]) =>
            run(starts[start % characters.length]!, place[0], place[1], place[2]),
          )
          const area = { page: 0, x, y, width: 5, height: 5 }
          const { start, end } = areaAnchor(area, { start: page }, runs, text)
          expect([...text.slice(start, end)]).toHaveLength(1)
          expect(starts).toContain(start)
        },
      ),
    )
  })
})
