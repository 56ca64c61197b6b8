import type { Database } from 'better-sqlite3'
import { fail } from '../../shared/errors.ts'

/**
 * The safety settings of a project file, with what SQLite must answer when asked back.
 * DELETE + EXTRA lost no acknowledged change in simulated power cuts, where SQLite's own
 * default (FULL) loses the last one; WAL strands data when the file is renamed while open.
 * secure_delete: what a researcher deletes for confidentiality must leave the file.
 */
const settings: readonly (readonly [pragma: string, set: string, expected: string | number])[] = [
  ['journal_mode', 'DELETE', 'delete'],
  ['synchronous', 'EXTRA', 3],
  ['locking_mode', 'NORMAL', 'normal'],
  ['foreign_keys', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
  ['mmap_size', '0', 0],
  ['temp_store', 'MEMORY', 2],
  ['secure_delete', 'ON', 1],
  ['busy_timeout', '2000', 2000],
  // 64 MB: a large import must not spill half-written pages to the disk
  ['cache_size', '-65536', -65536],
]

/** Sets every pragma and reads it back; a machine that does not take one does not open the project. */
export function applyPragmas(db: Database, path: string, readOnly: boolean): void {
  const wanted = process.platform === 'darwin' ? [...settings, ['fullfsync', '1', 1] as const] : settings
  for (const [pragma, set, expected] of wanted) {
    if (readOnly && (pragma === 'journal_mode' || pragma === 'secure_delete')) continue
    db.pragma(`${pragma} = ${set}`)
    const got = db.pragma(pragma, { simple: true }) as string | number | undefined
    // an in-memory database has no journal to delete and no file to map
    if (path === ':memory:' && (pragma === 'journal_mode' || pragma === 'mmap_size')) continue
    if (got !== expected)
      throw fail('project-settings', { pragma, wanted: String(expected), got: String(got) })
  }
}

/** The settings as they stand, for the self-check and for tests. */
export function readPragmas(db: Database): Record<string, unknown> {
  return Object.fromEntries(settings.map(([pragma]) => [pragma, db.pragma(pragma, { simple: true })]))
}
