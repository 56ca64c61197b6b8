import { extname } from 'node:path'
import type { Context } from '../context.ts'

type Found = { readonly id: string } | { readonly problem: string }

/**
 * Finds documents by what a table may call them: by id or by their very name; else by
 * name or by the name of the imported file, with or without its ending, however accents
 * are encoded. Where several documents answer to a name, none is meant.
 */
export function createDocumentFinder({ db }: Context): (wanted: string) => Found {
  const byName = new Map<string, Set<string>>()
  const byOther = new Map<string, Set<string>>()
  const add = (to: Map<string, Set<string>>, name: string, id: string) =>
    to.set(name, (to.get(name) ?? new Set()).add(id))
  const rows = db
    .prepare<[], { id: string; name: string; file_name: string }>('SELECT id, name, file_name FROM document')
    .all()
  for (const { id, name, file_name } of rows) {
    add(byName, id, id)
    add(byName, name, id)
    const stem = file_name.slice(0, file_name.length - extname(file_name).length)
    for (const other of [name, file_name, stem]) add(byOther, fold(other), id)
  }
  return wanted => {
    const found = byName.get(wanted) ?? byOther.get(fold(wanted))
    if (found === undefined) return { problem: `there is no document “${wanted}” in this project` }
    const [id, ...others] = found
    return others.length === 0
      ? { id: id! }
      : { problem: `${found.size} documents are called “${wanted}”: rename one, or write its whole name` }
  }
}

/** File systems write accents in two ways, and tables are typed by hand. */
const fold = (name: string): string => name.normalize('NFC').trim()
