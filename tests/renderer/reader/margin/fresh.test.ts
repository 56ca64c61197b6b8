import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newCodings } from '../../../../src/renderer/reader/margin/fresh.ts'
import { segment } from '../segments.ts'

const pool = Array.from({ length: 8 }, (_, n) => segment(n, n * 10, n * 10 + 5, [n]))
const some = fc.subarray(pool)
/** some of them said anew, with one coding more */
const changed = fc
  .tuple(some, fc.array(fc.nat(7)))
  .map(([segments, again]) =>
    segments.map(one =>
      again.includes(pool.indexOf(one)) ? segment(pool.indexOf(one), one.start, one.end, [7, 9]) : one,
    ),
  )

describe('newCodings', () => {
  it('are those of the later list that the earlier does not have', () => {
    fc.assert(
      fc.property(some, changed, (before, after) => {
        const ids = (list: typeof before) =>
          list.flatMap(({ codings }) => codings.map(({ id }) => id as string))
        const known = new Set(ids(before))
        expect(newCodings(before, after)).toEqual(new Set(ids(after).filter(id => !known.has(id))))
      }),
    )
  })
})
