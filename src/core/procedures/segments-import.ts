import { readFile, stat } from 'node:fs/promises'
import { fail } from '../../shared/errors.ts'
import type { Context } from '../context.ts'
import { type CsvTable, readCsv } from '../exchange/tables/read-csv.ts'
import { findCoder, insertCoder } from './beginnings.ts'
import { createCodeFinder } from './code-finder.ts'
import { checkRows, pushTo } from './segments-import-rows.ts'
import { createDocumentWriter, type ReadyRow } from './segments-import-writer.ts'

const MOST_MEGABYTES = 250

/** All rows or none, as one step. The file is read before the transaction opens. */
export const importSegments = {
  prepare: async (ctx: Context, { file }: { file: string }) => {
    const { path, name } = ctx.freight.resolve(file)
    const megabytes = (await stat(path)).size / 1_000_000
    if (megabytes > MOST_MEGABYTES)
      throw fail('file-too-large', {
        name,
        size: `${Math.round(megabytes)} MB`,
        limit: `${MOST_MEGABYTES} MB`,
      })
    const table = readCsv(await readFile(path), name)
    return (current: Context) => importRows(current, table, name)
  },
}

function importRows(ctx: Context, table: CsvTable, name: string) {
  const codes = createCodeFinder(ctx)
  const coders = createCoderFinder(ctx)
  const planned = checkRows(ctx, codes, table, name)
  // codes and coders first, in the order of the table, whatever the order of documents is
  const byDocument = new Map<string, ReadyRow[]>()
  for (const row of planned) {
    const ready = { ...row, codeId: codes.at(row.code), coderId: coders.named(row.coder) }
    pushTo(byDocument, row.documentId, ready)
  }
  const writeDocument = createDocumentWriter(ctx)
  const written = { segments: 0, codings: 0 }
  for (const [documentId, rows] of byDocument) {
    const { segments, codings } = writeDocument(documentId, rows)
    written.segments += segments
    written.codings += codings
  }
  return {
    rows: planned.length,
    ...written,
    already: planned.length - written.codings,
    newCodes: [...codes.made()],
    newCoders: [...coders.made()],
  }
}

/** Finds coders by name, and makes those that are missing; no name is whoever codes now. */
function createCoderFinder(ctx: Context) {
  const known = new Map<string, string>([['', ctx.coder.id]])
  const made: string[] = []
  function named(name: string): string {
    const id = known.get(name) ?? findCoder(ctx.db, name)?.id
    if (id !== undefined) {
      known.set(name, id)
      return id
    }
    const fresh = insertCoder(ctx.db, name, ctx.now())
    known.set(name, fresh.id)
    made.push(name)
    return fresh.id
  }
  return { named, made: (): readonly string[] => made }
}
