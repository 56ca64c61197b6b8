import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inTextOrder, sortedByKeys } from '../../../src/shared/analysis/text-order.ts'

const Segment = fc.record({
  document: fc.nat(3),
  start: fc.nat(5_000_000),
  length: fc.integer({ min: 1, max: 4000 }),
})

describe('codings in the order of the text', () => {
  it('are where a sort by document, beginning and end (longer first) puts them, whatever was equal as it came', () => {
    fc.assert(
      fc.property(
        fc.array(Segment, { minLength: 1, maxLength: 60 }),
        fc.array(fc.nat(59)),
        (list, picked) => {
          const segments = {
            length: list.length,
            document: Int32Array.from(list, ({ document }) => document),
            start: Int32Array.from(list, ({ start }) => start),
            end: Int32Array.from(list, ({ start, length }) => start + length),
            words: new Int32Array(list.length),
            area: new Int32Array(list.length),
          }
          const segment = Int32Array.from(picked, index => index % list.length)
          const none = new Int32Array(segment.length)
          const codings = { length: segment.length, segment, code: none, coder: none }
          const place = Int32Array.of(2, 0, 3, 1)
          const found = Int32Array.from(segment, (_, coding) => segment.length - 1 - coding)
          const expected = [...found].sort((a, b) => {
            const [inA, inB] = [segment[a]!, segment[b]!]
            return (
              place[segments.document[inA]!]! - place[segments.document[inB]!]! ||
              segments.start[inA]! - segments.start[inB]! ||
              segments.end[inB]! - segments.end[inA]!
            )
          })
          expect([...inTextOrder({ codings, segments }, found, place)]).toEqual(expected)
        },
      ),
    )
  })
})

describe('values by keys', () => {
  it('are sorted, and what is equal stays as it came', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(2 ** 31 - 1)), keys => {
        const values = Int32Array.from(keys, (_, index) => index)
        const expected = [...values].sort((a, b) => keys[a]! - keys[b]! || a - b)
        expect([...sortedByKeys(values, Int32Array.from(keys))]).toEqual(expected)
      }),
    )
  })
})
