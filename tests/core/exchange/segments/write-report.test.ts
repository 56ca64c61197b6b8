import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Quotation } from '../../../../src/core/exchange/segments/report.ts'
import { writeReport } from '../../../../src/core/exchange/segments/write-report.ts'
import { marked, readAs, shown, warned } from '../../../support/read-documents.ts'
import { temporaryFolder } from '../../../support/temporary.ts'

const quotation = (given: Partial<Quotation> = {}): Quotation => ({
  before: '',
  quote: 'a <b> & "c"',
  after: '',
  place: 'Plan, p. iv, 1:2',
  codes: ['Frame › Win-win', 'Duty'],
  coders: ['Ada'],
  comment: '',
  ...given,
})

const reportOf = (...quotations: Quotation[]) => ({
  project: 'Study',
  title: 'Segments',
  sections: [{ title: 'One', quotations }],
  notes: [{ name: 'Rows', value: '1' }],
})

async function docxOf(...quotations: Quotation[]): Promise<Buffer> {
  const path = join(temporaryFolder(), 'segments.docx')
  const size = await writeReport(reportOf(...quotations), 'docx', path)
  const bytes = readFileSync(path)
  expect(bytes.length).toBe(size)
  return bytes
}

describe('a list of segments as a DOCX, read by our own import', () => {
  it('has a heading a section, and under it quote, reference with codes, and comment', async () => {
    const first = quotation({ comment: 'why?\nso' })
    const second = quotation({ quote: 'two\n\nlines', codes: [], place: 'Plan, 1:3' })
    const read = await readAs('segments.docx', await docxOf(first, second))
    expect(shown(read)).toEqual([
      'heading 1 Study: Segments',
      'heading 1 One',
      'quote 1 a <b> & "c"',
      'paragraph Plan, p. iv, 1:2 · Frame › Win-win; Duty · Ada',
      'paragraph why?',
      'paragraph so',
      'quote 1 two',
      'quote 1 lines',
      'paragraph Plan, 1:3 · no code · Ada',
      'heading 1 How this was made',
      'paragraph Rows: 1',
    ])
    expect(warned(read)).toEqual([])
  })

  it('marks the passage in its context, and that alone', async () => {
    const read = await readAs('segments.docx', await docxOf(quotation({ before: 'so ', after: ' then' })))
    expect(read.text).toContain('so a <b> & "c" then')
    expect(marked(read)).toContain('bold: a <b> & "c"')
  })

  it('keeps what XML cannot hold out of it, and lets right-to-left passages run their way', async () => {
    const read = await readAs(
      'segments.docx',
      await docxOf(quotation({ quote: 'a\u000bb\ud800' }), quotation({ quote: 'שלום' })),
    )
    expect(read.text).toContain('a b\ufffd')
    expect(
      read.structure.blocks.find(({ start, end }) => read.text.slice(start, end) === 'שלום')?.direction,
    ).toBe('rtl')
  })
})

describe('a long report', () => {
  it('lets others have their turn while it is written, and holds all of it', async () => {
    const path = join(temporaryFolder(), 'long.html')
    const many = Array.from({ length: 60_000 }, (_, index) => quotation({ place: `Plan, 1:${index}` }))
    let turns = 0
    const timer = setInterval(() => turns++, 1)
    const size = await writeReport(reportOf(...many), 'html', path)
    clearInterval(timer)
    const html = readFileSync(path, 'utf8')
    expect(Buffer.byteLength(html)).toBe(size)
    expect(html.match(/<figure>/g)).toHaveLength(many.length)
    expect(turns).toBeGreaterThan(0)
  })
})
