import { basename } from 'node:path'
import type { Database } from 'better-sqlite3'
import { look } from '../../shared/model/palette.ts'
import type { Context } from '../context.ts'
import { newId } from '../new-id.ts'

export const readMeta = (db: Database, key: string): string | undefined =>
  db.prepare<[string], string>('SELECT value FROM meta WHERE key = ?').pluck().get(key)

export function writeMeta(db: Database, key: string, value: string): void {
  db.prepare(
    'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  ).run(key, value)
}

/** Who codes when a project opens: the name given, else whoever coded last, else "Coder 1". */
export function currentCoder(
  db: Database,
  wanted: string | undefined,
  readOnly: boolean,
): { id: string; name: string } {
  const name = wanted?.trim() || readMeta(db, 'last_coder') || 'Coder 1'
  const known = findCoder(db, name)
  if (readOnly) return known ?? { id: newId(), name }
  const coder = known ?? insertCoder(db, name, new Date().toISOString())
  writeMeta(db, 'last_coder', name)
  return coder
}

export function findCoder(db: Database, name: string): { id: string; name: string } | undefined {
  return db
    .prepare<[string], { id: string; name: string }>('SELECT id, name FROM coder WHERE name = ?')
    .get(name)
}

export function insertCoder(db: Database, name: string, created: string): { id: string; name: string } {
  const count = db.prepare<[], number>('SELECT count(*) FROM coder').pluck().get()!
  const id = newId()
  db.prepare('INSERT INTO coder (id, name, color, created) VALUES (?, ?, ?, ?)').run(
    id,
    name,
    look(count).color,
    created,
  )
  return { id, name }
}

export function describeNewProject({ db, path, now, newId }: Context): void {
  const name = path === ':memory:' ? 'Untitled' : basename(path).replace(/\.postil$/i, '')
  db.transaction(() => {
    writeMeta(db, 'project_id', newId())
    writeMeta(db, 'created', now())
    db.prepare("INSERT INTO setting (id, value) VALUES ('name', ?)").run(name)
  })()
}
