import type { Area } from '../../shared/model/page-layout.ts'
import type { Context } from '../context.ts'
import { AREA_COLUMNS, AREA_JOIN, type AreaColumns, insertArea, toArea } from './segment-areas.ts'
import type { PlannedRow } from './segments-import-rows.ts'

/** A planned row whose code and coder stand in the project. */
export interface ReadyRow extends PlannedRow {
  readonly codeId: string
  readonly coderId: string
}

interface HeldSegment {
  readonly id: string
  /** what the file has; null: the segment is still to be made */
  readonly stored: string | null
  comment: string
}

/**
 * Writes the codings of one document. What is there already is read once into memory, so
 * that a hundred thousand rows cost their inserts and nothing else; numbers are taken
 * from the document's counter in one piece, and a comment is complete before it is written.
 */
export function createDocumentWriter(ctx: Context) {
  const { db } = ctx
  const at = ctx.now()
  const insertSegment = db.prepare(`INSERT INTO segment
    (id, document_id, number, "start", "end", words, checksum, comment, created, created_by)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
  const insertCoding = db.prepare(
    'INSERT INTO coding (id, segment_id, code_id, coder_id, created) VALUES (?, ?, ?, ?, ?)',
  )
  const setComment = db.prepare('UPDATE segment SET comment = ? WHERE id = ?')
  const takeNumbers = db
    .prepare<[string, number, number], number>(
      `INSERT INTO counter (key, next) VALUES (?, ? + 1)
      ON CONFLICT (key) DO UPDATE SET next = next + ? RETURNING next`,
    )
    .pluck()
  const readHeld = heldReader(ctx)

  return (documentId: string, rows: readonly ReadyRow[]): { segments: number; codings: number } => {
    const { segments, codings } = readHeld(documentId)
    const fresh = new Map<HeldSegment, ReadyRow>()
    const touched = new Set<HeldSegment>()
    const added: [segmentId: string, codeId: string, coderId: string][] = []
    for (const row of rows) {
      const place = row.area ? areaKey(row.area) : spanKey(row.start, row.end)
      let segment = segments.get(place)
      if (!segment) {
        segment = { id: ctx.newId(), stored: null, comment: '' }
        segments.set(place, segment)
        fresh.set(segment, row)
      }
      segment.comment = withComment(segment.comment, row.comment)
      if (segment.stored !== null && segment.comment !== segment.stored) touched.add(segment)
      const key = codingKey(segment.id, row.codeId, row.coderId)
      if (codings.has(key)) continue
      codings.add(key)
      added.push([segment.id, row.codeId, row.coderId])
    }
    if (fresh.size > 0) {
      let number = takeNumbers.get(`segment:${documentId}`, fresh.size, fresh.size)! - fresh.size
      for (const [{ id, comment }, { start, end, words, checksum, area }] of fresh) {
        insertSegment.run(id, documentId, number++, start, end, words, checksum, comment, at, ctx.coder.id)
        if (area) insertArea(ctx, id, area)
      }
    }
    for (const { id, comment } of touched) setComment.run(comment, id)
    for (const [segmentId, codeId, coderId] of added)
      insertCoding.run(ctx.newId(), segmentId, codeId, coderId, at)
    return { segments: fresh.size, codings: added.length }
  }
}

/** The segments and codings a document has: of several segments on one place the first made stands for all. */
function heldReader({ db }: Context) {
  const segmentsOf = db.prepare<
    [string],
    AreaColumns & { id: string; start: number; end: number; comment: string }
  >(
    `SELECT s.id, s."start", s."end", s.comment, ${AREA_COLUMNS}
    FROM segment s ${AREA_JOIN} WHERE s.document_id = ? ORDER BY s.number DESC`,
  )
  const codingsOf = db.prepare<[string], { segment_id: string; code_id: string; coder_id: string }>(
    `SELECT c.segment_id, c.code_id, c.coder_id FROM coding c JOIN segment s ON s.id = c.segment_id
    WHERE s.document_id = ?`,
  )
  return (documentId: string) => {
    const segments = new Map<string, HeldSegment>()
    for (const row of segmentsOf.iterate(documentId)) {
      const { id, start, end, comment } = row
      const area = toArea(row)
      segments.set(area ? areaKey(area) : spanKey(start, end), { id, stored: comment, comment })
    }
    const codings = new Set<string>()
    if (segments.size > 0) {
      for (const { segment_id, code_id, coder_id } of codingsOf.iterate(documentId))
        codings.add(codingKey(segment_id, code_id, coder_id))
    }
    return { segments, codings }
  }
}

const spanKey = (start: number, end: number) => `${start}-${end}`
const areaKey = ({ page, x, y, width, height }: Area) => `area ${page} ${x} ${y} ${width} ${height}`
const codingKey = (segmentId: string, codeId: string, coderId: string) => `${segmentId}${codeId}${coderId}`

/** A further comment goes on a new line; one that is there already is not said twice. */
function withComment(comment: string, more: string): string {
  if (more === '' || comment === '') return comment || more
  return `\n${comment}\n`.includes(`\n${more}\n`) ? comment : `${comment}\n${more}`
}
