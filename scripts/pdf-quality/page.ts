import { Failure } from '../../src/shared/errors.ts'
import { columnOrder } from '../../tests/support/column-order.ts'
import { glyphsOf } from '../../tests/support/pdf-glyphs.ts'
import { fourGramRecall } from '../../tests/support/recall.ts'
import { type StopsError, stopsError } from '../../tests/support/stops-error.ts'
import { fileOf, type Quality } from './corpus.ts'
import type { Damaged } from './speed.ts'

type Cell = string | number

export function table(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const all = [head, ...rows].map(row => row.map(cell => String(cell).replaceAll('|', '\\|')))
  const widths = head.map((_, column) => Math.max(3, ...all.map(row => row[column]?.length ?? 0)))
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  return [
    line(all[0] ?? []),
    `| ${widths.map(width => '-'.repeat(width)).join(' | ')} |`,
    ...all.slice(1).map(line),
  ].join('\n')
}

const percent = (share: number): string => `${(share * 100).toFixed(2)} %`
const nameOf = (path: string): string => `\`${path.split('/').at(-1)}\``

export function recallTable(files: readonly Quality[]): string {
  const text = (end: string) => {
    const read = files.find(({ path }) => path.endsWith(end))?.read
    return read && !(read instanceof Failure) ? read.text : ''
  }
  const truth = new TextDecoder().decode(fileOf('eu/EU_Reg_2024-1347_Qualification.groundtruth.txt'))
  const regulation = fourGramRecall(truth, text('EU_Reg_2024-1347_Qualification.pdf'))
  const twin = fourGramRecall(
    text('US_EO14159_Protecting_American_People_Against_Invasion.pdf'),
    text('US_EO14159_scanned_OCR_layer.pdf'),
  )
  return table(
    ['text', 'measured against', 'recall of 4-grams', 'goal'],
    [
      ['Regulation (EU) 2024/1347', 'its ground truth', percent(regulation), '98.5 %'],
      [
        'EO 14159, scanned, with a layer of recognised text',
        'its twin that was born digital',
        percent(twin),
        '95 %',
      ],
    ],
  )
}

interface Row {
  readonly file: Quality
  readonly stops: StopsError
  readonly columns: { readonly pages: number; readonly pairs: number; readonly broken: number }
}

export async function measure(file: Quality): Promise<Row | null> {
  const { read, layouts, bytes } = file
  if (read instanceof Failure) return null
  const stops = stopsError(read.text, layouts, await glyphsOf(bytes, 20))
  const columns = { pages: 0, pairs: 0, broken: 0 }
  for (const layout of layouts) {
    const order = columnOrder(
      read.text,
      layout,
      read.structure,
      read.printed?.pages[layout.index]?.height ?? 0,
    )
    if (order.columns < 2) continue
    columns.pages++
    columns.pairs += order.pairs
    columns.broken += order.broken
  }
  return { file, stops, columns }
}

export function fileTable(rows: readonly Row[]): string {
  return table(
    ['file', 'pages', 'text', 'characters', 'pages/s', 'characters measured', 'mean pt', 'p95 pt', 'columns'],
    rows.map(({ file: { path, read, pagesPerSecond }, stops, columns }) => {
      if (read instanceof Failure) return [nameOf(path)]
      const { pages, pairs, broken } = { ...columns }
      return [
        nameOf(path),
        read.structure.pages.length,
        read.printed?.text ?? '',
        read.text.length,
        Math.round(pagesPerSecond),
        stops.compared,
        stops.compared === 0 ? '' : stops.mean.toFixed(2),
        stops.compared === 0 ? '' : stops.p95.toFixed(2),
        pages === 0 || pairs === 0 ? '' : `${broken} of ${pairs} pairs on ${pages} pages`,
      ]
    }),
  )
}

/** Of all characters, each counting alike. */
export function meanStops(rows: readonly Row[]): { mean: number; compared: number } {
  const compared = rows.reduce((sum, { stops }) => sum + stops.compared, 0)
  return { compared, mean: rows.reduce((sum, { stops }) => sum + stops.mean * stops.compared, 0) / compared }
}

/** What happens to the files that give trouble, in the words that the researcher is told. */
export function nastyTable(files: readonly Quality[]): string {
  return table(
    ['file', 'what happens'],
    files
      .filter(({ path }) => path.includes('nasty'))
      .map(({ path, read }) => [
        nameOf(path),
        read instanceof Failure ? `refused: ${read.message}` : told(read),
      ]),
  )
}

function told(read: Exclude<Quality['read'], Failure>): string {
  const warnings = read.warnings.map(({ message }) => message)
  const labels = read.structure.pages.map(({ label }) => label)
  const named = labels.some((label, at) => label !== String(at + 1)) ? [`Pages: ${labels.join(', ')}.`] : []
  const layer = read.printed?.text === 'recognised' ? ['The text is known to be recognised.'] : []
  return ['imported.', ...warnings, ...named, ...layer].join(' ')
}

export function damagedSentence({ files, read, refused, longest }: Damaged): string {
  const codes = Object.entries(refused).map(([code, count]) => `${count} as \`${code}\``)
  return `${files} copies of files of the corpus, cut off, with their first half gone, with bytes changed and with a fifth of their bytes wiped: ${read} are read (in part, with a warning), ${codes.join(', ') || 'none'} refused, the longest after ${longest.toFixed(1)} s.`
}
