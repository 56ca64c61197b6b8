import type { SegmentContext, SegmentQuestion, SegmentRow } from '../../shared/contract/segments.ts'
import type { CodingId, SegmentId } from '../../shared/model/ids.ts'
import type { Area } from '../../shared/model/page-layout.ts'
import { indexNotAfter, type Span } from '../../shared/model/span.ts'
import type { Context } from '../context.ts'
import type { TextAtHand } from '../texts.ts'
import { AREA_COLUMNS, AREA_JOIN, type AreaColumns, toArea } from './segment-areas.ts'
import { textAround } from './segment-around.ts'
import { type Listing, listingOf } from './segment-listing.ts'
import { type RowNumber, segmentOf } from './segment-numbers.ts'

const DEFAULT_LIMIT = 500
const DEFAULT_CONTEXT = 80

interface ListInput extends SegmentQuestion {
  readonly context?: number | SegmentContext | undefined
  readonly offset?: number | undefined
  readonly limit?: number | undefined
}

const countsOf = ({ rows, segments, documents, free }: Listing) => ({
  total: rows.length,
  segments,
  documents,
  free,
})

/** Selects and orders on the columns; only the rows asked for are fetched from the file. */
export function listSegments(
  ctx: Context,
  { context = DEFAULT_CONTEXT, offset = 0, limit = DEFAULT_LIMIT, ...question }: ListInput,
) {
  const listing = listingOf(ctx, question)
  const fetch = rowFetcher(ctx, context)
  return { ...countsOf(listing), rows: Array.from(listing.rows.subarray(offset, offset + limit), fetch) }
}

export function segmentSections(ctx: Context, question: SegmentQuestion) {
  const listing = listingOf(ctx, question)
  return { ...countsOf(listing), sections: [...listing.sections] }
}

export function segmentRowIds(ctx: Context, question: SegmentQuestion) {
  const { rows } = listingOf(ctx, question)
  const corpus = ctx.corpus.read()
  const { segmentIds, codingIds } = ctx.corpus
  return Array.from(rows, row => ({
    segmentId: segmentIds[segmentOf(corpus, row)] as SegmentId, // ids come from columns that only these procedures write
    codingId: row < 0 ? null : (codingIds[row] as CodingId),
  }))
}

interface RowRecord extends AreaColumns {
  codingId: string | null
  segmentId: string
  documentId: string
  documentNumber: number
  number: number
  document: string
  codeId: string | null
  coderId: string
  coder: string
  start: number
  end: number
  words: number
  comment: string
  created: string
}

const OF_SEGMENT = `s.id AS segmentId, d.id AS documentId, d.number AS documentNumber, s.number, d.name AS document,
  s."start", s."end", s.words, s.comment, p.id AS coderId, p.name AS coder, ${AREA_COLUMNS}`
const CODING = `SELECT ${OF_SEGMENT}, c.id AS codingId, c.code_id AS codeId, c.created
  FROM coding c JOIN segment s ON s.id = c.segment_id JOIN document d ON d.id = s.document_id JOIN coder p ON p.id = c.coder_id ${AREA_JOIN}
  WHERE c.id = ?`
const FREE = `SELECT ${OF_SEGMENT}, NULL AS codingId, NULL AS codeId, s.created
  FROM segment s JOIN document d ON d.id = s.document_id JOIN coder p ON p.id = s.created_by ${AREA_JOIN}
  WHERE s.id = ?`

function rowFetcher(ctx: Context, context: number | SegmentContext): (row: RowNumber) => SegmentRow {
  const { codes, documents, groups } = ctx.corpus.read()
  const paths = new Map(codes.map(code => [code.id, code.path]))
  const groupNames = new Map<string, string[]>(documents.map(({ id }) => [id, []]))
  for (const group of groups)
    for (const member of group.members) groupNames.get(documents[member]!.id)!.push(group.name)
  const coding = ctx.db.prepare<[string], RowRecord>(CODING)
  const free = ctx.db.prepare<[string], RowRecord>(FREE)
  return row => {
    const record = row < 0 ? free.get(ctx.corpus.segmentIds[~row]!) : coding.get(ctx.corpus.codingIds[row]!)
    const { documentNumber, number, areaPage, areaX, areaY, areaWidth, areaHeight, ...rest } = record!
    const area = toArea({ areaPage, areaX, areaY, areaWidth, areaHeight })
    const atHand = ctx.texts.of(rest.documentId)
    return {
      ...rest,
      reference: `${documentNumber}:${number}`,
      groups: groupNames.get(rest.documentId) ?? [],
      code: paths.get(rest.codeId ?? '') ?? '',
      ...placeInText(atHand, rest, area, context),
    } as SegmentRow // ids come from columns that only these procedures write
  }
}

/** What a row shows of its place: of an area, which has no words, the page it is drawn on. */
export function placeInText(
  atHand: TextAtHand,
  span: Span,
  area: Area | undefined,
  context: number | SegmentContext,
): Pick<SegmentRow, 'page' | 'quote' | 'before' | 'after' | 'area'> {
  const { pages } = atHand.structure
  if (area) return { area, page: pages[area.page]?.label ?? '', quote: '', before: '', after: '' }
  return {
    page: pageAt(pages, span.start),
    quote: atHand.text.slice(span.start, span.end),
    ...textAround(atHand, span, context),
  }
}

/** The label of the printed page on which `offset` lies; "" in documents without pages. */
export function pageAt(pages: readonly { start: number; label: string }[], offset: number): string {
  return pages[indexNotAfter(pages, offset)]?.label ?? ''
}
