import type { Segment, SegmentNews } from '../../shared/contract/segments.ts'
import { fail } from '../../shared/errors.ts'
import { CodeId, CoderId, CodingId, SegmentId } from '../../shared/model/ids.ts'
import { checksum } from '../../shared/text/checksum.ts'
import type { Context } from '../context.ts'
import { statement } from '../db/sql.ts'
import { AREA_COLUMNS, AREA_JOIN, type AreaColumns, toArea } from './segment-areas.ts'

interface Row extends AreaColumns {
  segment: string
  number: number
  start: number
  end: number
  checksum: number
  comment: string
  coding: string | null
  code: string
  coder: string
}

const ROWS = `
  SELECT s.id AS segment, s.number, s."start", s."end", s.checksum, s.comment,
    c.id AS coding, c.code_id AS code, c.coder_id AS coder, ${AREA_COLUMNS}
  FROM segment s LEFT JOIN coding c ON c.segment_id = s.id ${AREA_JOIN}
  WHERE s.document_id = ?`
const IN_ORDER = 'ORDER BY s."start", s."end" DESC, s.number, c.created, c.id'

/** Segments in text order, longer ones first where they begin together. Each is held against the text it was made on. */
export function segmentsOf(ctx: Context, documentId: string): Segment[] {
  return segmentsIn(ctx, documentId, statement<[string], Row>(ctx.db, `${ROWS} ${IN_ORDER}`).all(documentId))
}

/** More changes than this: telling all is less to do, here and there. */
const MOST_CHANGES = 2000

/** The diary knows which segments were touched; only these are read again. */
export function segmentsSince(
  ctx: Context,
  { documentId, mark }: { documentId: string; mark?: number | undefined },
): SegmentNews {
  const now = statement<[], number>(ctx.db, 'SELECT coalesce(max(id), 0) FROM change').pluck().get()!
  const touched = mark === undefined || mark > now ? null : touchedSince(ctx, mark)
  if (touched === null) return { mark: now, whole: true, segments: segmentsOf(ctx, documentId), gone: [] }
  const rows = statement<[string, string], Row>(
    ctx.db,
    `${ROWS} AND s.id IN (SELECT value FROM json_each(?)) ${IN_ORDER}`,
  ).all(documentId, JSON.stringify(touched))
  const segments = segmentsIn(ctx, documentId, rows)
  const there = new Set<string>(segments.map(({ id }) => id))
  const gone = touched.filter(id => !there.has(id)).map(id => SegmentId.parse(id))
  return { mark: now, whole: false, segments, gone }
}

/** Segments of any document that were changed themselves, in their areas or in their codings; null: too many to tell one by one. */
function touchedSince(ctx: Context, mark: number): string[] | null {
  const changes = statement<[number], string>(
    ctx.db,
    `SELECT iif("table" = 'coding', json_extract(coalesce(after, before), '$.segment_id'), "row")
     FROM change WHERE id > ? AND "table" IN ('segment', 'segment_area', 'coding') LIMIT ${MOST_CHANGES + 1}`,
  )
    .pluck()
    .all(mark)
  return changes.length > MOST_CHANGES ? null : [...new Set(changes)]
}

function segmentsIn(ctx: Context, documentId: string, rows: readonly Row[]): Segment[] {
  const { text } = ctx.texts.of(documentId)
  const document = statement<[string], number>(ctx.db, 'SELECT number FROM document WHERE id = ?')
    .pluck()
    .get(documentId)!
  const found: Segment[] = []
  for (const row of rows) {
    if (found.at(-1)?.id !== row.segment) {
      refuseIfDamaged(ctx, text, document, row)
      const area = toArea(row)
      found.push({
        id: SegmentId.parse(row.segment),
        reference: `${document}:${row.number}`,
        start: row.start,
        end: row.end,
        ...(area ? { area } : {}),
        comment: row.comment,
        codings: [],
      })
    }
    if (row.coding !== null)
      found.at(-1)!.codings.push({
        id: CodingId.parse(row.coding),
        codeId: CodeId.parse(row.code),
        coderId: CoderId.parse(row.coder),
      })
  }
  return found
}

function refuseIfDamaged(ctx: Context, text: string, document: number, row: Row): void {
  if (row.end <= text.length && checksum(text, row.start, row.end) === row.checksum) return
  throw fail('project-damaged', {
    path: ctx.path,
    reason: `segment ${document}:${row.number} does not lie on its words`,
  })
}
