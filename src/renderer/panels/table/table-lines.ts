import type { Code } from '../../../shared/contract/codes.ts'
import type { Row, Table } from '../../../shared/model/table.ts'

/** A line of the grid: a row of the table, or a code above rows that has none of its own. */
export interface Line {
  readonly key: string
  readonly row: Row | null
  readonly code: Code | undefined
  readonly depth: number
}

/**
 * The rows of the table under the codes they stand below. Without them an indented name
 * would hang in the air where its heading is not counted or is empty.
 */
export function linesOf(table: Table, codes: readonly Code[]): Line[] {
  const byId = new Map<string, Code>(codes.map(code => [code.id, code]))
  const there = new Set(table.rows.map(({ key }) => key))
  return table.rows.flatMap(row => {
    const code = byId.get(row.key)
    const above: Line[] = []
    for (let up = parentOf(code, byId); up && !there.has(up.id); up = parentOf(up, byId)) {
      there.add(up.id)
      above.unshift({ key: up.id, row: null, code: up, depth: up.depth })
    }
    return [...above, { key: row.key, row, code, depth: row.depth }]
  })
}

const parentOf = (code: Code | undefined, byId: ReadonlyMap<string, Code>) =>
  code?.parentId ? byId.get(code.parentId) : undefined

/** Of the value cells alone: totals would dwarf them. */
export function largestValue({ rows, columns }: Table): number {
  let largest = 0
  for (const { role, cells } of rows) {
    if (role === 'total') continue
    columns.forEach((column, index) => {
      const cell = cells[index]
      if (column.role === 'value' && typeof cell === 'number' && cell > largest) largest = cell
    })
  }
  return largest
}
