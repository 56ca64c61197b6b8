import { selectCodings } from '../../shared/analysis/select.ts'
import type { SegmentRow, SegmentScope } from '../../shared/contract/segments.ts'
import type { Context } from '../context.ts'

const DEFAULT_LIMIT = 500
const DEFAULT_CONTEXT = 80

interface ListInput {
  readonly scope?: SegmentScope | undefined
  readonly context?: number | undefined
  readonly offset?: number | undefined
  readonly limit?: number | undefined
}

/** Selects and orders on the columns; only the rows asked for are fetched from the file. */
export function listSegments(
  ctx: Context,
  { scope = {}, context = DEFAULT_CONTEXT, offset = 0, limit = DEFAULT_LIMIT }: ListInput,
) {
  const corpus = ctx.corpus.read()
  const selection = selectCodings(corpus, scope)
  const page = selection.codings.subarray(offset, offset + limit)
  const fetch = rowFetcher(ctx, context)
  return {
    total: selection.codings.length,
    segments: selection.segments,
    documents: selection.documents,
    rows: Array.from(page, coding => fetch(ctx.corpus.codingIds[coding]!)),
  }
}

interface RowRecord {
  codingId: string
  segmentId: string
  documentId: string
  documentNumber: number
  number: number
  document: string
  codeId: string
  coderId: string
  coder: string
  start: number
  end: number
  words: number
  comment: string
  created: string
}

function rowFetcher(ctx: Context, context: number): (codingId: string) => SegmentRow {
  const { codes, documents, groups } = ctx.corpus.read()
  const paths = new Map(codes.map(code => [code.id, code.path]))
  const groupNames = new Map<string, string[]>(documents.map(({ id }) => [id, []]))
  for (const group of groups)
    for (const member of group.members) groupNames.get(documents[member]!.id)!.push(group.name)
  const get = ctx.db.prepare<[string], RowRecord>(`
    SELECT c.id AS codingId, s.id AS segmentId, d.id AS documentId, d.number AS documentNumber, s.number, d.name AS document,
      c.code_id AS codeId, c.coder_id AS coderId, p.name AS coder, s."start", s."end", s.words, s.comment, c.created
    FROM coding c JOIN segment s ON s.id = c.segment_id JOIN document d ON d.id = s.document_id JOIN coder p ON p.id = c.coder_id
    WHERE c.id = ?`)
  return codingId => {
    const { documentNumber, number, ...row } = get.get(codingId)!
    const { text, structure } = ctx.texts.of(row.documentId)
    return {
      ...row,
      reference: `${documentNumber}:${number}`,
      groups: groupNames.get(row.documentId) ?? [],
      code: paths.get(row.codeId) ?? '',
      page: pageAt(structure.pages, row.start),
      quote: text.slice(row.start, row.end),
      before: text.slice(Math.max(0, row.start - context), row.start).toWellFormed(),
      after: text.slice(row.end, row.end + context).toWellFormed(),
    } as SegmentRow // ids come from columns that only these procedures write
  }
}

/** The label of the printed page on which `offset` lies; "" in documents without pages. */
function pageAt(pages: readonly { start: number; label: string }[], offset: number): string {
  let low = 0
  let high = pages.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (pages[middle]!.start <= offset) low = middle + 1
    else high = middle
  }
  return pages[low - 1]?.label ?? ''
}
