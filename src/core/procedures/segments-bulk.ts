import type { CorpusDocument } from '../../shared/analysis/corpus.ts'
import type { SegmentContext, SegmentQuestion, SegmentRow } from '../../shared/contract/segments.ts'
import type { Context } from '../context.ts'
import type { TextAtHand } from '../texts.ts'
import { textAround } from './segment-around.ts'
import { type Listing, listingOf } from './segment-listing.ts'
import { segmentOf } from './segment-numbers.ts'
import type { ListSection } from './segment-sections.ts'
import { listSegments, pageAt } from './segments-list.ts'

export interface ListedSegments extends Omit<Listing, 'rows'> {
  readonly rows: readonly SegmentRow[]
  readonly sections: readonly ListSection[]
}

/** Fewer rows than this are looked up one by one: quicker than going through the tables. */
const SCAN_FROM = 2000

/**
 * All rows of the list at once, for exports. Few come from the list itself; for many, most
 * of a row is in the columns already, and the rest is read in one pass over segments and
 * codings: a look-up a row costs twenty times as much.
 */
export function allSegments(
  ctx: Context,
  question: SegmentQuestion,
  context: SegmentContext = 'segment',
): ListedSegments {
  const listing = listingOf(ctx, question)
  const rows =
    listing.rows.length < SCAN_FROM
      ? listSegments(ctx, { ...question, context, limit: SCAN_FROM }).rows
      : readRows(ctx, listing.rows, context)
  return { ...listing, rows }
}

function readRows(ctx: Context, rows: Int32Array, context: SegmentContext): SegmentRow[] {
  const corpus = ctx.corpus.read()
  const { documents, codes, coders, codings, segments } = corpus
  const { segmentIds, codingIds } = ctx.corpus
  const stored = readStored(ctx)
  const documentBySlot = bySlot(documents)
  const codeBySlot = bySlot(codes)
  const coderBySlot = bySlot(coders)
  const coderById = new Map(coders.map(coder => [coder.id, coder]))
  const groupsOf = groupNames(ctx)
  let open: { readonly document: CorpusDocument; readonly atHand: TextAtHand } | undefined
  const read = (row: number): SegmentRow => {
    const segment = segmentOf(corpus, row)
    const document = documentBySlot[segments.document[segment]!]!
    if (open?.document !== document) open = { document, atHand: ctx.texts.of(document.id) }
    const { text, structure } = open.atHand
    const [start, end] = [segments.start[segment]!, segments.end[segment]!]
    const { number, comment, created, maker } = stored.segments.get(segmentIds[segment]!)!
    const code = row < 0 ? null : codeBySlot[codings.code[row]!]!
    const coder = row < 0 ? coderById.get(maker)! : coderBySlot[codings.coder[row]!]!
    return {
      segmentId: segmentIds[segment]!,
      codingId: row < 0 ? null : codingIds[row]!,
      reference: `${document.number}:${number}`,
      documentId: document.id,
      document: document.name,
      groups: groupsOf.get(document.id) ?? [],
      codeId: code?.id ?? null,
      code: code?.path ?? '',
      coderId: coder.id,
      coder: coder.name,
      start,
      end,
      page: pageAt(structure.pages, start),
      words: segments.words[segment]!,
      quote: text.slice(start, end),
      ...textAround(open.atHand, { start, end }, context),
      comment,
      created: row < 0 ? created : stored.coded.get(codingIds[row]!)!,
    } as SegmentRow // ids come from columns that only the procedures write
  }
  // document by document, whatever the order of the list is: each text is opened once
  const documentOf = (place: number) => segments.document[segmentOf(corpus, rows[place]!)]!
  const places = Array.from(rows, (_, place) => place).sort((a, b) => documentOf(a) - documentOf(b) || a - b)
  const found: SegmentRow[] = new Array(rows.length)
  for (const place of places) found[place] = read(rows[place]!)
  return found
}

interface StoredSegment {
  readonly number: number
  readonly comment: string
  readonly created: string
  readonly maker: string
}

/** What the columns do not hold. */
function readStored({ db }: Context) {
  const segments = new Map<string, StoredSegment>()
  const segmentRows = db
    .prepare<[], [string, number, string, string, string]>(
      'SELECT id, number, comment, created, created_by FROM segment',
    )
    .raw()
  for (const [id, number, comment, created, maker] of segmentRows.iterate())
    segments.set(id, { number, comment, created, maker })
  const codingRows = db.prepare<[], [string, string]>('SELECT id, created FROM coding').raw()
  return { segments, coded: new Map(codingRows.iterate()) }
}

function bySlot<T extends { readonly slot: number }>(list: readonly T[]): (T | undefined)[] {
  const placed: (T | undefined)[] = []
  for (const entry of list) placed[entry.slot] = entry
  return placed
}

function groupNames(ctx: Context): Map<string, string[]> {
  const { documents, groups } = ctx.corpus.read()
  const names = new Map<string, string[]>()
  for (const { name, members } of groups) {
    for (const member of members) {
      const { id } = documents[member]!
      names.set(id, [...(names.get(id) ?? []), name])
    }
  }
  return names
}
