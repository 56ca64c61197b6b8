import { extname } from 'node:path'
import type { Context } from '../context.ts'

/**
 * Finds documents by what a table may call them: by id or by name; else by the name of
 * the imported file, with or without its ending, where only one document has it.
 */
export function createDocumentFinder({
  db,
}: Context): (wanted: string) => { id: string } | { problem: string } {
  const exact = new Map<string, string>()
  const byFile = new Map<string, Set<string>>()
  const add = (name: string, id: string) => {
    const key = fold(name)
    byFile.set(key, (byFile.get(key) ?? new Set()).add(id))
  }
  const rows = db
    .prepare<[], { id: string; name: string; file_name: string }>('SELECT id, name, file_name FROM document')
    .all()
  for (const { id, name } of rows) exact.set(name, id).set(id, id)
  for (const { id, name, file_name } of rows) {
    add(name, id)
    add(file_name, id)
    add(file_name.slice(0, file_name.length - extname(file_name).length), id)
  }
  return wanted => {
    const known = exact.get(wanted)
    if (known !== undefined) return { id: known }
    const found = byFile.get(fold(wanted))
    if (found === undefined || wanted.trim() === '')
      return { problem: `there is no document “${wanted}” in this project` }
    const [only, ...others] = found
    if (others.length > 0)
      return {
        problem: `there are ${found.size} documents called “${wanted}”: give the name shown in Postil`,
      }
    return { id: only! }
  }
}

/** File systems write accents in two ways, and tables are typed by hand. */
const fold = (name: string): string => name.normalize('NFC').trim()
