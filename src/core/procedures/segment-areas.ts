import { fail } from '../../shared/errors.ts'
import { clippedArea, isTooSmall, LEAST_SIDE, sameArea } from '../../shared/model/area.ts'
import type { Area, PageInfo } from '../../shared/model/page-layout.ts'
import type { Span } from '../../shared/model/span.ts'
import { areaAnchor } from '../../shared/text/area-anchor.ts'
import { checksum } from '../../shared/text/checksum.ts'
import type { Context } from '../context.ts'
import { statement } from '../db/sql.ts'
import { layoutsOfSet, pageSetOf } from '../page-sets.ts'
import { documentName, insertSegment } from './segment-rows.ts'

/** An area that has been checked, and the character of the text that it is tied to. */
export interface PlacedArea {
  readonly area: Area
  readonly anchor: Span
}

interface DocumentRow {
  readonly kind: string
  readonly asset: string
  readonly text: string
  readonly structure: string
}

/** Clips an area to its page and ties it to the text there. Refuses what is on no page, or too small. */
export function placeArea(ctx: Context, documentId: string, area: Area): PlacedArea {
  const document = statement<[string], DocumentRow>(
    ctx.db,
    'SELECT kind, asset_sha256 AS asset, text_sha256 AS text, structure_sha256 AS structure FROM document WHERE id = ?',
  ).get(documentId)
  if (!document) throw fail('not-found', { what: 'document' })
  const about = { document: documentName(ctx, documentId) }
  if (document.kind === 'text') throw fail('area-without-pages', about)
  const set = pageSetOf(ctx.db, document)
  if (!set) throw fail('area-pages-unknown', about)
  const clipped = onPage(area, set.pages, about.document)
  const [layout] = layoutsOfSet(ctx.db, set.id, area.page, area.page + 1)
  const { text } = ctx.texts.of(documentId)
  const anchor = areaAnchor(clipped, set.pages[area.page]!, layout?.runs ?? [], text)
  return { area: clipped, anchor }
}

function onPage(area: Area, pages: readonly PageInfo[], document: string): Area {
  const page = pages[area.page]
  const clipped = page ? clippedArea(area, page) : null
  if (!clipped) throw fail('area-outside', { page: area.page + 1, document, pages: pages.length })
  if (isTooSmall(clipped)) throw fail('area-too-small', { least: LEAST_SIDE })
  return clipped
}

/** The segment on exactly this area, made if there is none. */
export function segmentOnArea(
  ctx: Context,
  documentId: string,
  { area, anchor }: PlacedArea,
): { id: string; fresh: boolean } {
  const known = areasOfDocument(ctx, documentId).find(one => sameArea(one.area, area))
  if (known) return { id: known.id, fresh: false }
  const words = { words: 0, checksum: checksum(ctx.texts.of(documentId).text, anchor.start, anchor.end) }
  const id = insertSegment(ctx, documentId, { ...anchor, ...words })
  insertArea(ctx, id, area)
  return { id, fresh: true }
}

/** That the segment of this id is an area. */
export function insertArea({ db }: Context, id: string, { page, x, y, width, height }: Area): void {
  statement<[string, number, number, number, number, number]>(
    db,
    'INSERT INTO segment_area (id, page, x, y, width, height) VALUES (?, ?, ?, ?, ?, ?)',
  ).run(id, page, x, y, width, height)
}

/** Puts a segment that is an area on another one of its document. */
export function moveToArea(
  ctx: Context,
  { id, document_id }: { readonly id: string; readonly document_id: string },
  { area, anchor: { start, end } }: PlacedArea,
): void {
  const { text } = ctx.texts.of(document_id)
  const { page, x, y, width, height } = area
  statement<unknown[]>(
    ctx.db,
    'UPDATE segment_area SET page = ?, x = ?, y = ?, width = ?, height = ? WHERE id = ?',
  ).run(page, x, y, width, height, id)
  // most moves are small: the diary need not tell of a segment that keeps its place in the text
  statement<unknown[]>(
    ctx.db,
    'UPDATE segment SET "start" = ?, "end" = ?, checksum = ? WHERE id = ? AND ("start" <> ? OR "end" <> ?)',
  ).run(start, end, checksum(text, start, end), id, start, end)
}

export function areaOf({ db }: Context, id: string): Area | undefined {
  return statement<[string], Area>(db, 'SELECT page, x, y, width, height FROM segment_area WHERE id = ?').get(
    id,
  )
}

function areasOfDocument({ db }: Context, documentId: string): { id: string; area: Area }[] {
  return statement<[string], Area & { id: string }>(
    db,
    `SELECT a.* FROM segment s JOIN segment_area a ON a.id = s.id WHERE s.document_id = ? ORDER BY s.number`,
  )
    .all(documentId)
    .map(({ id, ...area }) => ({ id, area }))
}

/** All areas of the project by segment. */
export function areasBySegment({ db }: Context): ReadonlyMap<string, Area> {
  const rows = statement<[], Area & { id: string }>(db, 'SELECT * FROM segment_area').all()
  return new Map(rows.map(({ id, ...area }) => [id, area]))
}

/** To be joined to a question about segments `s`. */
export const AREA_COLUMNS = `a.page AS areaPage, a.x AS areaX, a.y AS areaY, a.width AS areaWidth, a.height AS areaHeight`
export const AREA_JOIN = 'LEFT JOIN segment_area a ON a.id = s.id'

export interface AreaColumns {
  readonly areaPage: number | null
  readonly areaX: number | null
  readonly areaY: number | null
  readonly areaWidth: number | null
  readonly areaHeight: number | null
}

/** The area of a row that was asked for by these columns: all of them are there, or none. */
export const toArea = ({ areaPage, areaX, areaY, areaWidth, areaHeight }: AreaColumns): Area | undefined =>
  areaPage === null
    ? undefined
    : { page: areaPage, x: areaX!, y: areaY!, width: areaWidth!, height: areaHeight! }
