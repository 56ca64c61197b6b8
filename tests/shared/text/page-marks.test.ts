import { describe, expect, it } from 'vitest'
import { findPages, isPageMark } from '../../../src/shared/text/page-marks.ts'

describe('pages of plain text', () => {
  it('follows form feeds', () => {
    expect(findPages('one\ftwo\f')).toEqual([
      { start: 0, end: 4, label: '1' },
      { start: 4, end: 8, label: '2' },
    ])
    expect(findPages('no pages')).toEqual([])
  })

  it('follows the marks of records, and reckons back to the first page', () => {
    const text = '[Pages S704-S709]\nabc\n\n[[Page S705]]\n\ndef\n[[Page S706]]\nghi'
    const pages = findPages(text)
    expect(pages.map(page => page.label)).toEqual(['S704', 'S705', 'S706'])
    expect(pages.map(page => text.slice(page.start, page.end))).toEqual([
      '[Pages S704-S709]\nabc\n\n',
      '[[Page S705]]\n\ndef\n',
      '[[Page S706]]\nghi',
    ])
    expect(findPages('abc\n[[Page 100]]\ndef').map(page => page.label)).toEqual(['99', '100'])
  })

  it('knows a mark only where it stands alone', () => {
    expect(isPageMark('  [[Page H6118]]  ')).toBe(true)
    expect(isPageMark('see [[Page H6118]] above')).toBe(false)
  })
})
