import fc from 'fast-check'
import type { Cell, Column, Table } from '../../src/shared/model/table.ts'

/** A table with a label column and one column a kind given. */
export function tableWith(
  rows: readonly (readonly Cell[])[],
  kinds: readonly Column['kind'][] = ['number'],
  title = 'Code × document',
): Table {
  return {
    title,
    columns: [
      { key: 'code', title: 'Code', kind: 'text', role: 'label' },
      ...kinds.map((kind, i): Column => ({ key: `d${i}`, title: `D, ${i}`, kind, role: 'value' })),
    ],
    rows: rows.map((cells, i) => ({ key: String(i), role: 'value', depth: 0, cells: [...cells] })),
    notes: [{ name: 'Project', value: 'P' }],
  }
}

/** What spreadsheets take for formulas, in all their beginnings. */
export const FORMULAS = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  '\0=1',
  '＝1',
  '＋1',
  '－1',
  '＠A1',
  '=HYPERLINK("http://x","y")',
  "=cmd|' /C calc'!A0",
]

/** Texts that writers and readers trip over. */
export const nastyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }).map(text => text.toWellFormed()),
  fc.constantFrom(
    ...FORMULAS,
    "'=1",
    "''=1",
    "'",
    '"',
    'a "b", c',
    ' leading and trailing ',
    'two\nlines',
    'constructor',
    '__proto__',
    'toString',
    '_x0041_',
    '_x005F_x0041_x0042_',
    'a\uFFFDb',
    '42',
    '1e5',
    'TRUE',
    '',
  ),
)

/** Tables of text, counts and shares, with blanks. */
export const nastyTable: fc.Arbitrary<Table> = fc
  .array(
    fc.tuple(
      nastyText,
      fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }), { nil: null }),
      fc.option(fc.double({ min: 0, max: 100, noNaN: true }), { nil: null }),
      nastyText,
    ),
    { maxLength: 8 },
  )
  .map(rows => tableWith(rows, ['number', 'percent', 'text']))
