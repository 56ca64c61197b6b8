import { closeSync, copyFileSync, existsSync, fsyncSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { Failure, fail } from '../../shared/errors.ts'
import { isWritable } from './access.ts'
import { APPLICATION_ID, checkHeader } from './header.ts'
import { lockProject } from './lock.ts'
import { latestVersion, MIGRATIONS, type Migration, migrate } from './migrations/index.ts'
import { applyPragmas } from './pragmas.ts'
import { checkSchema } from './schema.ts'
import { isAsClosed, rememberSound } from './sound.ts'

/** How long another program may hold the file before we say so, in ms. */
const PATIENCE = 2000

export interface OpenDatabase {
  readonly db: Database.Database
  readonly path: string
  readonly readOnly: boolean
  close(): void
}

/** Makes a new, empty project file. Refuses to touch anything that is there. */
export function createDatabase(path: string, migrations = MIGRATIONS): OpenDatabase {
  if (path === ':memory:') return inMemory(migrations)
  if (existsSync(path)) throw fail('project-exists', { path })
  if (!existsSync(dirname(path)) || !isWritable(dirname(path)))
    throw fail('project-folder-read-only', { path })
  closeSync(openSync(path, 'wx'))
  const lock = lockProject(path)
  const db = new Database(path)
  applyPragmas(db, path, false)
  initialise(db, migrations)
  syncFolder(path)
  return { db, path, readOnly: false, close: closing(db, lock, path) }
}

/** A project that lives in memory only: for tests and for trying things. */
function inMemory(migrations: readonly Migration[]): OpenDatabase {
  const db = new Database(':memory:')
  applyPragmas(db, ':memory:', false)
  initialise(db, migrations)
  return { db, path: ':memory:', readOnly: false, close: () => db.close() }
}

function initialise(db: Database.Database, migrations: readonly Migration[]): void {
  db.pragma(`application_id = ${APPLICATION_ID}`)
  migrate(db, migrations)
}

/**
 * Opens a project: looks at the header, takes the lock, sets and asserts the pragmas,
 * compares the schema with the one we know, checks the pages, and only then migrates
 * (after a backup). Whatever does not fit ends in its own `Failure`, the file unchanged.
 * Where file or folder is write-protected the project opens for reading.
 */
export function openDatabase(path: string, migrations = MIGRATIONS): OpenDatabase {
  checkHeader(path, latestVersion(migrations))
  const readOnly = !isWritable(path)
  const lock = readOnly ? { release: () => undefined } : lockProject(path)
  let db: Database.Database | undefined
  try {
    db = new Database(path, { readonly: readOnly, fileMustExist: true, timeout: PATIENCE })
    applyPragmas(db, path, readOnly)
    checkSchema(db, path, migrations)
    if (!isAsClosed(path)) checkPages(db, path)
    if (!readOnly) migrateAfterBackup(db, path, migrations)
    return { db, path, readOnly, close: closing(db, lock, path) }
  } catch (error) {
    db?.close()
    lock.release()
    throw explain(error, path)
  }
}

function closing(db: Database.Database, lock: { release(): void }, path: string): () => void {
  return () => {
    db.close()
    // a file that was moved away while it was open is not ours to speak of
    if (existsSync(path)) rememberSound(path)
    lock.release()
  }
}

/** Finds torn, swapped and zeroed pages; about a second for 300 MB. */
function checkPages(db: Database.Database, path: string): void {
  const answer = db.pragma('quick_check(1)', { simple: true })
  if (answer !== 'ok') throw fail('project-damaged', { path, reason: String(answer) })
}

function migrateAfterBackup(db: Database.Database, path: string, migrations: readonly Migration[]): void {
  const from = db.pragma('user_version', { simple: true }) as number
  if (from >= latestVersion(migrations)) return
  const backup = `${path}.before-version-${latestVersion(migrations)}`
  if (!existsSync(backup)) copyFileSync(path, backup)
  migrate(db, migrations)
}

/** A new file is only safe once its folder's entry is. */
function syncFolder(path: string): void {
  if (process.platform === 'win32') return // folders cannot be flushed there; NTFS journals its entries
  const folder = openSync(dirname(path), 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}

/** SQLite's own words for what can happen to a file, in ours. */
export function explain(error: unknown, path: string): unknown {
  if (error instanceof Failure) return error
  const code = (error as { code?: unknown } | null)?.code
  if (typeof code !== 'string') return error
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return fail('project-locked', { path })
  if (code === 'SQLITE_READONLY_DBMOVED') return fail('project-moved', { path })
  if (code.startsWith('SQLITE_READONLY')) return fail('project-read-only', { path })
  if (code === 'SQLITE_FULL') return fail('disk-full', { path })
  if (code === 'SQLITE_NOTADB') return fail('project-not-postil', { path })
  if (code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_IOERR')) {
    return fail('project-damaged', { path, reason: error instanceof Error ? error.message : code })
  }
  return error
}
