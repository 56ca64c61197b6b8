import type { SegmentRow } from '../../../shared/contract/segments.ts'
import { areaInWords } from '../../../shared/model/area.ts'
import type { Cell, Column, Table } from '../../../shared/model/table.ts'
import type { ListedForExport } from '../segments/listed.ts'

type Entry = readonly [title: string, kind: Column['kind'], of: (row: SegmentRow) => Cell]

const COLUMNS: readonly Entry[] = [
  ['document', 'text', row => row.document],
  ['group', 'text', row => row.groups.join('; ')],
  ['code', 'text', row => row.code],
  ['coder', 'text', row => row.coder],
  ['start', 'number', row => row.start],
  ['end', 'number', row => row.end],
  ['quote', 'text', row => (row.area ? areaInWords(row.area, row.page) : row.quote)],
  ['comment', 'text', row => row.comment],
  ['reference', 'text', row => row.reference],
  ['page', 'text', row => row.page],
  ['words', 'number', row => row.words],
  ['created', 'text', row => row.created],
]

const CONTEXT: readonly Entry[] = [
  ['before', 'text', row => row.before],
  ['after', 'text', row => row.after],
]

/** Only where a row is an area. The page is counted from 1; the rest is in units of that page. */
const AREA: readonly Entry[] = [
  ['area page', 'number', ({ area }) => (area ? area.page + 1 : null)],
  ['area x', 'number', ({ area }) => area?.x ?? null],
  ['area y', 'number', ({ area }) => area?.y ?? null],
  ['area width', 'number', ({ area }) => area?.width ?? null],
  ['area height', 'number', ({ area }) => area?.height ?? null],
]

const AREA_NOTE = {
  name: 'Areas',
  value:
    'area page counts from 1; x, y, width and height are points (of pictures: pixels) from the top left corner of the page as its file shows it. start and end are the character by which an area has its place in the text',
}

/**
 * The tidy table: one row a coding. Offsets are UTF-16 units in the document's canonical
 * text. Context is in columns of its own; so is the section where rows lie in several.
 */
export function segmentsTable({ title, rows, sections, notes, byGroup, hasContext }: ListedForExport): Table {
  const hasAreas = rows.some(({ area }) => area)
  const columns = [...COLUMNS, ...(hasAreas ? AREA : []), ...(hasContext ? CONTEXT : [])]
  const sectionOf = byGroup
    ? sections.flatMap(({ title, count }) => new Array<string>(count).fill(title))
    : []
  const inSection = (cells: Cell[], place: number) => (byGroup ? [sectionOf[place] ?? '', ...cells] : cells)
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
    notes: hasAreas ? [...notes, AREA_NOTE] : [...notes],
  }
}

const columnOf = (title: string, kind: Column['kind']): Column => ({
  key: title,
  title,
  kind,
  role: kind === 'text' ? 'label' : 'value',
})

const SECTION = columnOf('section', 'text')
