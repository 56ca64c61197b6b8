import { describe, expect, it } from 'vitest'
import { countsInWords } from '../../../../src/renderer/panels/segments/sections.ts'

const counts = (total: number, segments: number, documents: number, free = 0) =>
  countsInWords({ total, segments, documents, free })

describe('how much is listed', () => {
  it('is said in segments, and in codings where that is another number', () => {
    expect(counts(4, 3, 2)).toBe('3 segments in 2 documents, 4 codings')
    expect(counts(1, 1, 1)).toBe('1 segment in 1 document')
    expect(counts(12_000, 11_000, 1)).toBe('11,000 segments in 1 document, 12,000 codings')
  })

  it('tells apart those without a code', () => {
    expect(counts(5, 4, 2, 1)).toBe('4 segments in 2 documents, 4 codings, 1 free')
    expect(counts(3, 3, 1, 1)).toBe('3 segments in 1 document, 1 free')
    expect(counts(2, 2, 1, 2)).toBe('2 segments in 1 document')
  })
})
