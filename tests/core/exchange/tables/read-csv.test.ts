import { describe, expect, it } from 'vitest'
import { readCsv } from '../../../../src/core/exchange/tables/read-csv.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

describe('reading CSV', () => {
  it.each([[','], [';'], ['\t']])('with %j as delimiter, a byte order mark and folded names', delimiter => {
    const text = `\uFEFFDocument${delimiter} START \r\n"a${delimiter}b"${delimiter}1\r\n`
    expect(readCsv(bytes(text), 'x')).toEqual({
      header: ['document', 'start'],
      rows: [{ number: 2, cells: [`a${delimiter}b`, '1'] }],
    })
  })
  it('in Windows-1252 where it is not UTF-8', () => {
    expect(readCsv(Uint8Array.from([0x61, 0x0a, 0xe9, 0x74, 0xe9]), 'x').rows[0]!.cells).toEqual(['été'])
  })
  it('in UTF-16 by its mark, as spreadsheet programs write "Unicode text"', () => {
    const text = Buffer.from('\uFEFFdocument\tcode\r\né\tA\r\n', 'utf16le')
    const wanted = { header: ['document', 'code'], rows: [{ number: 2, cells: ['é', 'A'] }] }
    expect(readCsv(text, 'x')).toEqual(wanted)
    expect(readCsv(Buffer.from(text).swap16(), 'x')).toEqual(wanted)
  })
  it('counts rows as a spreadsheet does, empty ones and those of several lines too', () => {
    expect(readCsv(bytes('a,b\n"x\ny",1\n\n,\nz,2\n'), 'x').rows).toEqual([
      { number: 2, cells: ['x\ny', '1'] },
      { number: 5, cells: ['z', '2'] },
    ])
  })
  it('takes an empty file for a table without columns', () => {
    expect(readCsv(bytes(''), 'x')).toEqual({ header: [], rows: [] })
  })
  it('says what is wrong with a broken one', () => {
    expect(() => readCsv(bytes('a,b\n"open'), 'broken.csv')).toThrow(
      /broken\.csv could not be read as a table .*Nothing was imported/,
    )
  })
})
