import type { SegmentRow } from '../../../shared/contract/segments.ts'
import { splitPath } from '../../../shared/model/code-path.ts'
import type { Table } from '../../../shared/model/table.ts'
import type { ListedForExport } from './listed.ts'

/** A passage with all that is said of it. */
export interface Quotation {
  readonly before: string
  readonly quote: string
  readonly after: string
  /** "Accord, p. 3, 1:12" */
  readonly place: string
  /** "Framing › Win-win"; none on a free segment */
  readonly codes: readonly string[]
  readonly coders: readonly string[]
  readonly comment: string
}

export interface Report {
  readonly project: string
  readonly title: string
  readonly sections: readonly { readonly title: string; readonly quotations: readonly Quotation[] }[]
  readonly notes: Table['notes']
}

/** The list as a text to read. Codes that follow one another on one segment stand under one quotation. */
export function segmentsReport({ title, rows, sections, notes }: ListedForExport, project: string): Report {
  let next = 0
  const parts = sections.map(({ title, count }) => {
    const own = rows.slice(next, next + count)
    next += count
    return { title, quotations: runsOf(own).map(quotationOf) }
  })
  return { project, title, sections: parts, notes }
}

type Run = [SegmentRow, ...SegmentRow[]]

function runsOf(rows: readonly SegmentRow[]): Run[] {
  const runs: Run[] = []
  for (const row of rows) {
    const open = runs.at(-1)
    if (open?.[0].segmentId === row.segmentId) open.push(row)
    else runs.push([row])
  }
  return runs
}

function quotationOf(run: Run): Quotation {
  const [{ before, quote, after, document, page, reference, comment }] = run
  const place = page === '' ? `${document}, ${reference}` : `${document}, p. ${page}, ${reference}`
  const codes = new Set(run.filter(({ code }) => code !== '').map(({ code }) => splitPath(code).join(' › ')))
  const coders = new Set(run.map(({ coder }) => coder))
  return { before, quote, after, place, codes: [...codes], coders: [...coders], comment }
}
