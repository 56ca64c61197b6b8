import { describe, expect, it } from 'vitest'
import { unpackLayout } from '../../../../src/core/exchange/documents/page-layout-codec.ts'
import { pdf } from '../../../../src/core/exchange/documents/pdf.ts'
import { type Printed, pdfFile } from '../../../support/pdf-files.ts'
import { glyphsOf } from '../../../support/pdf-glyphs.ts'
import { brokenLayout } from '../../../support/printed-pages.ts'
import { stopsError } from '../../../support/stops-error.ts'

const read = (bytes: Uint8Array, password?: string) =>
  pdf.read(bytes, 'x.pdf', password === undefined ? {} : { password }, () => undefined)
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'read',
    error => error.code,
  )
const codes = async (bytes: Uint8Array) => (await read(bytes)).warnings.map(warning => warning.code)

const WORDS = ['asylum', 'border', 'charter', 'dignity', 'equality']
/** Six lines of prose about one word, so that no two pages are alike; the last one is short. */
const prose = (word: string, y = 120): Printed[] =>
  Array.from({ length: 6 }, (_, at) => ({
    text: `Line ${at} about ${word}${at < 5 ? ', long enough to fill the line of the page' : ''}.`,
    x: 60,
    y: y + at * 12,
  }))

describe('pdf', () => {
  it('makes one text with pages, headings and paragraphs', async () => {
    const document = await read(
      pdfFile([[{ text: 'Title', x: 60, y: 80, size: 20 }, ...prose('asylum')], prose('border')], {
        info: '/Title (A study)',
      }),
    )
    expect(document.kind).toBe('pdf')
    expect(document.title).toBe('A study')
    const { blocks, pages } = document.structure
    expect(blocks.map(block => [block.kind, block.level])).toEqual([
      ['heading', 1],
      ['paragraph', undefined],
      ['paragraph', undefined],
    ])
    expect(
      pages.map(page => document.text.slice(page.start, page.end).split(' ').slice(0, 4).join(' ')),
    ).toEqual(['Title\nLine 0 about asylum,', 'Line 0 about border,'])
    expect(pages.at(-1)?.end).toBe(document.text.length)
  })

  it('calls pages what the file calls them', async () => {
    const labels = '/PageLabels << /Nums [0 << /S /r >> 2 << /S /D /St 1 >>] >>'
    const document = await read(
      pdfFile(
        WORDS.slice(0, 4).map(word => prose(word)),
        { catalogue: labels },
      ),
    )
    expect(document.structure.pages.map(page => page.label)).toEqual(['i', 'ii', '1', '2'])
  })

  it('leaves out what returns on every page, and says so', async () => {
    const pages = WORDS.map((word, at): Printed[] => [
      { text: 'Official Journal of Examples', x: 60, y: 40 },
      ...prose(word),
      { text: String(at + 1), x: 300, y: 810 },
    ])
    const document = await read(pdfFile(pages))
    expect(document.text).not.toContain('Official Journal')
    expect(document.structure.blocks).toHaveLength(5)
    expect(document.warnings).toMatchObject([{ code: 'running-heads-left-out', severity: 'notice' }])
    expect(document.warnings[0]?.message).toContain('10 running heads')
  })

  it('marks bold type, and reads a page that lies on its side', async () => {
    const bold = await read(
      pdfFile([
        [
          ...prose('asylum'),
          { text: 'CHAIR.', x: 60, y: 220, bold: true },
          { text: 'Good afternoon.', x: 110, y: 220 },
        ],
      ]),
    )
    const marks = bold.structure.marks.map(mark => [mark.kind, bold.text.slice(mark.start, mark.end)])
    expect(marks).toEqual([['bold', 'CHAIR.']])
    const turned = await read(pdfFile([[{ text: 'Read me', x: 60, y: 100 }]], { page: '/Rotate 90' }))
    expect(turned.text).toBe('Read me')
  })

  it('says of a file without text what can be done with it', async () => {
    const document = await read(pdfFile([[], []]))
    // one character a page, which areas are tied to
    expect(document.text).toBe('\uFFFC\n\uFFFC')
    expect(document.structure.pages).toEqual([
      { start: 0, end: 2, label: '1' },
      { start: 2, end: 3, label: '2' },
    ])
    expect(document.printed).toMatchObject({
      text: 'none',
      pages: [
        { index: 0, width: 595, height: 842, start: 0 },
        { index: 1, start: 2 },
      ],
    })
    expect(document.warnings).toEqual([
      {
        code: 'pdf-no-text',
        severity: 'loss',
        message:
          'This PDF has no selectable text (2 pages). You can code areas of the page, or import a version with text.',
      },
    ])
    expect(await codes(pdfFile([prose('asylum'), []]))).toEqual(['pdf-pages-without-text'])
  })

  it('warns before anyone codes what cannot be read', async () => {
    const garbage = Array.from(
      { length: 6 },
      (_, at): Printed => ({ text: '"7+%- \'!$%& ((*"# ++--', x: 60, y: 100 + at * 12 }),
    )
    expect(await codes(pdfFile([garbage]))).toEqual(['pdf-unreadable-text'])
    const spaced = Array.from(
      { length: 30 },
      (_, at): Printed => ({ text: 'C o ns e nt f or p arti ci p ati o n', x: 60, y: 100 + at * 12 }),
    )
    expect(await codes(pdfFile([spaced]))).toEqual(['pdf-unreadable-text'])
    expect(await codes(pdfFile([prose('asylum')]))).toEqual([])
  })

  it('keeps comments beside the text they mark', async () => {
    const [first] = prose('asylum', 120)
    const note =
      '<< /Type /Annot /Subtype /Highlight /Rect [60 712 200 732] /QuadPoints [60 730 200 730 60 720 200 720] /Contents (why this?) /T (Ann) >>'
    const sticky = '<< /Type /Annot /Subtype /Text /Rect [20 700 40 720] /Contents (look) /T (Bob) >>'
    const link = '<< /Type /Annot /Subtype /Link /Rect [60 712 200 732] /Contents (no comment) >>'
    const document = await read(
      pdfFile([[first as Printed]], { page: `/Annots [${note} ${sticky} ${link}]` }),
    )
    expect(document.structure.remarks).toEqual([
      { start: 0, end: document.text.length, author: 'Ann', text: 'why this?' },
      { start: 0, end: 0, author: 'Bob', text: 'look' },
    ])
  })

  it('tells how far it has come, page by page', async () => {
    const told: [number, number][] = []
    await pdf.read(pdfFile(WORDS.map(word => prose(word))), 'x.pdf', {}, (done, total) =>
      told.push([done, total]),
    )
    expect(told).toEqual([
      [1, 5],
      [2, 5],
      [3, 5],
      [4, 5],
      [5, 5],
    ])
  })

  it('leaves the bytes it was given as they were', async () => {
    const bytes = pdfFile([prose('asylum')])
    const before = bytes.slice()
    await read(bytes)
    expect(bytes).toEqual(before)
  })

  it('says of what is no PDF, or only half of one, that it is damaged, or reads what there is', async () => {
    const whole = pdfFile([prose('asylum')])
    expect(await codeOf(read(Buffer.from('no PDF at all')))).toBe('file-damaged')
    expect(await codeOf(read(whole.subarray(0, 40)))).toBe('file-damaged')
    const lying = Buffer.from(
      Buffer.from(whole).toString('latin1').replace('/Count 1', '/Count 99999'),
      'latin1',
    )
    expect(['read', 'file-damaged']).toContain(await codeOf(read(lying)))
  })
})

describe('where everything stands', () => {
  const layouts = async (bytes: Uint8Array) => {
    const document = await read(bytes)
    expect(brokenLayout(document.text, document.printed)).toBeNull()
    return {
      document,
      pages: (document.printed?.layouts ?? []).map((layout, index) => unpackLayout(index, layout)),
    }
  }

  it('is known to the character', async () => {
    const { document, pages } = await layouts(pdfFile([prose('asylum'), [], prose('border')]))
    const drawn = await glyphsOf(pdfFile([prose('asylum'), [], prose('border')]))
    expect(stopsError(document.text, pages, drawn)).toMatchObject({ compared: 534, looked: 534 })
    expect(stopsError(document.text, pages, drawn).max).toBeLessThan(0.1)
    expect(document.printed?.pages.map(({ start, end }) => end - start)).toEqual([335, 0, 335])
  })

  it('is kept of running heads and page numbers too', async () => {
    const pages = WORDS.map((word, at): Printed[] => [
      { text: 'Official Journal of Examples', x: 60, y: 40 },
      ...prose(word),
      { text: String(at + 1), x: 300, y: 810 },
    ])
    const { pages: laid } = await layouts(pdfFile(pages))
    expect(laid[2]?.furniture.map(({ text, x, y }) => [text, x, Math.round(y)])).toEqual([
      ['Official Journal of Examples', 60, 32],
      ['3', 300, 802],
    ])
  })

  it('is kept of the hyphen of a word that is joined, and of the sign of a note', async () => {
    const { document, pages } = await layouts(
      pdfFile([
        [
          { text: 'The committee met and the commit-', x: 60, y: 100 },
          { text: 'tee decided.', x: 60, y: 112 },
          { text: '1', x: 120, y: 108, size: 6 },
          ...prose('asylum', 130),
          { text: '1', x: 60, y: 700, size: 6 },
          { text: 'The note.', x: 68, y: 703, size: 8 },
        ],
      ]),
    )
    expect(document.text).toContain('the committee decided.')
    const cut = pages[0]?.runs.find(run => document.text.slice(run.start, run.end).endsWith('commit'))
    expect((cut?.width ?? 0) - (cut?.stops.at(-1) ?? 0) / 10).toBeCloseTo(3.3, 0)
    expect(document.structure.blocks.filter(({ kind }) => kind === 'note')).toHaveLength(1)
    expect(pages[0]?.furniture.map(({ text, x }) => [text, x])).toEqual([['1', 60]])
  })

  it('is in points where the page measures in larger units, and as the page is seen where it is turned', async () => {
    const { document, pages } = await layouts(
      pdfFile([[{ text: 'wide', x: 60, y: 100 }]], { page: '/UserUnit 2' }),
    )
    const [info] = document.printed?.pages ?? []
    expect([info?.width, info?.height]).toEqual([1190, 1684])
    expect(pages[0]?.runs[0]).toMatchObject({ x: 120 })
    expect(pages[0]?.runs[0]?.width).toBeCloseTo(41.12)
    const turned = await layouts(pdfFile([[{ text: 'Read me', x: 60, y: 100 }]], { page: '/Rotate 90' }))
    expect(turned.document.printed?.pages[0]).toMatchObject({ width: 842, height: 595 })
    expect(turned.pages[0]?.runs[0]).toMatchObject({ turn: 1, y: 60 })
  })
})
