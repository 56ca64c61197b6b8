import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeCsv } from '../../../../src/core/exchange/tables/csv.ts'
import { withoutGuard } from '../../../../src/core/exchange/tables/guard.ts'
import { readCsv } from '../../../../src/core/exchange/tables/read-csv.ts'
import type { Cell } from '../../../../src/shared/model/table.ts'
import { FORMULAS, nastyTable, tableWith } from '../../../support/tables.ts'

const csv = (rows: Cell[][], options = {}) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(writeCsv(tableWith(rows), options))

describe('CSV', () => {
  it('is RFC 4180: CRLF, quotes where needed, full precision, blank for undefined', () => {
    expect(
      csv([
        ['say "hi", you', 1 / 3],
        ['two\nlines', null],
        ['ünï', 0],
        [' spaced ', -5],
      ]),
    ).toBe(
      'Code,"D, 0"\r\n"say ""hi"", you",0.3333333333333333\r\n"two\nlines",\r\nünï,0\r\n" spaced ",-5\r\n',
    )
  })
  it('begins with a byte order mark only when asked', () => {
    expect(csv([]).startsWith('\uFEFF')).toBe(false)
    expect(csv([], { bom: true }).startsWith('\uFEFFCode')).toBe(true)
  })
  it.each(FORMULAS)('%j never begins a cell, unless exact text is wanted', formula => {
    const line = csv([[formula, -5]]).slice('Code,"D, 0"\r\n'.length)
    expect(line).toMatch(/^"?'/)
    expect(line.endsWith(',-5\r\n')).toBe(true)
    expect(csv([[formula, 1]], { exact: true })).not.toMatch(/\n"?'/)
  })
  it('guards a heading that looks like a formula', () => {
    const table = tableWith([])
    const evil = { ...table, columns: [{ ...table.columns[0]!, title: '=1' }] }
    expect(new TextDecoder().decode(writeCsv(evil, {}))).toBe("'=1\r\n")
  })
  it('reads back as the same table, whatever is in its cells', () => {
    fc.assert(
      fc.property(nastyTable, fc.boolean(), fc.boolean(), (table, bom, exact) => {
        const { header, rows } = readCsv(writeCsv(table, { bom, exact }), 'x.csv')
        expect(header).toEqual(table.columns.map(({ title }) => title.toLowerCase()))
        const text = (cell: Cell) => (cell === null ? '' : String(cell))
        const isBlank = (cells: readonly Cell[]) => cells.every(cell => text(cell).trim() === '')
        const wanted = table.rows.map(({ cells }) => cells).filter(cells => !isBlank(cells))
        const plain = (cell: string) => (exact ? cell : withoutGuard(cell))
        expect(
          rows.map(({ cells }) => [plain(cells[0]!), Number(cells[1]), Number(cells[2]), plain(cells[3]!)]),
        ).toEqual(wanted.map(([a, b, c, d]) => [text(a!), Number(text(b!)), Number(text(c!)), text(d!)]))
      }),
      { numRuns: 300 },
    )
  })
  it('is written whole where the table is long', () => {
    const rows = Array.from({ length: 12_001 }, (_, i): Cell[] => [`row ${i}`, i])
    const read = readCsv(writeCsv(tableWith(rows), {}), 'x').rows
    expect(read).toHaveLength(12_001)
    expect(read.at(-1)).toEqual({ number: 12_002, cells: ['row 12000', '12000'] })
  })
})
