import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs'
import { fail } from '../../shared/errors.ts'

/** "Pstl", at offset 68 of the SQLite header: what makes an SQLite file a Postil project. */
export const APPLICATION_ID = 0x5073746c

/**
 * Looks at the first 100 bytes of a project before SQLite does, so that a foreign, newer
 * or truncated file is told apart and never written to (not even its journal).
 * Source of the layout: "Database File Format", section 1.3, sqlite.org.
 */
export function checkHeader(path: string, known: number): void {
  const head = Buffer.alloc(100)
  const file = openFile(path)
  let size: number
  let read: number
  try {
    const stat = fstatSync(file)
    if (stat.isDirectory()) throw fail('project-not-postil', { path, found: 'a folder' })
    size = stat.size
    read = readSync(file, head, 0, 100, 0)
  } finally {
    closeSync(file)
  }
  if (size === 0) throw fail('project-not-postil', { path, found: 'an empty file' })
  if (head.subarray(0, 16).toString('latin1') !== 'SQLite format 3\0') {
    throw fail('project-not-postil', { path, found: resemblance(head.subarray(0, read)) })
  }
  if (read < 100) throw fail('project-damaged', { path, reason: 'it ends inside its header' })
  if (head.readUInt32BE(68) !== APPLICATION_ID) {
    throw fail('project-not-postil', { path, found: 'the SQLite database of another program' })
  }
  const version = head.readUInt32BE(60)
  if (version > known) throw fail('project-newer', { path, version, known })
  // with a rollback journal beside it the file was left in the middle of a change: SQLite mends that first
  if (existsSync(`${path}-journal`)) return
  const stored = head.readUInt16BE(16)
  const pageSize = stored === 1 ? 65_536 : stored
  const pages = head.readUInt32BE(28)
  if (pages * pageSize > size) {
    throw fail('project-damaged', {
      path,
      reason: `it should have ${pages * pageSize} bytes and has ${size}: its end is missing`,
    })
  }
}

function openFile(path: string): number {
  try {
    return openSync(path, 'r')
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT' || code === 'ENOTDIR') throw fail('project-missing', { path })
    if (code === 'EACCES' || code === 'EPERM') throw fail('project-read-only', { path })
    throw error
  }
}

function resemblance(head: Buffer): string | undefined {
  const start = head.toString('latin1')
  if (start.startsWith('PK')) return 'a ZIP archive, such as a project of another program or a .docx'
  if (start.startsWith('%PDF')) return 'a PDF document'
  return undefined
}
