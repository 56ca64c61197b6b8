import { describe, expect, it } from 'vitest'
import { toPage } from '../../../src/core/recognition/recognised-page.ts'
import { readTsv } from '../../../src/core/recognition/tsv.ts'

const TSV = [
  'level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext',
  '1\t1\t0\t0\t0\t0\t0\t0\t2000\t4000\t-1\t',
  '2\t1\t1\t0\t0\t0\t100\t200\t900\t60\t-1\t',
  '4\t1\t1\t1\t1\t0\t100\t200\t900\t60\t-1\t',
  '5\t1\t1\t1\t1\t1\t100\t210\t300\t40\t96.2\tFamilies',
  '5\t1\t1\t1\t1\t2\t420\t205\t80\t50\t12.5\tare\tone',
  '5\t1\t1\t1\t1\t3\t520\t205\t80\t50\t95\t ',
  'garbage',
  '5\tx\ty',
].join('\r\n')

describe('what tesseract writes', () => {
  it('is read as words in the box of their line; empty words and garbage are passed over', () => {
    expect(readTsv(TSV)).toEqual({
      width: 2000,
      height: 4000,
      words: [
        { text: 'Families', left: 100, width: 300, top: 200, height: 60, sure: 96.2 },
        { text: 'are one', left: 420, width: 80, top: 200, height: 60, sure: 12.5 },
      ],
    })
    expect(readTsv('')).toEqual({ width: 0, height: 0, words: [] })
  })

  it('becomes text on the page, in the units of the page', () => {
    const info = { index: 3, label: 'iv', width: 500, height: 1000, start: 0, end: 1 }
    const page = toPage(readTsv(TSV), info)
    expect(page).toMatchObject({ index: 3, label: 'iv', width: 500, height: 1000 })
    expect(page.items[0]).toMatchObject({ text: 'Families', x: 25, width: 75, size: 15, y: 62, rtl: false })
  })

  it('knows which words are read from the right', () => {
    const page = toPage(
      { width: 10, height: 10, words: [{ text: 'שלום', left: 0, top: 0, width: 5, height: 2, sure: 90 }] },
      { index: 0, label: '1', width: 10, height: 10, start: 0, end: 1 },
    )
    expect(page.items[0]?.rtl).toBe(true)
  })
})
