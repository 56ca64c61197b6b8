import { describe, expect, it } from 'vitest'
import { cellText, spokenCell, tint } from '../../../../src/renderer/panels/table/cell-text.ts'
import { shortTitle } from '../../../../src/renderer/panels/table/short-title.ts'

describe('a cell', () => {
  it('is a whole number as a count, and has two decimals as any other figure', () => {
    expect(cellText(12345, 'count')).toBe('12,345')
    expect(cellText(33.333333, 'row-percent')).toBe('33.33')
    expect(cellText(0, 'per-1000-words')).toBe('0.00')
  })

  it('is blank where it is undefined, and never 0', () => {
    expect(cellText(null, 'row-percent')).toBe('')
    expect(spokenCell(null, 'row-percent')).toBe('undefined')
    expect(spokenCell(50, 'table-percent')).toBe('50.00 percent')
    expect(spokenCell(50, 'count')).toBe('50')
  })
})

describe('the tint', () => {
  it('is nothing for nothing, and grows with the share of the largest', () => {
    expect(tint(0, 10)).toBe(0)
    expect(tint(null, 10)).toBe(0)
    expect(tint(3, 0)).toBe(0)
    expect(tint(10, 10)).toBe(1)
    expect(tint(1, 10)).toBeGreaterThan(0)
    expect(tint(5, 10)).toBeGreaterThan(tint(4, 10))
  })
})

describe('shortTitle', () => {
  it('leaves out the middle, since titles differ at their ends', () => {
    const title = 'Joint Press Conference after the Eighteenth Meeting of the Binational Commission'
    expect(shortTitle(title)).toBe('Joint Press Conference … Commission')
    expect(shortTitle('Charter')).toBe('Charter')
  })

  it('cuts no character in two', () => {
    const title = '𝔘'.repeat(60)
    expect(shortTitle(title).isWellFormed()).toBe(true)
  })
})
