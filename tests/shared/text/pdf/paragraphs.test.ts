import { describe, expect, it } from 'vitest'
import type { Line } from '../../../../src/shared/text/pdf/model.ts'
import {
  goesOn,
  learnHabits,
  listMarkOf,
  splitParagraphs,
  usesIndents,
} from '../../../../src/shared/text/pdf/paragraphs.ts'
import { line, region } from '../../../support/laid-out.ts'

// a column from 50 to 350: 60 letters of size 10 fill a line
const FULL = 'x'.repeat(9)
const full = (name: string): string =>
  `${name} ${`${FULL} `.repeat(6)}`.slice(0, 60).trimEnd().padEnd(60, 'y')
const split = (lines: Line[], indents = false): string[] => {
  const whole = region(lines)
  return splitParagraphs(whole, learnHabits([whole]), indents).map(each =>
    each.lines.map(one => one.text.split(' ')[0]).join(' '),
  )
}
const stack = (lines: readonly (readonly [string, number])[], pitch = 12): Line[] =>
  lines.map(([text, x], at) => line(text, x, 100 + at * pitch))

describe('splitParagraphs', () => {
  it('ends a paragraph where a further word would have fitted', () => {
    expect(
      split(
        stack([
          [full('a'), 50],
          ['b short.', 50],
          [full('c'), 50],
          [full('d'), 50],
        ]),
      ),
    ).toEqual(['a b', 'c d'])
  })

  it('begins one at an indented line', () => {
    const lines = stack([
      [full('a').slice(0, 57), 65],
      [full('b'), 50],
      [full('c').slice(0, 57), 65],
      [full('d'), 50],
    ])
    expect(split(lines)).toEqual(['a b', 'c d'])
  })

  it('begins one after more white than there is between lines', () => {
    const lines = [
      ...stack([
        [full('a'), 50],
        [full('b'), 50],
        [full('c'), 50],
        [full('d'), 50],
        [full('e'), 50],
      ]),
    ]
    expect(split([...lines, line(full('f'), 50, 100 + 4 * 12 + 20)])).toEqual(['a b c d e', 'f'])
  })

  it('keeps a hanging list item together, and items apart', () => {
    const lines = stack([
      [full('•').slice(0, 60), 50],
      [full('b').slice(0, 56), 62],
      [full('•'), 50],
      [full('d').slice(0, 56), 62],
    ])
    expect(split(lines)).toEqual(['• b', '• d'])
  })

  it('keeps the lines of a centred title together', () => {
    const lines = [
      line('A title that is set in', 142, 100, { bold: true }),
      line('two lines', 177, 112, { bold: true }),
      line(full('body'), 50, 124),
    ]
    expect(split(lines)).toEqual(['A two', 'body'])
  })

  it('begins one where the type changes its size', () => {
    expect(split([line(full('a'), 50, 100), line(full('b'), 50, 112, { size: 7.5 })])).toEqual(['a', 'b'])
  })

  it('keeps entries of a table of contents apart, and a word cut at a line end whole', () => {
    expect(
      split(
        stack([
          ['One ..................................................... 1', 50],
          ['Two ..................................................... 2', 50],
        ]),
      ),
    ).toEqual(['One', 'Two'])
    expect(
      split(
        stack([
          ['short but cut inter-', 50],
          ['national law', 50],
        ]),
      ),
    ).toEqual(['short national'])
  })
})

describe('goesOn', () => {
  const paragraph = (text: string, page: number, y = 100) => ({
    lines: [line(text, 50, y, { page })],
    region: region([]),
  })

  it('joins a sentence over the page break, and no new one', () => {
    expect(goesOn(paragraph(full('sentence'), 0), paragraph('goes on here', 1), false)).toBe(true)
    expect(goesOn(paragraph('The end.', 0), paragraph('New paragraph', 1), false)).toBe(false)
    expect(goesOn(paragraph(full('a'), 0), paragraph('(b) new item', 1), false)).toBe(false)
  })

  it('joins columns but not what stands below on the same page', () => {
    expect(goesOn(paragraph(full('a'), 0, 700), paragraph('goes on', 0, 100), false)).toBe(true)
    expect(goesOn(paragraph(full('a'), 0, 100), paragraph('goes on', 0, 200), false)).toBe(false)
  })
})

describe('usesIndents and listMarkOf', () => {
  it('sees whether most paragraphs begin with an indented line', () => {
    const paragraph = (x: number) => ({
      lines: stack([
        [full('a'), x],
        [full('b'), 50],
        [full('c'), 50],
      ]),
      region: region([]),
    })
    expect(usesIndents([65, 65, 65, 65].map(paragraph))).toBe(true)
    expect(usesIndents([50, 50, 50, 65].map(paragraph))).toBe(false)
  })

  it('knows the marks of lists', () => {
    expect(['• a', '(a) b', '1. c', '2.1.3 d', 'iv) e', 'B. f'].map(listMarkOf)).toEqual([
      '•',
      '(a)',
      '1.',
      '2.1.3',
      'iv)',
      'B.',
    ])
    expect(['a word', '1999 was', '(see below) x', 'U.S. law'].map(listMarkOf)).toEqual([
      null,
      null,
      null,
      null,
    ])
  })
})
