import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packLayout, unpackLayout } from '../../../../src/core/exchange/documents/page-layout-codec.ts'
import type { PageLayout, PageRun } from '../../../../src/shared/model/page-layout.ts'

const number = fc.integer({ min: 0, max: 100_000 }).map(hundredths => hundredths / 100)
const box = { x: number, y: number, width: number, height: number }
const run = fc
  .record({
    start: fc.nat(),
    steps: fc.array(fc.nat(300), { minLength: 1, maxLength: 40 }),
    ...box,
    turn: fc.constantFrom(0 as const, 1 as const, 2 as const, 3 as const),
    vertical: fc.boolean(),
    rtl: fc.boolean(),
  })
  .map(({ start, steps, ...rest }): PageRun => {
    let stop = 0
    const stops = [0, ...steps].map(step => (stop += step))
    return { start, end: start + steps.length, ...rest, stops }
  })
const layout = fc.record({
  index: fc.nat(1000),
  runs: fc.array(run, { maxLength: 20 }),
  furniture: fc.array(fc.record({ text: fc.string(), ...box }), { maxLength: 5 }),
}) as fc.Arbitrary<PageLayout>

describe('a packed layout', () => {
  it('is what was packed', () => {
    fc.assert(
      fc.property(layout, one => {
        expect(unpackLayout(one.index, packLayout(one))).toEqual(one)
      }),
    )
  })

  it('cannot be read once a byte of it has changed', () => {
    const packed = packLayout({
      index: 0,
      runs: [],
      furniture: [{ text: 'Page 4', x: 1, y: 2, width: 3, height: 4 }],
    })
    for (let at = 0; at < packed.length; at++) {
      const changed = Uint8Array.from(packed, (byte, index) => (index === at ? byte ^ 0x55 : byte))
      expect(() => unpackLayout(0, changed), `byte ${at}`).toThrow()
    }
  })
})
