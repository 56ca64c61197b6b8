import { describe, expect, it } from 'vitest'
import { findFurniture, findLineNumbers, keyOf } from '../../../../src/shared/text/pdf/furniture.ts'
import type { Atom } from '../../../../src/shared/text/pdf/model.ts'
import { atom } from '../../../support/laid-out.ts'

const left = (pages: Atom[][]): string[] => {
  const furniture = findFurniture(pages.map((atoms, index) => ({ index, height: 800, rtl: false, atoms })))
  return pages.map(atoms =>
    atoms
      .filter(each => !furniture.has(each))
      .map(each => each.text)
      .join(' | '),
  )
}
const pages = (count: number, make: (page: number) => Atom[]): Atom[][] =>
  Array.from({ length: count }, (_, page) => make(page))
const WORDS = ['asylum', 'border', 'charter', 'dignity', 'equality', 'family', 'guarantee', 'hearing']
const body = (page: number): Atom => atom(`About ${WORDS[page]} and nothing else`, 50, 300)

describe('findFurniture', () => {
  it('finds heads, feet and page numbers, also where odd and even pages differ', () => {
    const made = pages(8, page => [
      atom(page % 2 ? 'Official Journal' : '22.5.2024', 50, 40),
      body(page),
      atom(`${page + 1}/34`, page % 2 ? 50 : 500, 780),
    ])
    expect(left(made)).toEqual(made.map(atoms => atoms[1]?.text))
  })

  it('finds page numbers that move about, and a head that changes with the chapter beside one', () => {
    const made = pages(6, page => [
      atom(page < 3 ? 'BALANCES' : 'PROPERTY', 50, 40),
      atom(`${250 + page}`, 120, 40),
      body(page),
    ])
    expect(left(made)).toEqual(made.map(atoms => atoms[2]?.text))
  })

  it('leaves headings that happen to begin pages, and lists that happen to end them', () => {
    const made = pages(6, page => [
      atom(`Article ${page * 7 + 3}`, 250, 60),
      body(page),
      atom(`${page * page + 5}`, 300, 780),
    ])
    expect(left(made)).toEqual(made.map(atoms => atoms.map(each => each.text).join(' | ')))
  })

  it('leaves a single page as it is', () => {
    expect(left([[atom('Title', 50, 40), body(0), atom('1', 300, 780)]])).toEqual([
      'Title | About asylum and nothing else | 1',
    ])
  })

  it('takes figures and roman numbers of a head for one', () => {
    expect(keyOf('Page 12 of 34')).toBe(keyOf('Page 3 of 34'))
    expect(keyOf('Chapter xiv')).toBe(keyOf('Chapter ii'))
    expect(keyOf('civil law')).not.toBe(keyOf('criminal law'))
  })
})

describe('findLineNumbers', () => {
  const numbered = (from: number, count: number): Atom[] =>
    Array.from({ length: count }, (_, at) => [
      atom(String(from + at), 20, 100 + at * 12),
      atom('words of the line', 50, 100 + at * 12),
    ]).flat()

  it('finds numbers down the margin, on the last page too', () => {
    const found = findLineNumbers([numbered(1, 20), numbered(21, 3)])
    expect([...found].map(each => each.text)).toEqual(Array.from({ length: 23 }, (_, at) => String(at + 1)))
  })

  it('leaves the years of a list', () => {
    const years = ['1995', '1996', '2000', '2005', '2010', '2012'].flatMap((year, at) => [
      atom(year, 20, 100 + at * 12),
      atom('words', 60, 100 + at * 12),
    ])
    expect(findLineNumbers([years]).size).toBe(0)
  })
})
