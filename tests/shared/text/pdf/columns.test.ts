import { describe, expect, it } from 'vitest'
import { cutPages } from '../../../../src/shared/text/pdf/columns.ts'
import type { Atom } from '../../../../src/shared/text/pdf/model.ts'
import { atom } from '../../../support/laid-out.ts'

const texts = (pages: Atom[][]): string[][] =>
  cutPages(pages).map(page => page.map(region => region.atoms.map(each => each.text.split(' ')[0]).join(' ')))

/** Lines of 30 letters, 150 points wide, all beginning with a word that names them. */
const column = (name: string, x: number, lines: number, y = 100): Atom[] =>
  Array.from({ length: lines }, (_, at) =>
    atom(`${name}${at} and thirty letters of it.`.padEnd(30, 'x'), x, y + at * 12),
  )
const names = (name: string, lines: number): string =>
  Array.from({ length: lines }, (_, at) => `${name}${at}`).join(' ')

describe('cutPages', () => {
  it('reads two columns one after the other, and what runs across before and after them', () => {
    const title = atom('Title that runs across both of the columns of it', 60, 60, { size: 14 })
    const foot = atom('Foot that runs across both of the columns of this page', 60, 240)
    const page = [title, ...column('a', 50, 8), ...column('b', 220, 8), foot]
    expect(texts([page])).toEqual([['Title', names('a', 8), names('b', 8), 'Foot']])
  })

  it('reads three columns, whose lines need not stand at one height', () => {
    const page = [...column('a', 40, 9), ...column('b', 210, 9, 104), ...column('c', 380, 9, 108)]
    expect(texts([page])).toEqual([[names('a', 9), names('b', 9), names('c', 9)]])
  })

  it('does not cut a page of one column, however its blanks may lie', () => {
    const rivers = Array.from({ length: 8 }, (_, at) => [
      atom('words before a blank', 50, 100 + at * 12, { width: 140 + at * 2 }),
      atom('and words after the blank', 202 + at * 2, 100 + at * 12),
    ]).flat()
    expect(texts([rivers])[0]).toHaveLength(1)
  })

  it('reads a table row by row', () => {
    const rows = Array.from({ length: 6 }, (_, at) => [
      atom(`name${at} of a code, quite long`, 50, 100 + at * 40),
      atom('that runs over two lines here', 50, 112 + at * 40),
      atom(`definition${at} beside it, as long`, 250, 100 + at * 40),
    ]).flat()
    expect(texts([rows])[0]).toHaveLength(1)
    const figures = Array.from({ length: 9 }, (_, at) => [
      atom(`Country ${at}`, 50, 100 + at * 12),
      atom('12 345', 250, 100 + at * 12),
    ]).flat()
    expect(texts([figures])[0]).toHaveLength(1)
  })

  it('knows the columns of a page with few lines from the other pages', () => {
    const full = (name: string) => [...column(`${name}l`, 50, 12), ...column(`${name}r`, 220, 12)]
    const few = [...column('x', 50, 3), ...column('y', 220, 3)]
    expect(texts([few])[0]).toHaveLength(1)
    expect(texts([full('a'), full('b'), few])[2]).toEqual([names('x', 3), names('y', 3)])
  })

  it('loses nothing and invents nothing', () => {
    const page = [...column('a', 50, 8), ...column('b', 220, 7), atom('stray', 300, 400)]
    const [regions = []] = cutPages([page])
    expect(new Set(regions.flatMap(region => region.atoms))).toEqual(new Set(page))
  })
})
