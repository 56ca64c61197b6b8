import { readFile } from 'node:fs/promises'
import { checksum } from '../../shared/text/checksum.ts'
import { wordsBetween } from '../../shared/text/words.ts'
import type { Context } from '../context.ts'
import { type CsvTable, readCsv } from '../exchange/tables/read-csv.ts'
import { findCoder, insertCoder } from './beginnings.ts'
import { createCodeFinder } from './code-finder.ts'
import { nextNumber } from './segment-rows.ts'
import { checkRows, type PlannedRow } from './segments-import-rows.ts'

/** All rows or none, as one step. The file is read before the transaction opens. */
export const importSegments = {
  prepare: async (ctx: Context, { file }: { file: string }) => {
    const { path, name } = ctx.freight.resolve(file)
    const table = readCsv(await readFile(path), name)
    return (current: Context) => importRows(current, table, name)
  },
}

function importRows(ctx: Context, table: CsvTable, name: string) {
  const planned = checkRows(ctx, table, name)
  const codes = createCodeFinder(ctx)
  const coders = createCoderFinder(ctx)
  const segments = createSegmentWriter(ctx)
  const codings = createCodingWriter(ctx)
  let already = 0
  for (const row of planned) {
    const segmentId = segments.on(row)
    if (!codings.add(segmentId, codes.at(row.code), coders.named(row.coder))) already++
  }
  return {
    rows: planned.length,
    codings: planned.length - already,
    segments: segments.made(),
    already,
    newCodes: codes.made(),
    newCoders: coders.made(),
  }
}

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
  return { named, made: () => made }
}

/** One segment for each exact span of a document; made when it is not there. Prepared once, for a hundred thousand rows. */
function createSegmentWriter(ctx: Context) {
  const { db } = ctx
  const find = db.prepare<[string, number, number], { id: string; comment: string }>(
    'SELECT id, comment FROM segment WHERE document_id = ? AND "start" = ? AND "end" = ? ORDER BY number LIMIT 1',
  )
  const insert =
    db.prepare(`INSERT INTO segment (id, document_id, number, "start", "end", words, checksum, comment, created, created_by)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
  const setComment = db.prepare('UPDATE segment SET comment = ? WHERE id = ?')
  const at = ctx.now()
  let made = 0
  function on({ documentId, start, end, comment }: PlannedRow): string {
    const known = find.get(documentId, start, end)
    if (known) {
      if (comment !== '' && !known.comment.split('\n').includes(comment)) {
        setComment.run(known.comment === '' ? comment : `${known.comment}\n${comment}`, known.id)
      }
      return known.id
    }
    const { text, words } = ctx.texts.of(documentId)
    const id = ctx.newId()
    const number = nextNumber(ctx, `segment:${documentId}`)
    insert.run(
      id,
      documentId,
      number,
      start,
      end,
      wordsBetween(words, start, end),
      checksum(text, start, end),
      comment,
      at,
      ctx.coder.id,
    )
    made++
    return id
  }
  return { on, made: () => made }
}

function createCodingWriter(ctx: Context) {
  const find = ctx.db.prepare('SELECT 1 FROM coding WHERE segment_id = ? AND code_id = ? AND coder_id = ?')
  const insert = ctx.db.prepare(
    'INSERT INTO coding (id, segment_id, code_id, coder_id, created) VALUES (?, ?, ?, ?, ?)',
  )
  const at = ctx.now()
  return {
    /** false if it is there already */
    add(segmentId: string, codeId: string, coderId: string): boolean {
      if (find.get(segmentId, codeId, coderId)) return false
      insert.run(ctx.newId(), segmentId, codeId, coderId, at)
      return true
    },
  }
}
