import { createHash } from 'node:crypto'
import { mkdirSync, realpathSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { fail } from '../../shared/errors.ts'

/**
 * One writer a project on this machine. The lock is an exclusive SQLite lock on a small
 * database of its own, named after the project's real path: the system drops it when
 * the process dies, so there is never a stale one. (A lock on the project itself would
 * keep backup programs and read-only windows out.)
 */
export function lockProject(path: string): { release(): void } {
  const lock = new Database(`${besideLock(path)}.lock`, { timeout: 0 })
  try {
    lock.pragma('locking_mode = EXCLUSIVE')
    lock.pragma('journal_mode = MEMORY')
    lock.exec('BEGIN EXCLUSIVE; CREATE TABLE IF NOT EXISTS held (since TEXT); COMMIT')
  } catch (error) {
    lock.close()
    if ((error as { code?: string }).code?.startsWith('SQLITE_BUSY')) throw fail('project-locked', { path })
    throw error
  }
  return { release: () => lock.close() }
}

/** The beginning of the names of what this machine keeps about a project, in a private folder. */
export function besideLock(path: string): string {
  const folder = join(tmpdir(), `postil-locks-${userInfo().uid}`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return join(folder, createHash('sha256').update(realpathSync(path)).digest('hex').slice(0, 32))
}
