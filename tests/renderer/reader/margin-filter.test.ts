import { describe, expect, it } from 'vitest'
import {
  branchOf,
  filterSegments,
  isFiltering,
  NO_FILTER,
} from '../../../src/renderer/reader/margin-filter.ts'
import { codeId, coderId, segment } from './segments.ts'

const all = [segment(1, 0, 9, [1, 2]), segment(2, 3, 9, [2]), segment(3, 5, 9, [], 'only a comment')]

describe('the filter of the margin', () => {
  it('lets everything through where nothing is asked for', () => {
    expect(isFiltering(NO_FILTER)).toBe(false)
    expect(filterSegments(all, NO_FILTER)).toBe(all)
  })

  it('keeps of a segment only the codings that fit, and the segment itself where all fit', () => {
    const shown = filterSegments(all, { ...NO_FILTER, codeIds: new Set([codeId(2)]) })
    expect(shown.map(({ reference, codings }) => [reference, codings.length])).toEqual([
      ['1:1', 1],
      ['1:2', 1],
    ])
    expect(shown[1]).toBe(all[1])
  })

  it('asks code and coder of the same coding', () => {
    const filter = { codeIds: new Set([codeId(1)]), coderIds: new Set([coderId(2)]) }
    expect(filterSegments(all, filter)).toEqual([])
  })

  it('takes a code with what is below it, by whole names', () => {
    const codes = ['Return', 'Return/Forced', 'Returnees'].map((path, n) => ({ id: codeId(n), path }))
    expect(branchOf(codes, 'Return')).toEqual(new Set([codeId(0), codeId(1)]))
  })
})
