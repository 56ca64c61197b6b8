import type { Imported } from '../../../shared/contract/documents.ts'
import type { ImportRow } from './import-state.ts'

const number = new Intl.NumberFormat('en')
const counted = (count: number, one: string, many = `${one}s`) =>
  `${number.format(count)} ${count === 1 ? one : many}`

/** "12 pages · 3,402 words" */
export function sizeOf({ pages, words }: Imported): string {
  return [...(pages > 0 ? [counted(pages, 'page')] : []), counted(words, 'word')].join(' · ')
}

/** What became of all files, in a sentence. */
export function summaryOf(rows: readonly ImportRow[]): string {
  const count = (state: ImportRow['state']) => rows.filter(row => row.state === state).length
  const [imported, refused, cancelled] = [count('imported'), count('refused'), count('cancelled')]
  const warned = rows.filter(({ imported: one }) => one !== null && one.warnings.length > 0).length
  const parts = [
    `${counted(imported, 'document')} imported`,
    ...(warned > 0 ? [`${warned} with a warning`] : []),
    ...(refused > 0 ? [`${counted(refused, 'file')} refused`] : []),
    ...(cancelled > 0 ? [`${cancelled} not imported`] : []),
  ]
  return `${parts.join(', ')}.`
}

/** How far an import is: "3 of 12", and what is being read now. */
export function progressOf(rows: readonly ImportRow[]): { done: number; total: number; now: string } {
  const reading = rows.filter(row => row.state === 'reading').map(nameWithPages)
  const done = rows.filter(row => row.state !== 'waiting' && row.state !== 'reading').length
  return { done, total: rows.length, now: reading.join(', ') }
}

/** "Report.pdf, page 120 of 584" */
function nameWithPages({ file, reading }: ImportRow): string {
  if (!reading || reading.total < 2) return file.name
  return `${file.name}, page ${number.format(reading.done)} of ${number.format(reading.total)}`
}
