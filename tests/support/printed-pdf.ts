import { pdfOf } from './pdf-files.ts'

/**
 * A report as it might be printed: two columns, a running head, page numbers "i" to "iv" and
 * then "1", footnotes, an outline, a link inside the file and one to the outside.
 */
export interface PrintedReport {
  readonly bytes: Uint8Array
  /** the first words of each column, by page */
  readonly columns: readonly (readonly [left: string, right: string])[]
}

const WIDTH = 595
const HEIGHT = 842
const LINES = 34
const COLUMNS = [
  { name: 'Left', x: 60 },
  { name: 'Right', x: 315 },
] as const

interface Line {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly size: number
}

const WORDS =
  'the river carries gravel from the northern hills down to the harbour where barges wait for the tide and the town council keeps a ledger of every stone that was ever sold to the builders'.split(
    ' ',
  )

export function printedReport(pages = 6): PrintedReport {
  const columns: [string, string][] = []
  const contents = Array.from({ length: pages }, (_, page) => {
    const lines: Line[] = [
      { text: 'Rivers of the North', x: 240, y: 40, size: 9 },
      { text: labelOf(page), x: 292, y: 812, size: 9 },
    ]
    if (page === 0) lines.push({ text: 'A Report on Rivers', x: 60, y: 80, size: 20 })
    const firsts: string[] = []
    for (const { name, x } of COLUMNS) {
      const text = columnOf(name, page)
      firsts.push(text[0]!)
      lines.push(...text.map((line, at) => ({ text: line, x, y: 120 + at * 15, size: 10 })))
    }
    columns.push(firsts as [string, string])
    lines.push({ text: '1', x: 286, y: 116, size: 6 })
    lines.push({
      text: `1 Note on page ${page + 1}: see the ledger of the council.`,
      x: 60,
      y: 740,
      size: 7.5,
    })
    return lines.map(draw).join('\n')
  })
  return { bytes: assemble(contents), columns }
}

/** A column of whole sentences, each of which begins with the name of its place: "Left103". */
function columnOf(name: string, page: number): string[] {
  const sentences = Array.from({ length: 24 }, (_, at) => {
    const from = (page * 7 + at * 5) % 20
    return `${name}${page + 1}${String(at + 1).padStart(2, '0')} says that ${WORDS.slice(from, from + 9).join(' ')}.`
  })
  return wrapped(sentences.join(' '), 45).slice(0, LINES)
}

function wrapped(text: string, most: number): string[] {
  const lines = ['']
  for (const word of text.split(' ')) {
    const last = lines.at(-1)!
    if (last.length + word.length + 1 > most) lines.push(word)
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`
  }
  return lines
}

const labelOf = (page: number) => ['i', 'ii', 'iii', 'iv'][page] ?? String(page - 3)

function draw({ text, x, y, size }: Line): string {
  return `BT /F1 ${size} Tf ${x} ${HEIGHT - y} Td (${text.replace(/[\\()]/g, sign => `\\${sign}`)}) Tj ET`
}

const FIRST_PAGE = 4

function assemble(contents: readonly string[]): Uint8Array {
  const pageAt = (index: number) => FIRST_PAGE + index * 2
  const links = pageAt(contents.length)
  const outline = links + 2
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R /Outlines ${outline} 0 R /PageLabels << /Nums [0 << /S /r >> 4 << /S /D >>] >> >>`,
    `<< /Type /Pages /Kids [${contents.map((_, at) => `${pageAt(at)} 0 R`).join(' ')}] /Count ${contents.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ]
  for (const [at, content] of contents.entries()) {
    const annotations = at === 0 ? `/Annots [${links} 0 R ${links + 1} 0 R]` : ''
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${WIDTH} ${HEIGHT}] /Resources << /Font << /F1 3 0 R >> >> /Contents ${pageAt(at) + 1} 0 R ${annotations} >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    )
  }
  const box = (y: number) => `/Rect [60 ${HEIGHT - y - 12} 260 ${HEIGHT - y}]`
  objects.push(
    `<< /Type /Annot /Subtype /Link ${box(64)} /Border [0 0 0] /Dest [${pageAt(4)} 0 R /XYZ 60 700 null] >>`,
    `<< /Type /Annot /Subtype /Link ${box(92)} /Border [0 0 0] /A << /S /URI /URI (https://example.org/rivers) >> >>`,
    `<< /Type /Outlines /First ${outline + 1} 0 R /Last ${outline + 2} 0 R /Count 2 >>`,
    `<< /Title (The north) /Parent ${outline} 0 R /Next ${outline + 2} 0 R /Dest [${pageAt(0)} 0 R /Fit] /First ${outline + 3} 0 R /Last ${outline + 3} 0 R /Count 1 >>`,
    `<< /Title (The harbour) /Parent ${outline} 0 R /Prev ${outline + 1} 0 R /Dest [${pageAt(4)} 0 R /Fit] >>`,
    `<< /Title (The hills) /Parent ${outline + 1} 0 R /Dest [${pageAt(2)} 0 R /XYZ 315 700 null] >>`,
  )
  return pdfOf(objects)
}
