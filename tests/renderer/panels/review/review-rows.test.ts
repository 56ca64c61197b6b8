import { describe, expect, it } from 'vitest'
import { differences } from '../../../../src/renderer/panels/review/differences.ts'
import {
  countsInWords,
  nextOpen,
  type Reviews,
  rowsOf,
  sectionsOf,
  spanOf,
} from '../../../../src/renderer/panels/review/review-rows.ts'
import { SegmentId } from '../../../../src/shared/model/ids.ts'

const id = (n: number) => SegmentId.parse(String(n).padStart(22, '0'))
const open = (n: number) => ({
  segmentId: id(n),
  reference: `1:${n}`,
  score: 0.7,
  quote: 'was',
  before: '',
  after: '',
  page: '',
  codings: [],
  comment: '',
})
const reviews: Reviews = {
  replaced: { at: '', coder: 'Ada', from: 'a.txt', to: 'b.txt' },
  moved: 3,
  movedRows: [{ segmentId: id(1), reference: '1:1', start: 0, end: 3, now: 'yes' }],
  review: [
    { ...open(2), start: 4, end: 6, now: 'is' },
    { ...open(3), start: 7, end: 9, now: 'is' },
  ],
  lost: [{ ...open(4), near: 5 }],
}

describe('the rows of a report', () => {
  const sections = sectionsOf(reviews)
  const rows = rowsOf(sections)

  it('puts what is to be done first, and counts what is not shown', () => {
    expect(sections.map(({ kind, count, rows }) => [kind, count, rows.length])).toEqual([
      ['review', 2, 2],
      ['lost', 1, 1],
      ['moved', 3, 1],
    ])
  })

  it('leaves out groups without rows', () => {
    expect(sectionsOf({ ...reviews, review: [], lost: [] }).map(({ kind }) => kind)).toEqual(['moved'])
  })

  it('goes on with the next that is open, then with one before, then with none', () => {
    expect(nextOpen(rows, id(2))).toBe(id(3))
    expect(nextOpen(rows, id(4))).toBe(id(3))
    expect(nextOpen(rowsOf(sectionsOf({ ...reviews, review: [] })), id(4))).toBeNull()
  })

  it('leads to the place, or to where it would be', () => {
    expect(rows.map(spanOf)).toEqual([
      { start: 4, end: 6 },
      { start: 7, end: 9 },
      { start: 5, end: 5 },
      { start: 0, end: 3 },
    ])
  })

  it('says how many of each', () => {
    expect(countsInWords({ moved: 1200, review: 1, lost: 0 })).toBe('1,200 in place · 1 to review · 0 lost')
  })
})

describe('differences', () => {
  it('marks what went and what came', () => {
    const { was, now } = differences('A child is never heard alone.', 'No child is ever heard alone.')
    expect(was.filter(({ isChanged }) => isChanged).map(({ text }) => text)).toContain('A')
    expect(now.filter(({ isChanged }) => isChanged).map(({ text }) => text)).toContain('No')
    expect(was.map(({ text }) => text).join('')).toBe('A child is never heard alone.')
    expect(now.map(({ text }) => text).join('')).toBe('No child is ever heard alone.')
  })

  it('marks nothing in equal words, and has an answer for empty ones', () => {
    expect(differences('same', 'same').was).toEqual([{ text: 'same', isChanged: false }])
    expect(differences('', 'new').now).toEqual([{ text: 'new', isChanged: true }])
  })
})
