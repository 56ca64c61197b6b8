import type { CorpusDocument } from '../../shared/analysis/corpus.ts'
import { sortedByKeys } from '../../shared/analysis/text-order.ts'
import type { SegmentContext, SegmentQuestion, SegmentRow } from '../../shared/contract/segments.ts'
import type { Context } from '../context.ts'
import { statement } from '../db/sql.ts'
import { createPace } from '../exchange/segments/pace.ts'
import type { TextAtHand } from '../texts.ts'
import { areasBySegment } from './segment-areas.ts'
import { type Listing, listingOf } from './segment-listing.ts'
import { segmentOf } from './segment-numbers.ts'
import type { ListSection } from './segment-sections.ts'
import { commentsBySegment } from './segment-words.ts'
import { listSegments, placeInText } from './segments-list.ts'

export interface ListedSegments extends Omit<Listing, 'rows'> {
  readonly rows: readonly SegmentRow[]
  readonly sections: readonly ListSection[]
}

interface Wanted {
  readonly context: SegmentContext
  /** when each was coded is asked for; otherwise `created` is "" */
  readonly times: boolean
}

/** Fewer rows than this are looked up one by one: quicker than going through the tables. */
const SCAN_FROM = 2000
/** A list that changes while it is read is read again; one that changes all the time, at last in one go. */
const TRIES = 3

/**
 * All rows of the list at once, for exports. Few come from the list itself; for many, most
 * of a row is in the columns already, and the rest is read in one pass: a look-up a row
 * costs twenty times as much. Others have their turn while it is read.
 */
export async function allSegments(
  ctx: Context,
  question: SegmentQuestion,
  wanted: Wanted,
): Promise<ListedSegments> {
  for (let tried = 1; ; tried++) {
    const listing = listingOf(ctx, question)
    if (listing.rows.length < SCAN_FROM) {
      const { rows } = listSegments(ctx, { ...question, context: wanted.context, limit: SCAN_FROM })
      return { ...listing, rows }
    }
    const rows = await readRows(ctx, listing.rows, wanted, tried === TRIES ? null : createPace())
    if (rows) return { ...listing, rows }
  }
}

/** Without a pace all is read in one go. null: the project has changed meanwhile. */
async function readRows(
  ctx: Context,
  rows: Int32Array,
  wanted: Wanted,
  pace: ReturnType<typeof createPace> | null,
): Promise<SegmentRow[] | null> {
  const before = ctx.corpus.changes.rows
  const read = rowReader(ctx, wanted)
  const found: SegmentRow[] = new Array(rows.length)
  for (const place of documentByDocument(ctx, rows)) {
    found[place] = read(rows[place]!)
    if (!pace?.isDue()) continue
    await pace.rest()
    if (ctx.corpus.changes.rows !== before) return null
  }
  return found
}

/** Whatever the order of the list is, each text is opened once. */
function documentByDocument(ctx: Context, rows: Int32Array): Int32Array {
  const corpus = ctx.corpus.read()
  const places = new Int32Array(rows.length)
  const keys = new Int32Array(rows.length)
  for (let place = 0; place < rows.length; place++) {
    places[place] = place
    keys[place] = corpus.segments.document[segmentOf(corpus, rows[place]!)]!
  }
  return sortedByKeys(places, keys)
}

function rowReader(ctx: Context, { context, times }: Wanted): (row: number) => SegmentRow {
  const corpus = ctx.corpus.read()
  const { documents, codes, coders, codings, segments } = corpus
  const { segmentIds, codingIds, segmentNumbers } = ctx.corpus
  const comments = commentsBySegment(ctx)
  const areas = areasBySegment(ctx)
  const coded = times ? codingTimes(ctx) : null
  const documentBySlot = bySlot(documents)
  const codeBySlot = bySlot(codes)
  const coderBySlot = bySlot(coders)
  const coderById = new Map(coders.map(coder => [coder.id, coder]))
  const groupsOf = groupNames(ctx)
  let open: { readonly document: CorpusDocument; readonly atHand: TextAtHand } | undefined
  return row => {
    const segment = segmentOf(corpus, row)
    const id = segmentIds[segment]!
    const document = documentBySlot[segments.document[segment]!]!
    if (open?.document !== document) open = { document, atHand: ctx.texts.inPassing(document.id) }
    const [start, end] = [segments.start[segment]!, segments.end[segment]!]
    const free = row < 0 ? madeBy(ctx, id) : null
    const code = free ? null : codeBySlot[codings.code[row]!]!
    const coder = free ? coderById.get(free.maker)! : coderBySlot[codings.coder[row]!]!
    return {
      segmentId: id,
      codingId: free ? null : codingIds[row]!,
      reference: `${document.number}:${segmentNumbers.values[segment]!}`,
      documentId: document.id,
      document: document.name,
      groups: groupsOf.get(document.id) ?? [],
      codeId: code?.id ?? null,
      code: code?.path ?? '',
      coderId: coder.id,
      coder: coder.name,
      start,
      end,
      words: segments.words[segment]!,
      ...placeInText(open.atHand, { start, end }, areas.get(id), context),
      comment: comments.get(id) ?? '',
      created: free?.created ?? coded?.get(codingIds[row]!) ?? '',
    } as SegmentRow // ids come from columns that only the procedures write
  }
}

const madeBy = ({ db }: Context, segmentId: string) =>
  statement<[string], { created: string; maker: string }>(
    db,
    'SELECT created, created_by AS maker FROM segment WHERE id = ?',
  ).get(segmentId)!

const codingTimes = ({ db }: Context): ReadonlyMap<string, string> =>
  new Map(db.prepare<[], [string, string]>('SELECT id, created FROM coding').raw().iterate())

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
