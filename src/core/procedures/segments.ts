import type { Handlers } from '../../shared/contract/define.ts'
import type { segments as contract } from '../../shared/contract/segments.ts'
import { fail } from '../../shared/errors.ts'
import { CodeId, CodingId, SegmentId } from '../../shared/model/ids.ts'
import type { Context } from '../context.ts'
import { codeAt, getCode } from './code-rows.ts'
import { moveTo, placeOf, segmentAt } from './segment-places.ts'
import { forgetReview } from './segment-reviews.ts'
import { addCoding, getSegment, rememberFree, removeBareSegments } from './segment-rows.ts'
import { importSegments } from './segments-import.ts'
import { listSegments, segmentRowIds, segmentSections } from './segments-list.ts'
import { segmentsOf, segmentsSince } from './segments-of-document.ts'
import { settleSegments } from './segments-settle.ts'

export const segments: Handlers<typeof contract, Context> = {
  ofDocument: (ctx, { documentId }) => segmentsOf(ctx, documentId),
  since: segmentsSince,
  list: listSegments,
  sections: segmentSections,
  rowIds: segmentRowIds,
  importTable: importSegments,
  settle: settleSegments,
  apply: (ctx, { documentId, span, area, codeIds, paths = [], comment }) => {
    const place = placeOf(ctx, documentId, { span, area })
    const pathIds = paths.map(path => codeAt(ctx, path).codeId)
    const wanted = [...new Set<string>([...codeIds, ...pathIds])]
    for (const codeId of wanted) requireCodable(ctx, codeId)
    const { id } = segmentAt(ctx, documentId, place)
    const added = wanted
      .map(codeId => addCoding(ctx, id, codeId, ctx.coder.id))
      .filter(coding => coding !== undefined)
    if (comment !== undefined) ctx.db.prepare('UPDATE segment SET comment = ? WHERE id = ?').run(comment, id)
    return {
      segmentId: SegmentId.parse(id),
      added: added.map(coding => CodingId.parse(coding)),
      already: wanted.length - added.length,
      pathIds: pathIds.map(codeId => CodeId.parse(codeId)),
    }
  },
  create: (ctx, { documentId, span, area, comment }) => {
    const { id, fresh } = segmentAt(ctx, documentId, placeOf(ctx, documentId, { span, area }))
    if (fresh) rememberFree(ctx, id)
    if (comment !== undefined) ctx.db.prepare('UPDATE segment SET comment = ? WHERE id = ?').run(comment, id)
    return { segmentId: SegmentId.parse(id), created: fresh }
  },
  addCode: (ctx, { segmentIds, codeId }) => {
    requireCodable(ctx, codeId)
    const added = addToSegments(ctx, segmentIds, codeId)
    return { added, already: segmentIds.length - added }
  },
  createAndApply: (ctx, { documentId, span, area, path }) => {
    const place = placeOf(ctx, documentId, { span, area })
    const { codeId, created } = codeAt(ctx, path)
    requireCodable(ctx, codeId)
    const { id } = segmentAt(ctx, documentId, place)
    addCoding(ctx, id, codeId, ctx.coder.id)
    return { segmentId: SegmentId.parse(id), codeId: CodeId.parse(codeId), created }
  },
  uncode: (ctx, { codingIds }) => {
    const segmentOf = ctx.db.prepare<[string], string>('SELECT segment_id FROM coding WHERE id = ?').pluck()
    const remove = ctx.db.prepare('DELETE FROM coding WHERE id = ?')
    const touched = codingIds.map(id => {
      const segment = segmentOf.get(id)
      if (segment === undefined) throw fail('not-found', { what: 'coding' })
      remove.run(id)
      return segment
    })
    removeBareSegments(ctx, touched)
    return null
  },
  recode: recodeCodings,
  resize: (ctx, { segmentId, span, area }) => {
    const segment = getSegment(ctx, segmentId)
    moveTo(ctx, segment, placeOf(ctx, segment.document_id, { span, area }))
    // whoever moves its edges has looked at the place that was proposed
    forgetReview(ctx, segmentId)
    return null
  },
  comment: (ctx, { segmentId, comment }) => {
    getSegment(ctx, segmentId)
    ctx.db.prepare('UPDATE segment SET comment = ? WHERE id = ?').run(comment, segmentId)
    return null
  },
  delete: ({ db }, { segmentIds }) => {
    const remove = db.prepare('DELETE FROM segment WHERE id = ?')
    const gone = segmentIds.reduce((count, id) => count + remove.run(id).changes, 0)
    if (gone === 0) throw fail('not-found', { what: 'segment' })
    return null
  },
}

function requireCodable(ctx: Context, codeId: string): void {
  const code = getCode(ctx, codeId)
  if (code.codable === 0) throw fail('code-not-codable', { name: code.name })
}

/** How many of them did not have the code yet. */
const addToSegments = (ctx: Context, segmentIds: readonly string[], codeId: string): number =>
  segmentIds.filter(id => addCoding(ctx, getSegment(ctx, id).id, codeId, ctx.coder.id) !== undefined).length

interface Recoding {
  readonly codingIds: readonly string[]
  readonly codeId: string
  readonly segmentIds?: readonly string[] | undefined
}

function recodeCodings(ctx: Context, { codingIds, codeId, segmentIds = [] }: Recoding) {
  requireCodable(ctx, codeId)
  const get = ctx.db.prepare<[string], { segment_id: string; code_id: string; coder_id: string }>(
    'SELECT segment_id, code_id, coder_id FROM coding WHERE id = ?',
  )
  const there = ctx.db.prepare(
    'SELECT 1 FROM coding WHERE segment_id = ? AND code_id = ? AND coder_id = ? AND id <> ?',
  )
  const fresh = addToSegments(ctx, segmentIds, codeId)
  const result = { changed: fresh, shared: segmentIds.length - fresh }
  for (const id of codingIds) {
    const coding = get.get(id)
    if (!coding) throw fail('not-found', { what: 'coding' })
    if (coding.code_id === codeId) continue
    if (there.get(coding.segment_id, codeId, coding.coder_id, id)) {
      ctx.db.prepare('DELETE FROM coding WHERE id = ?').run(id)
      result.shared++
    } else {
      ctx.db.prepare('UPDATE coding SET code_id = ? WHERE id = ?').run(codeId, id)
      result.changed++
    }
  }
  return result
}
