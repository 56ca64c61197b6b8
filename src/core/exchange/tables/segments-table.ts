import type { SegmentRow } from '../../../shared/contract/segments.ts'
import type { Column, Table } from '../../../shared/model/table.ts'

const COLUMNS: readonly (readonly [
  title: string,
  kind: Column['kind'],
  of: (row: SegmentRow) => string | number,
])[] = [
  ['document', 'text', row => row.document],
  ['group', 'text', row => row.groups.join('; ')],
  ['code', 'text', row => row.code],
  ['coder', 'text', row => row.coder],
  ['start', 'number', row => row.start],
  ['end', 'number', row => row.end],
  ['quote', 'text', row => row.quote],
  ['comment', 'text', row => row.comment],
  ['reference', 'text', row => row.reference],
  ['page', 'text', row => row.page],
  ['words', 'number', row => row.words],
  ['created', 'text', row => row.created],
]

/** The tidy table: one row a coding. Offsets are UTF-16 units in the document's canonical text. */
export function segmentsTable(rows: readonly SegmentRow[], notes: Table['notes']): Table {
  return {
    title: 'Coded segments',
    columns: COLUMNS.map(([title, kind]) => ({
      key: title,
      title,
      kind,
      role: kind === 'text' ? 'label' : 'value',
    })),
    rows: rows.map(row => ({
      key: row.codingId,
      role: 'value',
      depth: 0,
      cells: COLUMNS.map(([, , of]) => of(row)),
    })),
    notes,
  }
}
