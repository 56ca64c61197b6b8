import type { Database } from 'better-sqlite3'
import { joinPath } from '../shared/model/code-path.ts'

export interface CodeRow {
  readonly id: string
  readonly parent_id: string | null
  readonly name: string
  readonly color: string
  readonly glyph: string
  readonly definition: string
  readonly codable: 0 | 1
}

export interface PlacedCode extends CodeRow {
  readonly path: string
  readonly depth: number
}

/** The codes as the researcher sees the tree: parents before sub-codes, siblings in their order. */
export function codeTree(db: Database): PlacedCode[] {
  const rows = db
    .prepare<[], CodeRow>(
      'SELECT id, parent_id, name, color, glyph, definition, codable FROM code ORDER BY position, id',
    )
    .all()
  const children = Map.groupBy(rows, row => row.parent_id)
  const placed: PlacedCode[] = []
  const place = (parent: string | null, path: readonly string[]): void => {
    for (const row of children.get(parent) ?? []) {
      const names = [...path, row.name]
      placed.push({ ...row, path: joinPath(names), depth: path.length })
      place(row.id, names)
    }
  }
  place(null, [])
  return placed
}
