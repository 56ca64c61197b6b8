import { describe, expect, it } from 'vitest'
import { layOut } from '../../../../src/shared/text/pdf/document.ts'
import type { PdfItem } from '../../../../src/shared/text/pdf/model.ts'
import { type LaidBlock, toBlocks } from '../../../../src/shared/text/pdf/runs.ts'
import { item, page } from '../../../support/laid-out.ts'

const textOf = (block: LaidBlock): string => block.runs.map(run => run.text).join('')
const blocks = (pages: PdfItem[][]): LaidBlock[] =>
  toBlocks(layOut(pages.map((items, index) => page(items, index))))
const shown = (pages: PdfItem[][]): string[] =>
  blocks(pages).map(
    block => `${block.kind}${block.level ?? ''}${block.note ? ` ${block.note.sign}` : ''}: ${textOf(block)}`,
  )

/** Full lines of a column that is 300 points wide. */
const LINE = 'Lines of text that fill the whole of the column of the page.'
const prose = (y: number, lines: number): PdfItem[] =>
  Array.from({ length: lines }, (_, at) => item(LINE, 50, y + at * 12))
const whole = (lines: number): string => Array(lines).fill(LINE).join(' ')

describe('layOut and toBlocks', () => {
  it('makes headings of larger type, the largest first, and of short lines in bold', () => {
    const pages = [
      [
        item('Report', 50, 50, { size: 20 }),
        item('Chapter', 50, 90, { size: 14 }),
        ...prose(110, 4),
        item('Another', 50, 190, { size: 14 }),
        ...prose(210, 4),
        item('In bold', 50, 280, { bold: true }),
        ...prose(292, 3),
      ],
    ]
    expect(shown(pages)).toEqual([
      'heading1: Report',
      'heading2: Chapter',
      `paragraph: ${whole(4)}`,
      'heading2: Another',
      `paragraph: ${whole(4)}`,
      'heading3: In bold',
      `paragraph: ${whole(3)}`,
    ])
  })

  it('keeps a sentence whole over the page break, and puts the notes of the page behind it', () => {
    const pages = [
      [
        ...prose(50, 5),
        item('The sentence with a note', 50, 110),
        item('1', 170, 106, { size: 6 }),
        item('goes over the page and on to the', 178, 110, { width: 172 }),
        item('1', 50, 520, { size: 5 }),
        item('A note in small type.', 54, 523, { size: 7 }),
      ],
      [item('next one.', 50, 50), ...prose(130, 5)],
    ]
    const made = blocks(pages)
    expect(made.map(block => block.kind)).toEqual(['paragraph', 'note', 'paragraph'])
    expect(textOf(made[0] as LaidBlock)).toBe(
      `${whole(5)} The sentence with a note1 goes over the page and on to the next one.`,
    )
    expect(textOf(made[1] as LaidBlock)).toBe('A note in small type.')
    const sign = made[0]?.runs.find(run => run.note !== null)
    expect([sign?.text, sign?.note, sign?.script]).toEqual(['1', made[1]?.note?.key, 'sup'])
  })

  it('does not take small type without a sign in the text for notes', () => {
    expect(shown([[...prose(50, 6), item('1 Fine print of an annex.', 50, 400, { size: 7 })]])[1]).toBe(
      'paragraph: 1 Fine print of an annex.',
    )
  })

  it('tells the page and the box of every run', () => {
    const [first] = blocks([[item('One line.', 50, 100)]])
    expect(first?.runs).toMatchObject([
      {
        text: 'One line.',
        page: 0,
        atom: { box: [50, 92, 95, 102] },
        from: 0,
        isCut: false,
        bold: false,
        italic: false,
        script: null,
        note: null,
      },
    ])
  })

  it('drops text drawn twice to look bold, and what lies off the page', () => {
    expect(shown([[item('Shadow', 50, 100), item('Shadow', 50.4, 100.3), item('off', 900, 100)]])).toEqual([
      'paragraph: Shadow',
    ])
  })

  it('turns what is printed across the page, and reads vertical lines from the right', () => {
    const across = ['one two three', 'four five six'].map((text, at) => ({
      ...item(text, 100 + at * -12, 50),
      turn: 1 as const,
    }))
    expect(shown([across])).toEqual(['paragraph: one two three', 'paragraph: four five six'])
    const vertical = [
      { ...item('左', 100, 50), vertical: true },
      { ...item('右', 120, 50), vertical: true },
    ]
    expect(shown([vertical])).toEqual(['paragraph: 右', 'paragraph: 左'])
  })

  it('takes the sizes that character recognition measures for one', () => {
    const noisy = Array.from({ length: 12 }, (_, at) =>
      item(LINE, 50, 50 + at * 12, { size: at % 3 === 1 ? 13 : 10, width: 300 }),
    )
    expect(shown([noisy])).toEqual([`paragraph: ${whole(12)}`])
  })
})
