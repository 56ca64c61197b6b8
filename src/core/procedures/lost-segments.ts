import type { Area } from '../../shared/model/page-layout.ts'
import type { Context } from '../context.ts'
import { statement } from '../db/sql.ts'
import { attachAgain, attachmentsOf } from './lost-attachments.ts'
import { areaOf, insertArea } from './segment-areas.ts'
import { onWords } from './segment-moves.ts'
import { isArea, type Place } from './segment-places.ts'
import { type OpenQuote, type QuoteColumns, toQuote } from './segment-reviews.ts'

export interface LostRecord {
  readonly id: string
  readonly documentId: string
  readonly quote: OpenQuote
  /** it was an area of a page and no passage */
  readonly area: Area | null
}

interface Row extends QuoteColumns {
  readonly id: string
  readonly document_id: string
  readonly number: number
  readonly area: string | null
  readonly comment: string
  readonly attached: string
  readonly created: string
  readonly created_by: string
}

const COLUMNS =
  'id, document_id, number, quote, before, after, place, page, area, comment, attached, created, created_by'

export function lostOf({ db }: Context, documentId: string): LostRecord[] {
  return statement<[string], Row>(
    db,
    `SELECT ${COLUMNS} FROM lost_segment WHERE document_id = ? ORDER BY near, place, number`,
  )
    .all(documentId)
    .map(toRecord)
}

export function findLost({ db }: Context, id: string): LostRecord | null {
  const row = statement<[string], Row>(db, `SELECT ${COLUMNS} FROM lost_segment WHERE id = ?`).get(id)
  return row ? toRecord(row) : null
}

function toRecord(row: Row): LostRecord {
  // written by lose()
  const area = row.area === null ? null : (JSON.parse(row.area) as Area)
  return { id: row.id, documentId: row.document_id, quote: toQuote(row), area }
}

/**
 * Takes a segment out of its document, whose text no longer has a place for it, and keeps it
 * beside it with its codings, its comment and whatever else hangs on it (memos, links).
 */
export function lose(
  ctx: Context,
  id: string,
  { exact, before, after, place, page }: OpenQuote,
  { start, score }: { start: number; score: number },
): void {
  const { db } = ctx
  const area = areaOf(ctx, id)
  statement<unknown[]>(
    db,
    `INSERT INTO lost_segment (id, document_id, number, near, score, quote, before, after, place, page, area,
      attached, comment, created, created_by)
      SELECT id, document_id, number, ?, ?, ?, ?, ?, ?, ?, ?, ?, comment, created, created_by
      FROM segment WHERE id = ?`,
  ).run(
    start,
    score,
    exact,
    before,
    after,
    place,
    page,
    area ? JSON.stringify(area) : null,
    attachmentsOf(ctx, id),
    id,
  )
  statement<[string]>(
    db,
    `INSERT INTO lost_coding (id, lost_id, code_id, coder_id, created)
      SELECT id, segment_id, code_id, coder_id, created FROM coding WHERE segment_id = ?`,
  ).run(id)
  statement<[string]>(db, 'DELETE FROM segment WHERE id = ?').run(id)
}

/** Puts a lost segment on a place of its document, as it was: number, codings, comment, memos and links. */
export function bringBack(ctx: Context, id: string, at: Place): void {
  const { db } = ctx
  const row = statement<[string], Row>(db, `SELECT ${COLUMNS} FROM lost_segment WHERE id = ?`).get(id)!
  const area = isArea(at) ? at.area : null
  const on = onWords(ctx, row.document_id, isArea(at) ? at.anchor : at)
  statement<unknown[]>(
    db,
    `INSERT INTO segment (id, document_id, number, "start", "end", words, checksum, comment, created, created_by)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    id,
    row.document_id,
    row.number,
    on.start,
    on.end,
    area ? 0 : on.words,
    on.checksum,
    row.comment,
    row.created,
    row.created_by,
  )
  if (area) insertArea(ctx, id, area)
  // two codes that have been merged since are one coding now
  statement<[string]>(
    db,
    `INSERT INTO coding (id, segment_id, code_id, coder_id, created)
      SELECT id, lost_id, code_id, coder_id, created FROM lost_coding mine WHERE lost_id = ?
      AND NOT EXISTS (SELECT 1 FROM lost_coding other WHERE other.lost_id = mine.lost_id
        AND other.code_id = mine.code_id AND other.coder_id = mine.coder_id AND other.id < mine.id)`,
  ).run(id)
  forgetLost(ctx, id)
  attachAgain(ctx, id, row.attached)
}

/** Answers whether there was one. */
export const forgetLost = ({ db }: Context, id: string): boolean =>
  statement<[string]>(db, 'DELETE FROM lost_segment WHERE id = ?').run(id).changes > 0
