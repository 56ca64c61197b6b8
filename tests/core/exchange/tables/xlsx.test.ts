import fc from 'fast-check'
import { readSheet } from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { writeXlsx } from '../../../../src/core/exchange/tables/xlsx.ts'
import type { Cell, Table } from '../../../../src/shared/model/table.ts'
import { FORMULAS, nastyTable, tableWith } from '../../../support/tables.ts'
import { unzipped } from '../../../support/unzip.ts'

const read = async (table: Table, sheet: string | number = 1) =>
  readSheet(Buffer.from(await writeXlsx(table)), sheet, { trim: false })
const partOf = async (table: Table, name: string) => (await unzipped(await writeXlsx(table))).get(name)!
const SHEET = 'xl/worksheets/sheet1.xml'

describe('XLSX', () => {
  it('has real numbers, text as text, blanks as blanks', async () => {
    const table = tableWith([
      ['A', 1.5],
      ['B', null],
      ['42', 7],
    ])
    expect(await read(table)).toEqual([
      ['Code', 'D, 0'],
      ['A', 1.5],
      ['B', null],
      ['42', 7],
    ])
  })
  it('writes a percentage as a fraction under a percent format', async () => {
    const table = tableWith([['A', 100 * (12 / 19)]], ['percent'])
    expect((await read(table))[1]![1]).toBeCloseTo(12 / 19, 15)
    expect(await partOf(table, 'xl/styles.xml')).toContain('formatCode="0.00%"')
    expect((await read(table, 'About')).flat()).toContain('Percentages')
  })
  it('shows two decimals in all cells where one number has some, and none in counts', async () => {
    const styles = async (rows: Cell[][]) => partOf(tableWith(rows), 'xl/styles.xml')
    expect(
      await styles([
        ['A', 0.5],
        ['B', 1],
      ]),
    ).toContain('formatCode="0.00"')
    expect(await styles([['A', 3]])).not.toContain('formatCode="0.00"')
  })
  it('has its header and its label column frozen, and a sheet that says how it was made', async () => {
    const table = tableWith([['A', 1]])
    const sheet = await partOf(table, SHEET)
    expect(sheet).toMatch(/<pane [^>]*state="frozen"/)
    expect(sheet).toContain('ySplit="1"')
    expect(sheet).toContain('xSplit="1"')
    expect(await read(table, 'About')).toEqual([['Project', 'P']])
  })
  it('freezes no column where several are labels', async () => {
    const table = tableWith([['A', 'B']], ['text'])
    const labels = { ...table, columns: table.columns.map(column => ({ ...column, role: 'label' as const })) }
    expect(await partOf(labels, SHEET)).not.toMatch(/xSplit="[1-9]/)
  })
  it.each(FORMULAS)('%j is text, as a label, a heading, a note and a title', async formula => {
    const table = tableWith([[formula, 1]], ['number'], formula)
    const evil: Table = {
      ...table,
      columns: table.columns.map(column => ({ ...column, title: formula })),
      notes: [{ name: formula, value: formula }],
    }
    const parts = await unzipped(await writeXlsx(evil))
    for (const [name, xml] of parts) if (name.includes('worksheets/')) expect(xml).not.toMatch(/<f[\s>]/)
    const rows = await readSheet(Buffer.from(await writeXlsx(evil)), 1, { trim: false })
    expect(rows).toEqual([
      [formula, formula],
      [formula, 1],
    ])
  })
  it('reads back as the same table, whatever is in its cells', async () => {
    await fc.assert(
      fc.asyncProperty(nastyTable, async table => {
        const [head, ...rows] = await read(table)
        expect(head).toEqual(table.columns.map(({ title }) => title))
        const wanted = table.rows.map(({ cells: [a, b, c, d] }) => [
          a || null,
          b,
          c === null ? null : (c as number) / 100,
          d || null,
        ])
        // a reader does not tell of rows at the end that hold nothing
        while (wanted.at(-1)?.every(cell => cell === null)) wanted.pop()
        const same = (cell: unknown) => (cell === 0 ? 0 : cell) // -0
        expect(rows.map(row => row.map(same))).toEqual(wanted.map(row => row.map(same)))
      }),
      { numRuns: 100 },
    )
  })
  it('tells on the sheet "About" what was cut', async () => {
    const table = tableWith([['x'.repeat(40_000), 1]])
    expect(String((await read(table))[1]![0])).toHaveLength(32_767)
    const about = await read(table, 'About')
    expect(about.at(-1)![0]).toBe('Cut texts')
    expect(about.at(-1)![1]).toMatch(/^1: a cell holds 32,767 characters/)
  })
  it.each([
    ['rows', 1_048_576, 1],
    ['columns', 1, 16_384],
    ['cells', 40_000, 100],
  ])('refuses more %s than it can hold, and says what to do', async (_, height, width) => {
    const cells: Cell[] = Array.from({ length: width + 1 }, () => 1)
    const rows = Array.from({ length: height }, (): Cell[] => cells)
    const table = {
      ...tableWith(
        [],
        Array.from({ length: width }, () => 'number' as const),
      ),
    }
    const huge = {
      ...table,
      rows: rows.map(row => ({ key: '', role: 'value' as const, depth: 0, cells: row })),
    }
    await expect(writeXlsx(huge)).rejects.toMatchObject({
      code: 'table-too-large',
      message: expect.stringMatching(/Nothing was written. Choose csv/),
    })
  })
})
