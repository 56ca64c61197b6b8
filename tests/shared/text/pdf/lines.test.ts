import { describe, expect, it } from 'vitest'
import { buildLines, readingOrder } from '../../../../src/shared/text/pdf/lines.ts'
import type { Atom } from '../../../../src/shared/text/pdf/model.ts'
import { atom } from '../../../support/laid-out.ts'

const texts = (atoms: readonly Atom[], rtl = false): string[] =>
  buildLines(atoms, 0, rtl).map(line => line.text)

describe('buildLines', () => {
  it('puts atoms of one baseline together, from left to right, from top to bottom', () => {
    expect(texts([atom('second', 50, 112), atom('line', 90, 100.8), atom('first', 50, 100)])).toEqual([
      'first line',
      'second',
    ])
  })

  it('puts a blank where there is a gap or where the file draws one, and none inside a word', () => {
    expect(texts([atom('in', 50, 100), atom('side', 60, 100)])).toEqual(['inside'])
    expect(texts([atom('two', 50, 100), atom('words', 68, 100)])).toEqual(['two words'])
    expect(texts([{ ...atom('two', 50, 100), blankAfter: true }, atom('words', 65.5, 100)])).toEqual([
      'two words',
    ])
    expect(texts([atom('日本', 50, 100), atom('語', 61, 100)])).toEqual(['日本語'])
  })

  it('marks a wide gap as one between cells, but not the one after a label', () => {
    const [row] = buildLines([atom('Men', 50, 100), atom('40.7', 150, 100)], 0, false)
    expect([row?.text, row?.tabular]).toEqual(['Men\t40.7', true])
    expect(texts([atom('(a)', 50, 100), atom('the elements', 100, 100)])).toEqual(['(a) the elements'])
  })

  it('hangs raised and lowered signs on their line', () => {
    const lines = buildLines(
      [
        atom('note', 50, 100),
        atom('12', 70, 95, { size: 6 }),
        atom('goes', 80, 100),
        atom('H', 50, 112),
        atom('2', 55, 114, { size: 6 }),
        atom('O', 58, 112),
      ],
      0,
      false,
    )
    expect(lines.map(line => line.text)).toEqual(['note12 goes', 'H2O'])
    expect(lines.flatMap(line => line.pieces.map(piece => piece.atom.script))).toEqual([
      null,
      'sup',
      null,
      null,
      'sub',
      null,
    ])
    expect(lines[0]?.size).toBe(10)
  })

  it('gives the same lines when it is asked again', () => {
    const atoms = [atom('note', 50, 100), atom('12', 70, 95, { size: 6 }), atom('next', 50, 112)]
    expect(texts(atoms)).toEqual(texts(atoms))
  })

  it('lets Latin words run from left to right on a page read from the right', () => {
    // mirrored: x grows to the left
    const hebrew = (text: string, x: number) => ({ ...atom(text, x, 100), rtl: true })
    const mirrored = [hebrew('א', 0), atom('Office', 40, 100), atom('European', 80, 100), hebrew('ב', 140)]
    expect(readingOrder(mirrored, true).map(each => each.text)).toEqual(['א', 'European', 'Office', 'ב'])
  })
})
