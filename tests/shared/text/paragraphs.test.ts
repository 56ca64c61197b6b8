import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fixedBlocks, plainBlocks } from '../../../src/shared/text/paragraphs.ts'

const paragraphs = (text: string): string[] =>
  plainBlocks(text).map(block => text.slice(block.start, block.end))

/** As an editor wraps it: a line is full when the next word does not fit. */
function wrap(text: string, width: number, indent = ''): string {
  const lines: string[] = []
  let line = indent
  for (const word of text.split(' ')) {
    if (line.trim() !== '' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else line = line.trim() === '' ? line + word : `${line} ${word}`
  }
  return [...lines, line].join('\n')
}

const FIRST =
  'The contracting parties declare that they shall not apply measures which may be taken against the person or the interests of nationals of a foreign state solely on account of such nationality, as laid down in the articles that follow.'
const SECOND =
  'Every refugee has duties to the country in which he finds himself, which require in particular that he conform to its laws and regulations as well as to measures taken for the maintenance of public order.'

describe('paragraphs of plain text', () => {
  it('takes each line for a paragraph where lines are not wrapped', () => {
    expect(paragraphs('One.\nTwo.\n\n  Three.  \n')).toEqual(['One.', 'Two.', 'Three.'])
    expect(paragraphs(`${FIRST}\n${SECOND}`)).toEqual([FIRST, SECOND])
  })

  it('joins the lines of hard-wrapped text, line feeds kept', () => {
    const first = wrap(FIRST, 72)
    const second = wrap(SECOND, 72)
    expect(paragraphs(`${first}\n\n${second}\n`)).toEqual([first, second])
  })

  it('sees paragraphs that begin with an indent, even those of one line', () => {
    const first = wrap(FIRST, 72, '  ')
    const short = '  It is now in order to consider the second of the two amendments here.'
    const second = wrap(SECOND, 72, '  ')
    expect(paragraphs([first, short, second, wrap(FIRST, 72, '  ')].join('\n'))).toEqual([
      first.trim(),
      short.trim(),
      second.trim(),
      wrap(FIRST, 72, '  ').trim(),
    ])
  })

  it('begins list items anew and keeps their hanging lines', () => {
    const item = (mark: string, text: string) => wrap(`${mark} ${text}`, 72).replaceAll('\n', '\n   ')
    const list = [item('(a)', FIRST), item('(b)', SECOND)]
    expect(paragraphs(`${wrap(FIRST, 72)}\n${list.join('\n')}`)).toEqual([wrap(FIRST, 72), ...list])
  })

  it('mends a sentence that a page tore apart', () => {
    const torn = wrap(FIRST, 72).replace('\n', '\n\n\n')
    expect(paragraphs(`${torn}\n\n${wrap(SECOND, 72)}`)).toEqual([torn, wrap(SECOND, 72)])
    const lines = wrap(FIRST, 72).split('\n')
    const marked = [lines[0], '', '[[Page S705]]', '', ...lines.slice(1)].join('\n')
    expect(paragraphs(`${marked}\n\n${wrap(SECOND, 72)}`)).toEqual([marked, wrap(SECOND, 72)])
  })

  it('does not join verse, addresses or the lines of a talk', () => {
    const verse = 'Ministry of the Interior\nDepartment for Mobility\nStreet of the Republic 4\nTown'
    expect(paragraphs(verse)).toEqual(verse.split('\n'))
    const talk = 'Anna: Well.\nBen: Yes, I do.\nAnna: Then tell me how it was.\nBen: Long.'
    expect(paragraphs(talk)).toEqual(talk.split('\n'))
  })

  it('begins a new paragraph where somebody else speaks', () => {
    const text = `INTERVIEWER: ${wrap(`How was it? ${FIRST}`, 60)}\nOFFICIAL A: ${wrap(SECOND, 60)}`
    expect(paragraphs(text).map(paragraph => paragraph.slice(0, 8))).toEqual(['INTERVIE', 'OFFICIAL'])
  })

  it('takes headings only where they are marked', () => {
    const kinds = (text: string) =>
      plainBlocks(text).map(block => `${block.kind} ${block.level ?? ''}`.trim())
    expect(kinds('# One\n\ntext\n\n## Two')).toEqual(['heading 1', 'paragraph', 'heading 2'])
    expect(kinds('Title\n=====\n\ntext')).toEqual(['heading 1', 'paragraph'])
    expect(kinds('CHAPTER ONE\n\n#hashtag')).toEqual(['paragraph', 'paragraph'])
  })

  it('covers all but white space with disjoint, ordered blocks, whatever the text', () => {
    const line = fc.oneof(
      fc.constantFrom('', ' ', '# x', '====', '- y', 'A: b'),
      fc.string({ maxLength: 90 }),
    )
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), lines => {
        const text = lines.join('\n')
        for (const divide of [plainBlocks, fixedBlocks]) {
          let end = 0
          for (const block of divide(text)) {
            expect(block.start).toBeGreaterThanOrEqual(end)
            expect(text.slice(end, block.start).trim()).toBe('')
            expect(text.slice(block.start, block.end).trim()).not.toBe('')
            end = block.end
          }
          expect(text.slice(end).trim()).toBe('')
        }
      }),
    )
  })

  it('finds wrapped paragraphs again at any width', () => {
    fc.assert(
      fc.property(fc.integer({ min: 50, max: 90 }), width => {
        const text = `${wrap(FIRST, width)}\n\n${wrap(SECOND, width)}`
        expect(paragraphs(text)).toEqual([wrap(FIRST, width), wrap(SECOND, width)])
      }),
    )
  })
})

describe('fixed-width text', () => {
  it('keeps the indent, and tables in one piece', () => {
    const table = '   Country   Number\n   A             12\n   B              7'
    const text = `\n${table}\n\n   next`
    expect(fixedBlocks(text).map(block => text.slice(block.start, block.end))).toEqual([table, '   next'])
    expect(fixedBlocks(text).every(block => block.kind === 'pre')).toBe(true)
  })
})
