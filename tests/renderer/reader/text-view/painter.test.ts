import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { unionWithin } from '../../../../src/renderer/reader/text-view/painter.ts'

const anySpan = fc
  .tuple(fc.nat(50), fc.integer({ min: 1, max: 20 }))
  .map(([start, length]) => ({ start, end: start + length }))

describe('unionWithin', () => {
  it('covers exactly what the spans cover of the bounds, with disjoint spans in order', () => {
    fc.assert(
      fc.property(fc.array(anySpan), anySpan, (spans, bounds) => {
        const union = unionWithin(spans, bounds)
        for (let at = 0; at < 80; at++) {
          const holds = ({ start, end }: { start: number; end: number }) => at >= start && at < end
          expect(union.filter(holds).length).toBe(spans.some(holds) && holds(bounds) ? 1 : 0)
        }
        for (const [n, span] of union.entries())
          if (n > 0) expect(span.start).toBeGreaterThan(union[n - 1]!.end)
      }),
    )
  })
})
