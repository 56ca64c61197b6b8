import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { besideLock } from './lock.ts'

/** Smaller files are looked through at every opening: it costs nothing there. */
const WORTH_REMEMBERING = 32 * 1024 * 1024

/** What changes when anyone writes to, replaces or restores a file. */
function mark(path: string): string {
  const { size, mtimeMs, ino } = statSync(path)
  return JSON.stringify({ size, mtimeMs, ino })
}

/** Notes that a project was closed in order, as it is now. */
export function rememberSound(path: string): void {
  if (statSync(path).size >= WORTH_REMEMBERING) writeFileSync(`${besideLock(path)}.sound`, mark(path))
}

/** Is the file exactly as this machine closed it last? Then its pages need no second look. */
export function isAsClosed(path: string): boolean {
  const note = `${besideLock(path)}.sound`
  return existsSync(note) && readFileSync(note, 'utf8') === mark(path)
}
