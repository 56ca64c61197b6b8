import type { TreeRow } from '../../../../src/renderer/ui/tree/tree-row.ts'

/** Rows from an indented drawing: two spaces a level, "+" closed, "-" open. */
export function rowsOf(drawing: string): TreeRow[] {
  const lines = drawing.split('\n').filter(line => line.trim() !== '')
  const margin = Math.min(...lines.map(line => line.search(/\S/)))
  return lines.map(line => {
    const depth = (line.search(/\S/) - margin) / 2
    const [, sign, text = ''] = /^([+-])?\s*(.*)$/.exec(line.trim()) ?? []
    const expanded = sign === '+' ? false : sign === '-' ? true : null
    return { key: text, level: depth + 1, expanded, text, position: 1, size: 1 }
  })
}
