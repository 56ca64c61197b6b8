import { describe, expect, it } from 'vitest'
import { type Door, scopeOf } from '../../../../src/renderer/panels/table/frequency-open.ts'
import { largestValue, linesOf } from '../../../../src/renderer/panels/table/table-lines.ts'
import { FrequencySpec } from '../../../../src/shared/contract/analysis.ts'
import { testProject } from '../../../support/project.ts'

async function counted(spec: Partial<FrequencySpec> = {}, onHeading = false) {
  const project = testProject()
  const { client } = project
  const frame = await client.codes.create({ name: 'Frame' })
  const sides = await client.codes.create({ name: 'Sides', parentId: frame })
  const win = await client.codes.create({ name: 'Win', parentId: sides })
  const other = await client.codes.create({ name: 'Other' })
  const a = await project.document('A', 'One duty of all. Another.')
  const b = await project.document('B', 'One duty of all. Another.')
  const group = await client.groups.create({ name: 'G', documentIds: [a] })
  await project.code(a, 'One duty', win, other)
  await project.code(b, 'Another', win)
  await project.code(b, 'duty', win)
  if (onHeading) await project.code(b, 'all', frame)
  for (const codeId of [frame, sides]) await client.codes.update({ codeId, codable: false })
  const full = FrequencySpec.parse({ hideEmptyRows: true, ...spec })
  const table = await client.analysis.frequency(full)
  return {
    client,
    spec: full,
    table,
    codes: await client.codes.list(),
    ids: { frame, sides, win, other, a, b, group },
  }
}

describe('the lines of the table', () => {
  it('hang from the codes above them, which are not counted themselves', async () => {
    const { table, codes } = await counted()
    expect(
      linesOf(table, codes).map(({ code, row, depth }) => [code?.name ?? 'Total', row !== null, depth]),
    ).toEqual([
      ['Frame', false, 0],
      ['Sides', false, 1],
      ['Win', true, 2],
      ['Other', true, 0],
      ['Total', true, 0],
    ])
  })

  it('are the rows alone where every code is one', async () => {
    const { table, codes } = await counted({ aggregate: true })
    expect(linesOf(table, codes).map(({ row }) => row)).toEqual(table.rows)
  })
})

describe('the largest value', () => {
  it('leaves the totals out', async () => {
    const { table } = await counted()
    expect(table.rows.at(-1)?.cells.at(-1)).toBe(4)
    expect(largestValue(table)).toBe(2)
  })
})

describe('the door of a number', () => {
  const cases: [name: string, spec: Partial<FrequencySpec>, onHeading: boolean][] = [
    ['documents', {}, false],
    ['documents with sub-codes', { aggregate: true }, false],
    ['documents with codings on headings', {}, true],
    ['groups', { columns: 'groups' }, false],
    ['groups with sub-codes', { columns: 'groups', aggregate: true }, true],
  ]
  it.each(cases)('leads to as many codings as it says: %s', async (_, given, onHeading) => {
    const { client, spec, table, codes } = await counted(given, onHeading)
    for (const row of table.rows) {
      for (const [index, column] of table.columns.entries()) {
        if (column.role === 'label') continue
        const door: Door = {
          code: row.role === 'total' ? null : { key: row.key, title: String(row.cells[0]) },
          column: column.role === 'total' ? null : column,
        }
        const { total } = await client.segments.list({ scope: scopeOf(spec, table, codes, door) })
        expect(total, `${row.cells[0]} × ${column.title}`).toBe(row.cells[index])
      }
    }
  })

  it('of a heading leads to all below it', async () => {
    const { client, spec, table, codes, ids } = await counted()
    const door: Door = { code: { key: ids.frame, title: 'Frame', branch: true }, column: null }
    const { total } = await client.segments.list({ scope: scopeOf(spec, table, codes, door) })
    expect(total).toBe(3)
  })
})
