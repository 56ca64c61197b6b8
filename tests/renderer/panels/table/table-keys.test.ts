import { describe, expect, it } from 'vitest'
import { stepFrom } from '../../../../src/renderer/panels/table/use-table-keys.ts'

const size = { rows: 30, columns: 12, page: 9 }
const none = { ctrlKey: false, metaKey: false, altKey: false }
const from =
  (row: number, column: number) =>
  (key: string, held: Partial<typeof none> = {}) =>
    stepFrom({ row, column }, { key, ...none, ...held }, size)

describe('keys of the table', () => {
  it('go from cell to cell, to headers and labels, and no further', () => {
    expect(from(0, 0)('ArrowDown')).toEqual({ row: 1, column: 0 })
    expect(from(0, 0)('ArrowUp')).toEqual({ row: -1, column: 0 })
    expect(from(-1, 0)('ArrowUp')).toEqual({ row: -1, column: 0 })
    expect(from(0, 0)('ArrowLeft')).toEqual({ row: 0, column: -1 })
    expect(from(29, 11)('ArrowRight')).toEqual({ row: 29, column: 11 })
    expect(from(10, 3)('PageDown')).toEqual({ row: 19, column: 3 })
    expect(from(4, 3)('PageUp')).toEqual({ row: -1, column: 3 })
  })

  it('go to the ends of the row, the edges and the corners', () => {
    expect(from(4, 3)('Home')).toEqual({ row: 4, column: -1 })
    expect(from(4, 3)('End')).toEqual({ row: 4, column: 11 })
    expect(from(4, 3)('ArrowDown', { ctrlKey: true })).toEqual({ row: 29, column: 3 })
    expect(from(4, 3)('End', { ctrlKey: true })).toEqual({ row: 29, column: 11 })
    expect(from(4, 3)('Home', { metaKey: true })).toEqual({ row: -1, column: -1 })
  })

  it('leave what is not theirs', () => {
    expect(from(4, 3)('ArrowLeft', { altKey: true })).toBeNull()
    expect(from(4, 3)('Enter')).toBeNull()
  })
})
