import type { SegmentRow } from '../../../shared/contract/segments.ts'
import type { Column, Table } from '../../../shared/model/table.ts'
import type { ListedForExport } from '../segments/listed.ts'

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

type Entry = (typeof COLUMNS)[number]

const CONTEXT: readonly Entry[] = [
  ['before', 'text', row => row.before],
  ['after', 'text', row => row.after],
]

/**
 * The tidy table: one row a coding. Offsets are UTF-16 units in the document's canonical
 * text. Context is in columns of its own; so is the section where rows lie in several.
 */
export function segmentsTable({ title, rows, sections, notes, byGroup, hasContext }: ListedForExport): Table {
  const columns = hasContext ? [...COLUMNS, ...CONTEXT] : COLUMNS
  const sectionOf = byGroup
    ? sections.flatMap(({ title, count }) => new Array<string>(count).fill(title))
    : []
  const inSection = (cells: (string | number)[], place: number) =>
    byGroup ? [sectionOf[place] ?? '', ...cells] : cells
  return {
    title,
    columns: [...(byGroup ? [SECTION] : []), ...columns.map(([title, kind]) => columnOf(title, kind))],
    rows: rows.map((row, place) => ({
      key: row.codingId ?? row.segmentId,
      role: 'value',
      depth: 0,
      cells: inSection(
        columns.map(([, , of]) => of(row)),
        place,
      ),
    })),
    notes: [...notes],
  }
}

const columnOf = (title: string, kind: Column['kind']): Column => ({
  key: title,
  title,
  kind,
  role: kind === 'text' ? 'label' : 'value',
})

const SECTION = columnOf('section', 'text')
