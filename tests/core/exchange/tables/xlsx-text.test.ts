import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellText, LONGEST_TEXT, sheetName } from '../../../../src/core/exchange/tables/xlsx-text.ts'

/** As ECMA-376 says that readers take escapes apart. */
const unescaped = (text: string) =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

describe('text of a cell', () => {
  it('is what it was, once a reader has taken the escapes apart', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom('_', 'x', '0', '4', '1', 'F', '\u0001', '\r', '\uFFFD') }),
      fc.constantFrom('constructor', '__proto__', 'hasOwnProperty'),
    )
    fc.assert(
      fc.property(text, some => {
        expect(unescaped(cellText(some))).toBe(some.toWellFormed())
      }),
      { numRuns: 1000 },
    )
  })
  it('keeps what becomes an escape only with the one that follows it', () => {
    expect(unescaped(cellText('_xF040\uFFFD'))).toBe('_xF040\uFFFD')
  })
  it('holds nothing that XML cannot, nor what every object has as a key', () => {
    expect(cellText('a\u0001b\u0000c\uFFFEd')).toBe('a_x0001_b_x0000_c_xFFFE_d')
    expect(cellText('constructor')).toBe('_x0063_onstructor')
    expect(cellText('tab\tand line\nstay')).toBe('tab\tand line\nstay')
  })
  it('is cut where a cell ends, between characters, and says so', () => {
    const cut = cellText(`${'x'.repeat(LONGEST_TEXT - 5)}👋${'y'.repeat(100)}`)
    expect(cut).toHaveLength(LONGEST_TEXT - 1)
    expect(cut).not.toContain('_x')
    expect(cut.isWellFormed()).toBe(true)
    expect(cut.endsWith(' […]')).toBe(true)
    expect(cellText('x'.repeat(LONGEST_TEXT))).toHaveLength(LONGEST_TEXT)
  })
})

describe('names of sheets', () => {
  it.each([
    ['Code × document', 'Code × document'],
    ["'a/b\\c?d*e[f]g:h'", 'a b c d e f g h'],
    ['x'.repeat(40), 'x'.repeat(31)],
    ['History', 'Table'],
    ['about', 'Table'],
    [' ', 'Table'],
  ])('%j becomes %j', (title, name) => {
    expect(sheetName(title, 'Table')).toBe(name)
  })
})
