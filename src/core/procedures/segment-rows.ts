import { fail } from '../../shared/errors.ts'
import type { Span } from '../../shared/model/span.ts'
import { splitsPair } from '../../shared/text/boundaries.ts'
import { checksum } from '../../shared/text/checksum.ts'
import { wordsBetween } from '../../shared/text/words.ts'
import type { Context } from '../context.ts'
import { statement } from '../db/sql.ts'

export interface SegmentRecord {
  readonly id: string
  readonly document_id: string
  readonly number: number
  readonly start: number
  readonly end: number
  readonly comment: string
}

export function getSegment({ db }: Context, id: string): SegmentRecord {
  const segment = statement<[string], SegmentRecord>(
    db,
    'SELECT id, document_id, number, "start", "end", comment FROM segment WHERE id = ?',
  ).get(id)
  if (!segment) throw fail('not-found', { what: 'segment' })
  return segment
}

/** Refuses a span that is not inside the text or would cut a surrogate pair. */
export function checkSpan(ctx: Context, documentId: string, { start, end }: Span): void {
  const { text } = ctx.texts.of(documentId)
  if (start >= end || end > text.length) {
    throw fail('span-outside', { start, end, document: documentName(ctx, documentId), length: text.length })
  }
  if (splitsPair(text, start) || splitsPair(text, end)) {
    throw fail('span-splits-character', { start, end, document: documentName(ctx, documentId) })
  }
}

export const documentName = ({ db }: Context, id: string) =>
  statement<[string], string>(db, 'SELECT name FROM document WHERE id = ?').pluck().get(id) ?? id

/** The segment on exactly this span, made if there is none. The span has been checked. */
export function segmentOn(
  ctx: Context,
  documentId: string,
  { start, end }: Span,
): { id: string; fresh: boolean } {
  // an area is tied to a character, and is not the passage of that one character
  const known = statement<[string, number, number], string>(
    ctx.db,
    `SELECT id FROM segment s WHERE document_id = ? AND "start" = ? AND "end" = ?
      AND NOT EXISTS (SELECT 1 FROM segment_area WHERE id = s.id) ORDER BY number`,
  )
    .pluck()
    .get(documentId, start, end)
  if (known !== undefined) return { id: known, fresh: false }
  const { text, words } = ctx.texts.of(documentId)
  const on = { start, end, words: wordsBetween(words, start, end), checksum: checksum(text, start, end) }
  return { id: insertSegment(ctx, documentId, on), fresh: true }
}

interface OnText extends Span {
  readonly words: number
  readonly checksum: number
}

/** A new segment of whoever codes now; its id. */
export function insertSegment(
  ctx: Context,
  documentId: string,
  { start, end, words, checksum }: OnText,
): string {
  const id = ctx.newId()
  statement<unknown[]>(
    ctx.db,
    `INSERT INTO segment (id, document_id, number, "start", "end", words, checksum, comment, created, created_by)
      VALUES (?, ?, ?, ?, ?, ?, ?, '', ?, ?)`,
  ).run(
    id,
    documentId,
    nextNumber(ctx, `segment:${documentId}`),
    start,
    end,
    words,
    checksum,
    ctx.now(),
    ctx.coder.id,
  )
  return id
}

/** Numbers count up for ever: one that was seen in a quote is never given to another segment. */
export function nextNumber({ db }: Context, key: string): number {
  const next = statement<[string], number>(
    db,
    'INSERT INTO counter (key, next) VALUES (?, 2) ON CONFLICT (key) DO UPDATE SET next = next + 1 RETURNING next',
  )
    .pluck()
    .get(key)!
  return next - 1
}

/** Puts a code on a segment in a coder's name; undefined if it is there already. */
export function addCoding(
  ctx: Context,
  segmentId: string,
  codeId: string,
  coderId: string,
): string | undefined {
  const known = statement<unknown[]>(
    ctx.db,
    'SELECT 1 FROM coding WHERE segment_id = ? AND code_id = ? AND coder_id = ?',
  ).get(segmentId, codeId, coderId)
  if (known) return undefined
  const id = ctx.newId()
  statement<unknown[]>(
    ctx.db,
    'INSERT INTO coding (id, segment_id, code_id, coder_id, created) VALUES (?, ?, ?, ?, ?)',
  ).run(id, segmentId, codeId, coderId, ctx.now())
  return id
}

/**
 * Of these segments, removes those that carry neither a code nor a comment nor a memo any
 * more. One that was made as a free segment stays.
 */
export function removeBareSegments({ db }: Context, segmentIds: readonly string[]): void {
  const remove = statement<[string]>(
    db,
    `DELETE FROM segment WHERE id = ? AND comment = ''
    AND NOT EXISTS (SELECT 1 FROM coding WHERE segment_id = segment.id)
    AND NOT EXISTS (SELECT 1 FROM memo WHERE segment_id = segment.id)
    AND NOT EXISTS (SELECT 1 FROM made_free WHERE segment_id = segment.id)`,
  )
  for (const id of new Set(segmentIds)) remove.run(id)
}

/** That this segment was made without a code is kept for good: undoing and redoing do not change it. */
export function rememberFree({ db }: Context, segmentId: string): void {
  statement<[string]>(db, 'INSERT INTO made_free (segment_id) VALUES (?)').run(segmentId)
}
