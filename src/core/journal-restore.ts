import type { Database } from 'better-sqlite3'
import { fail } from '../shared/errors.ts'
import { TABLES, type TableName } from '../shared/model/tables.ts'
import { rowImage } from './db/sql.ts'
import type { Step } from './journal-stacks.ts'

/**
 * Squash, compare, restore, all by set: the first `before` and the last `after` of each
 * row count. Every row must still equal its `after` image, or nothing is undone. All
 * comparisons come before any delete, because a delete may cascade into the next table.
 */
export function createRestorer(db: Database, columns: ReadonlyMap<TableName, readonly string[]>) {
  const mine = (table: TableName) => `FROM temp.squashed s WHERE s."table" = '${table}'`

  function squash(step: number): TableName[] {
    db.exec(`CREATE TEMP TABLE squashed AS
      SELECT "table", "row", before, after FROM (
        SELECT "table", "row",
          first_value(before) OVER w AS before, last_value(after) OVER w AS after, row_number() OVER w AS n
        FROM change WHERE step = ${step}
        WINDOW w AS (PARTITION BY "table", "row" ORDER BY id ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING))
      WHERE n = 1`)
    const touched = new Set(
      db.prepare<[], TableName>('SELECT DISTINCT "table" FROM temp.squashed').pluck().all(),
    )
    return TABLES.filter(table => touched.has(table))
  }

  function refuseIfStale(table: TableName, label: string): void {
    const image = rowImage(columns.get(table)!, 't')
    const stale = db
      .prepare(`SELECT s."row" FROM temp.squashed s LEFT JOIN main.${table} t ON t.id = s."row"
        WHERE s."table" = '${table}' AND s.after IS NOT CASE WHEN t.id IS NULL THEN NULL ELSE ${image} END LIMIT 1`)
      .pluck()
      .get()
    if (stale !== undefined) throw fail('undo-stale', { label, table: table.replaceAll('_', ' ') })
  }

  function removeAdded(table: TableName): void {
    db.exec(`DELETE FROM main.${table} WHERE id IN (SELECT s."row" ${mine(table)} AND s.before IS NULL)`)
  }

  function bringBack(table: TableName): void {
    const names = columns.get(table)!
    db.exec(`INSERT INTO main.${table} (${names.map(name => `"${name}"`).join(', ')})
      SELECT ${names.map(name => `json_extract(s.before, '$.${name}')`).join(', ')} ${mine(table)} AND s.before IS NOT NULL
      ON CONFLICT (id) DO UPDATE SET ${names.map(name => `"${name}" = excluded."${name}"`).join(', ')}`)
  }

  return ({ id, label }: Step): void => {
    db.pragma('defer_foreign_keys = ON')
    try {
      const tables = squash(id)
      for (const table of tables) refuseIfStale(table, label)
      // First everything that was there stands as it did; then nothing of it refers to an added
      // row any more, and no cascade of the removal can take along what this step never touched.
      for (const table of tables) bringBack(table)
      for (const table of tables.toReversed()) removeAdded(table)
    } finally {
      db.exec('DROP TABLE IF EXISTS temp.squashed')
    }
  }
}
