import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fileName } from '../../../../src/core/exchange/tables/file-name.ts'

describe('names of files', () => {
  it('say which project and what', () => {
    expect(fileName('Migration 2026', 'Code × document', 'csv')).toBe('Migration 2026 - Code x document.csv')
  })
  it.each([
    ['a/b:c*?"<>|\\ d', 'a b c d - T.csv'],
    ['..', 'T.csv'],
    [' . hidden . ', 'hidden - T.csv'],
    ['', 'T.csv'],
    ['aux.study', '_aux.study - T.csv'],
    ['CON', 'CON - T.csv'],
    ['x\u202egnp', 'x gnp - T.csv'],
    ['lone \ud800', 'lone \uFFFD - T.csv'],
    ['عربي 研究', 'عربي 研究 - T.csv'],
  ])('project %j', (project, name) => {
    expect(fileName(project, 'T', 'csv')).toBe(name)
  })
  it('a device is no title either', () => {
    expect(fileName('', 'nul', 'csv')).toBe('_nul.csv')
  })
  it('are short enough for every file system, with the ending whole, and no character cut', () => {
    const name = fileName('👩‍👩‍👧'.repeat(100), 'Code × document', 'xlsx')
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200)
    expect(name).toMatch(/^(👩‍👩‍👧)+ - Code x document\.xlsx$/u)
  })
  it('hold for any project', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), project => {
        const name = fileName(project, 'Coded segments', 'csv')
        expect(name).not.toMatch(/[\p{Cc}<>:"/\\|?*]|^[. ]|[. ]$/u)
        expect(name.isWellFormed()).toBe(true)
        expect(name.endsWith('Coded segments.csv')).toBe(true)
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200)
      }),
    )
  })
})
