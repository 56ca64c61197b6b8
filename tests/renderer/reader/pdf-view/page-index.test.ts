import { describe, expect, it } from 'vitest'
import {
  pageNamed,
  pagesAt,
  pagesIn,
  pageWords,
} from '../../../../src/renderer/reader/pdf-view/page-index.ts'

const page = (index: number, label: string, start: number, end: number) => ({
  index,
  label,
  start,
  end,
  width: 600,
  height: 800,
})
/** a note of the first page comes after the paragraph that goes on overleaf */
const PAGES = [page(0, 'i', 0, 120), page(1, 'ii', 80, 200), page(2, '1', 200, 200), page(3, '2', 200, 300)]

describe('pages by offset', () => {
  it('names all that an offset may be on, the likeliest first', () => {
    expect(pagesAt(PAGES, 10)).toEqual([0])
    expect(pagesAt(PAGES, 100)).toEqual([1, 0])
    expect(pagesAt(PAGES, 250)).toEqual([3])
    expect(pagesAt([], 3)).toEqual([])
  })

  it('finds those that a span reaches into', () => {
    expect(pagesIn(PAGES, { start: 110, end: 210 }).map(({ index }) => index)).toEqual([0, 1, 3])
  })
})

describe('pages by name', () => {
  it('says label and place, and the place alone where they are the same', () => {
    expect(pageWords(PAGES[1]!, 4)).toBe('ii (2 of 4)')
    expect(pageWords({ label: '3', index: 2 }, 4)).toBe('3 of 4')
    expect(pageWords({ label: '', index: 2 }, 4)).toBe('3 of 4')
  })

  it('goes by the label before the place', () => {
    const named = (typed: string) => pageNamed(PAGES, typed)?.index
    expect(named('ii')).toBe(1)
    expect(named('II')).toBe(1)
    expect(named('p. 2')).toBe(3)
    expect(named('1')).toBe(2)
    expect(named('4')).toBe(3)
    expect(named('page i')).toBe(0)
    expect(named('9')).toBeUndefined()
    expect(named(' ')).toBeUndefined()
  })
})
