import type { Database, Statement } from 'better-sqlite3'

const prepared = new WeakMap<Database, Map<string, Statement>>()

/** A statement prepared once for each database: for what runs on every call or on every row. */
export function statement<P extends unknown[], R = unknown>(db: Database, sql: string): Statement<P, R> {
  const known = prepared.get(db) ?? new Map<string, Statement>()
  prepared.set(db, known)
  const found = known.get(sql) ?? db.prepare(sql)
  known.set(sql, found)
  return found as unknown as Statement<P, R>
}

/** The SQL expression of a row as JSON: what the diary keeps before and after a change. */
export const rowImage = (names: readonly string[], side: string): string =>
  `json_object(${names.map(name => `'${name}', ${side}."${name}"`).join(', ')})`
