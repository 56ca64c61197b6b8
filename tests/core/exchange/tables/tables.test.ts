import { readSheet } from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { writeCsv } from '../../../../src/core/exchange/tables/csv.ts'
import { fileName } from '../../../../src/core/exchange/tables/file-name.ts'
import { readCsv } from '../../../../src/core/exchange/tables/read-csv.ts'
import { writeXlsx } from '../../../../src/core/exchange/tables/xlsx.ts'
import type { Cell, Table } from '../../../../src/shared/model/table.ts'

const table = (rows: Cell[][]): Table => ({
  title: 'Code × document',
  columns: [
    { key: 'a', title: 'Code', kind: 'text', role: 'label' },
    { key: 'b', title: 'D, 1', kind: 'number', role: 'value' },
  ],
  rows: rows.map((cells, i) => ({ key: String(i), role: 'value', depth: 0, cells })),
  notes: [{ name: 'Project', value: 'P' }],
})
const csv = (rows: Cell[][], options = {}) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(writeCsv(table(rows), options))
const FORMULAS = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '＝1', '=HYPERLINK("http://x")']

describe('CSV', () => {
  it('is RFC 4180: CRLF, quotes where needed, full precision, blank for undefined', () => {
    expect(
      csv([
        ['say "hi", you', 1 / 3],
        ['two\nlines', null],
        ['ünï', 0],
      ]),
    ).toBe('Code,"D, 1"\r\n"say ""hi"", you",0.3333333333333333\r\n"two\nlines",\r\nünï,0\r\n')
  })
  it('begins with a byte order mark only when asked', () => {
    expect(csv([]).startsWith('\uFEFF')).toBe(false)
    expect(csv([], { bom: true }).startsWith('\uFEFF')).toBe(true)
  })
  it.each(FORMULAS)('%j never begins a cell, unless exact text is wanted', formula => {
    const [, row] = csv([[formula, -5]]).split('\r\n')
    expect(row).toMatch(/^"?'/)
    expect(row!.endsWith(',-5')).toBe(true)
    expect(csv([[formula, 1]], { exact: true })).not.toContain("'")
  })
})

describe('XLSX', () => {
  const read = async (rows: Cell[][], sheet?: string) =>
    readSheet(Buffer.from(await writeXlsx(table(rows))), ...(sheet ? [sheet] : []))
  it('has real numbers, text as text, and a sheet that says how it was counted', async () => {
    expect(
      await read([
        ['A', 1.5],
        ['B', null],
        ['42', 7],
      ]),
    ).toEqual([
      ['Code', 'D, 1'],
      ['A', 1.5],
      ['B', null],
      ['42', 7],
    ])
    expect(await read([['A', 1]], 'About')).toEqual([['Project', 'P']])
  })
  it('has its header frozen', async () => {
    const { unzipSync, strFromU8 } = await import('fflate')
    const sheet = strFromU8(unzipSync(await writeXlsx(table([['A', 1]])))['xl/worksheets/sheet1.xml']!)
    expect(sheet).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/)
    expect(sheet).not.toContain('<f>')
  })
  it.each(FORMULAS)('%j stays text', async formula => {
    const { unzipSync, strFromU8 } = await import('fflate')
    const parts = unzipSync(await writeXlsx(table([[formula, 1]])))
    expect(
      Object.entries(parts)
        .filter(([name]) => name.includes('worksheets/'))
        .some(([, xml]) => strFromU8(xml).includes('<f>')),
    ).toBe(false)
    // the reading library trims; what matters is that it read text
    expect(String((await read([[formula, 1]]))[1]![0])).toBe(formula.trim())
  })
  it('cuts what a cell cannot hold, says so, and leaves out what XML cannot', async () => {
    const rows = await read([
      ['x'.repeat(40_000), 1],
      ['a\u0001b\ud800c', 2],
    ])
    expect(String(rows[1]![0])).toHaveLength(32_767)
    expect(String(rows[1]![0]).endsWith('[…]')).toBe(true)
    expect(String(rows[2]![0])).toMatch(/^a\u0001?b\uFFFD?c$/)
  })
})

describe('file names', () => {
  it('are taken by every system', () => {
    expect(fileName('a/b:c*?"<>|\\ …. ', 'Code × document', 'csv')).toBe('a b c … - Code x document.csv')
    expect(fileName('x'.repeat(500), 'T', 'csv').length).toBeLessThan(230)
    expect(fileName('', 'con', 'csv')).toBe('_con.csv')
  })
})

describe('reading CSV', () => {
  const bytes = (text: string) => new TextEncoder().encode(text)
  it.each([[','], [';'], ['\t']])('with %j as delimiter, a byte order mark and folded names', delimiter => {
    const text = `\uFEFFDocument${delimiter} START \r\n"a${delimiter}b"${delimiter}1\r\n`
    expect(readCsv(bytes(text), 'x')).toEqual({
      header: ['document', 'start'],
      rows: [{ number: 2, cells: [`a${delimiter}b`, '1'] }],
    })
  })
  it('in Windows-1252 where it is not UTF-8', () => {
    expect(
      readCsv(Uint8Array.from([0x61, 0x0a, 0xe9, 0x74, 0xe9]), 'x').rows.map(({ cells }) => cells),
    ).toEqual([['été']])
  })
  it('says what is wrong with a broken one', () => {
    expect(() => readCsv(bytes('a,b\n"open'), 'broken.csv')).toThrow(
      /broken\.csv could not be read as a table/,
    )
  })
})
