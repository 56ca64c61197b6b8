import { describe, expect, it } from 'vitest'
import { prepare } from '../../../src/renderer/picker/rank.ts'
import { firstRow, parseQuery, rowsFor, type Shelf, takenAs } from '../../../src/renderer/picker/rows.ts'
import { codeId } from '../reader/segments.ts'
import { codesOf } from './codes.ts'

const shelf = (special: Partial<Shelf> = {}, ...paths: string[]): Shelf => ({
  candidates: prepare(codesOf(...(paths.length > 0 ? paths : ['Border', 'Return', 'Protection', 'Family']))),
  habits: { recent: [], inDocument: new Map() },
  here: new Set(),
  ...special,
})
const shown = (live: string, from: Shelf) =>
  rowsFor(live, from).map(row =>
    row.kind === 'create' ? `+${row.path}` : `${row.isHere ? '✓' : ''}${row.code.name}`,
  )

describe('rowsFor', () => {
  it('shows with nothing typed: here, recent, of the document, then the tree', () => {
    const from = shelf({
      here: new Set([codeId(2)]),
      habits: { recent: [codeId(3), codeId(2)], inDocument: new Map([[codeId(1), 4]]) },
    })
    expect(shown('', from)).toEqual(['✓Protection', 'Family', 'Return', 'Border'])
    expect(firstRow('', rowsFor('', from))).toBe(1)
  })

  it('offers to create what is not there, and never what is', () => {
    expect(shown('Retu', shelf())).toEqual(['Return', '+Retu'])
    expect(shown('RETURN', shelf())).toEqual(['Return'])
    expect(shown('zebra', shelf())).toEqual(['+zebra'])
  })

  it('never shows more rows than anyone reads', () => {
    const many = Array.from({ length: 300 }, (_, n) => `code ${n}`)
    expect(rowsFor('code', shelf({}, ...many))).toHaveLength(31)
    expect(rowsFor('', shelf({}, ...many))).toHaveLength(30)
  })
})

describe('several codes in one go', () => {
  it('takes what is before the last semicolon and goes on with the rest', () => {
    expect(parseQuery('ret; prot ; fa', shelf())).toEqual({ taken: ['ret', 'prot'], live: 'fa' })
    expect(parseQuery('ret;', shelf())).toEqual({ taken: ['ret'], live: '' })
  })

  it('knows a name that holds a semicolon', () => {
    expect(parseQuery('a; b', shelf({}, 'A; B'))).toEqual({ taken: [], live: 'a; b' })
  })

  it('takes for each part what Enter would have taken', () => {
    expect(takenAs('ret', shelf())).toEqual({ codeId: codeId(1), name: 'Return' })
    expect(takenAs('zebra', shelf())).toEqual({ path: 'zebra', name: 'zebra' })
  })
})
