import { type LostRow, MOST_MOVED, type MovedRow, type ReviewRow } from '../../shared/contract/replacing.ts'
import { fail } from '../../shared/errors.ts'
import { DocumentId } from '../../shared/model/ids.ts'
import type { Context } from '../context.ts'
import { AREA_COLUMNS, AREA_JOIN, type AreaColumns, toArea } from './segment-areas.ts'

interface Replacement {
  readonly at: string
  readonly coder: string
  readonly from: string
  readonly to: string
}

/** What the last replacement of this document left, in the order of the text. */
export function reviewsOfDocument(ctx: Context, documentId: string) {
  const { number } = documentOf(ctx, documentId)
  const replaced = lastReplacement(ctx, documentId)
  if (!replaced) return { replaced: null, moved: 0, movedRows: [], review: [], lost: [] }
  return {
    replaced,
    ...movedRows(ctx, documentId, number, replaced.at),
    review: reviewRows(ctx, documentId, number),
    lost: lostRows(ctx, documentId, number),
  }
}

function documentOf({ db }: Context, documentId: string): { number: number } {
  const row = db
    .prepare<[string], { number: number }>('SELECT number FROM document WHERE id = ?')
    .get(documentId)
  if (!row) throw fail('not-found', { what: 'document' })
  return row
}

const lastReplacement = ({ db }: Context, documentId: string): Replacement | null =>
  db
    .prepare<[string], Replacement>(
      `SELECT r.at, c.name AS coder, r.file_name AS "from", d.file_name AS "to"
        FROM replacement r JOIN document d ON d.id = r.document_id JOIN coder c ON c.id = r.coder_id
        WHERE r.document_id = ? ORDER BY r.at DESC, r.id DESC LIMIT 1`,
    )
    .get(documentId) ?? null

function movedRows(
  { db, texts }: Context,
  documentId: string,
  number: number,
  at: string,
): { moved: number; movedRows: MovedRow[] } {
  const which = `FROM segment s ${AREA_JOIN} WHERE s.document_id = ? AND s.created <= ?
    AND NOT EXISTS (SELECT 1 FROM segment_review r WHERE r.id = s.id)`
  const moved = db.prepare<[string, string], number>(`SELECT count(*) ${which}`).pluck().get(documentId, at)!
  const { text } = texts.of(documentId)
  const rows = db
    .prepare<[string, string], AreaColumns & { id: string; number: number; start: number; end: number }>(
      `SELECT s.id, s.number, s."start", s."end", ${AREA_COLUMNS} ${which} ORDER BY s."start", s."end" DESC, s.number LIMIT ${MOST_MOVED}`,
    )
    .all(documentId, at)
    .map(({ id, start, end, ...row }) => {
      const area = toArea(row)
      return {
        segmentId: id,
        reference: `${number}:${row.number}`,
        start,
        end,
        now: area ? '' : text.slice(start, end),
        ...(area ? { area } : {}),
      }
    })
  return { moved, movedRows: rows as MovedRow[] } // ids come from columns that only procedures write
}

interface OpenColumns {
  readonly id: string
  readonly number: number
  readonly score: number
  readonly quote: string
  readonly before: string
  readonly after: string
  readonly page: string
  readonly comment: string
}

function reviewRows(ctx: Context, documentId: string, number: number): ReviewRow[] {
  const { text } = ctx.texts.of(documentId)
  const codings = codingsBySegment(
    ctx,
    'SELECT c.segment_id, c.code_id, c.coder_id FROM coding c JOIN segment_review r ON r.id = c.segment_id ORDER BY c.created, c.id',
  )
  return ctx.db
    .prepare<[string], OpenColumns & AreaColumns & { start: number; end: number }>(
      `SELECT s.id, s.number, s."start", s."end", s.comment, r.score, r.quote, r.before, r.after, r.page, ${AREA_COLUMNS}
        FROM segment_review r JOIN segment s ON s.id = r.id ${AREA_JOIN} WHERE s.document_id = ?
        ORDER BY s."start", s."end" DESC, s.number`,
    )
    .all(documentId)
    .map(row => {
      const area = toArea(row)
      return {
        ...openRow(row, number, codings),
        start: row.start,
        end: row.end,
        now: area ? '' : text.slice(row.start, row.end),
        ...(area ? { area } : {}),
      }
    }) as ReviewRow[]
}

function lostRows(ctx: Context, documentId: string, number: number): LostRow[] {
  const codings = codingsBySegment(
    ctx,
    'SELECT lost_id AS segment_id, code_id, coder_id FROM lost_coding ORDER BY created, id',
  )
  return ctx.db
    .prepare<[string], OpenColumns & { near: number; area: string | null }>(
      `SELECT id, number, score, quote, before, after, page, comment, near, area
        FROM lost_segment WHERE document_id = ? ORDER BY near, place, number`,
    )
    .all(documentId)
    .map(row => ({
      ...openRow(row, number, codings),
      near: row.near,
      ...(row.area === null ? {} : { area: JSON.parse(row.area) }), // written by lose()
    })) as LostRow[]
}

type Codings = ReadonlyMap<string, readonly { codeId: string; coderId: string }[]>

function codingsBySegment({ db }: Context, sql: string): Codings {
  const rows = db.prepare<[], { segment_id: string; code_id: string; coder_id: string }>(sql).all()
  const bySegment = new Map<string, { codeId: string; coderId: string }[]>()
  for (const { segment_id, code_id, coder_id } of rows) {
    const list = bySegment.get(segment_id) ?? []
    list.push({ codeId: code_id, coderId: coder_id })
    bySegment.set(segment_id, list)
  }
  return bySegment
}

function openRow({ id, number, ...row }: OpenColumns, document: number, codings: Codings) {
  const { score, quote, before, after, page, comment } = row
  return {
    segmentId: id,
    reference: `${document}:${number}`,
    score,
    quote,
    before,
    after,
    page,
    comment,
    codings: [...(codings.get(id) ?? [])],
  }
}

/** Documents with something to be looked at: what the panel marks. */
export function openReviews({ db }: Context) {
  return db
    .prepare<[], { documentId: string; review: number; lost: number }>(
      `SELECT documentId, sum(review) AS review, sum(lost) AS lost FROM (
        SELECT s.document_id AS documentId, 1 AS review, 0 AS lost FROM segment_review r JOIN segment s ON s.id = r.id
        UNION ALL SELECT document_id, 0, 1 FROM lost_segment) GROUP BY documentId ORDER BY documentId`,
    )
    .all()
    .map(row => ({ ...row, documentId: DocumentId.parse(row.documentId) }))
}
