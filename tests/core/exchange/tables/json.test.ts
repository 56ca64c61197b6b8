import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeJson } from '../../../../src/core/exchange/tables/json.ts'
import type { Cell } from '../../../../src/shared/model/table.ts'
import { nastyTable, tableWith } from '../../../support/tables.ts'

const read = (bytes: Uint8Array): unknown =>
  JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))

describe('JSON', () => {
  it('is the table itself', () => {
    fc.assert(
      fc.property(nastyTable, table => {
        // JSON knows no -0
        expect(read(writeJson(table))).toEqual(JSON.parse(JSON.stringify(table)))
      }),
    )
  })
  it('is written whole where the table is long, one line a row', () => {
    const table = tableWith(Array.from({ length: 10_001 }, (_, i): Cell[] => [`row ${i}`, i]))
    expect(read(writeJson(table))).toEqual(table)
    expect(new TextDecoder().decode(writeJson(table))).toContain('\n{"key":"5000",')
  })
})
