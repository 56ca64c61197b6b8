import Database from 'better-sqlite3'
import { fail } from '../../shared/errors.ts'
import { type Migration, migrate } from './migrations/index.ts'

type Entry = { type: string; name: string; sql: string }

const entries = (db: Database.Database) =>
  db
    .prepare<[], Entry>(
      "SELECT type, name, coalesce(sql, '') AS sql FROM main.sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY name",
    )
    .all()

/**
 * A project made elsewhere may carry triggers or views that act when we write. The file's
 * schema must be exactly what our migrations make at its version; anything else is refused.
 */
export function checkSchema(db: Database.Database, path: string, migrations: readonly Migration[]): void {
  const version = db.pragma('user_version', { simple: true }) as number
  const model = new Database(':memory:')
  let expected: Entry[]
  try {
    migrate(
      model,
      migrations.filter(migration => migration.version <= version),
    )
    expected = entries(model)
  } finally {
    model.close()
  }
  const found = new Map(entries(db).map(entry => [`${entry.type} ${entry.name}`, entry.sql]))
  for (const { type, name, sql } of expected) {
    const key = `${type} ${name}`
    if (found.get(key) !== sql)
      throw fail('project-damaged', { path, reason: `its ${type} “${name}” is missing or altered` })
    found.delete(key)
  }
  const [stranger] = found.keys()
  if (stranger !== undefined)
    throw fail('project-damaged', { path, reason: `it holds a ${stranger} that Postil did not make` })
}
