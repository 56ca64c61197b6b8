import { describe, expect, it } from 'vitest'
import { segmentsTable } from '../../../../src/core/exchange/tables/segments-table.ts'
import type { SegmentRow } from '../../../../src/shared/contract/segments.ts'
import { Table } from '../../../../src/shared/model/table.ts'

const ROW = {
  segmentId: 's1',
  codingId: 'k1',
  reference: '3:10',
  documentId: 'd1',
  document: 'Plan',
  groups: ['EU', 'Plans; drafts'],
  codeId: 'c1',
  code: 'Framing/Partner\\/ship',
  coderId: 'p1',
  coder: 'Ada',
  start: 5,
  end: 9,
  page: 'iv',
  words: 2,
  quote: 'a b',
  before: 'not in the table',
  after: 'not in the table',
  comment: 'two\nlines',
  created: '2026-01-02T03:04:05Z',
} as unknown as SegmentRow

const LISTED = {
  title: 'Coded segments',
  rows: [ROW],
  sections: [{ title: 'EU', count: 1 }],
  notes: [{ name: 'Project', value: 'P' }],
  byGroup: false,
  hasContext: false,
}

describe('the tidy table of segments', () => {
  it('has the columns that the import reads first, and one row a coding', () => {
    const table = segmentsTable(LISTED)
    expect(table.columns.map(({ title, kind }) => [title, kind])).toEqual([
      ['document', 'text'],
      ['group', 'text'],
      ['code', 'text'],
      ['coder', 'text'],
      ['start', 'number'],
      ['end', 'number'],
      ['quote', 'text'],
      ['comment', 'text'],
      ['reference', 'text'],
      ['page', 'text'],
      ['words', 'number'],
      ['created', 'text'],
    ])
    expect(table.rows).toEqual([
      {
        key: 'k1',
        role: 'value',
        depth: 0,
        cells: [
          'Plan',
          'EU; Plans; drafts',
          'Framing/Partner\\/ship',
          'Ada',
          5,
          9,
          'a b',
          'two\nlines',
          '3:10',
          'iv',
          2,
          '2026-01-02T03:04:05Z',
        ],
      },
    ])
    expect(Table.safeParse(table).error).toBeUndefined()
  })

  it('shows context in columns of its own, and the section where a row lies in several', () => {
    const table = segmentsTable({ ...LISTED, byGroup: true, hasContext: true })
    expect(table.columns.map(({ title }) => title)).toEqual([
      'section',
      ...segmentsTable(LISTED).columns.map(({ title }) => title),
      'before',
      'after',
    ])
    expect(table.rows[0]!.cells[0]).toBe('EU')
    expect(table.rows[0]!.cells.slice(-2)).toEqual(['not in the table', 'not in the table'])
  })
})
