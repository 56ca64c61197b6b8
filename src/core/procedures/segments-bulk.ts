import type { CorpusDocument } from '../../shared/analysis/corpus.ts'
import { type Selection, selectCodings } from '../../shared/analysis/select.ts'
import type { SegmentRow, SegmentScope } from '../../shared/contract/segments.ts'
import type { Context } from '../context.ts'
import { listSegments } from './segments-list.ts'

export interface SegmentsInScope {
  readonly rows: readonly SegmentRow[]
  readonly total: number
  readonly segments: number
  readonly documents: number
}

/** Fewer rows than this are looked up one by one: quicker than going through the tables. */
const SCAN_FROM = 2000

/**
 * All rows of the list at once, without context, for exports. Few come from the list
 * itself; for many, most of a row is in the columns already, and the rest is read in one
 * pass over segments and codings: a look-up a row costs twenty times as much.
 */
export function segmentsInScope(ctx: Context, scope: SegmentScope): SegmentsInScope {
  const selection = selectCodings(ctx.corpus.read(), scope)
  const { length: total } = selection.codings
  if (total < SCAN_FROM) return listSegments(ctx, { scope, context: 0, limit: SCAN_FROM })
  const { segments, documents } = selection
  return { rows: readRows(ctx, selection), total, segments, documents }
}

function readRows(ctx: Context, { codings: selected }: Selection): SegmentRow[] {
  const { documents, codes, coders, codings, segments } = ctx.corpus.read()
  const { segmentIds, codingIds } = ctx.corpus
  const stored = readStored(ctx)
  const documentBySlot = bySlot(documents)
  const codeBySlot = bySlot(codes)
  const coderBySlot = bySlot(coders)
  const groupsOf = groupNames(ctx)
  let open: OpenDocument | undefined
  return Array.from(selected, coding => {
    const segment = codings.segment[coding]!
    const document = documentBySlot[segments.document[segment]!]!
    if (open?.id !== document.id) open = openDocument(ctx, document)
    const code = codeBySlot[codings.code[coding]!]!
    const coder = coderBySlot[codings.coder[coding]!]!
    const [start, end] = [segments.start[segment]!, segments.end[segment]!]
    const { number, comment } = stored.segments.get(segmentIds[segment]!)!
    return {
      segmentId: segmentIds[segment]!,
      codingId: codingIds[coding]!,
      reference: `${document.number}:${number}`,
      documentId: document.id,
      document: document.name,
      groups: groupsOf.get(document.id) ?? [],
      codeId: code.id,
      code: code.path,
      coderId: coder.id,
      coder: coder.name,
      start,
      end,
      page: open.pageAt(start),
      words: segments.words[segment]!,
      quote: open.text.slice(start, end),
      before: '',
      after: '',
      comment,
      created: stored.created.get(codingIds[coding]!)!,
    } as SegmentRow // ids come from columns that only the procedures write
  })
}

/** What the columns do not hold. */
function readStored({ db }: Context) {
  const segments = new Map<string, { number: number; comment: string }>()
  const segmentRows = db
    .prepare<[], [string, number, string]>('SELECT id, number, comment FROM segment')
    .raw()
  for (const [id, number, comment] of segmentRows.iterate()) segments.set(id, { number, comment })
  const codingRows = db.prepare<[], [string, string]>('SELECT id, created FROM coding').raw()
  return { segments, created: new Map(codingRows.iterate()) }
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

interface OpenDocument {
  readonly id: string
  readonly text: string
  /** the printed page at an offset; asked in the order of the text */
  pageAt(offset: number): string
}

function openDocument(ctx: Context, { id }: CorpusDocument): OpenDocument {
  const { text, structure } = ctx.texts.of(id)
  const { pages } = structure
  let next = 0
  return {
    id,
    text,
    pageAt: offset => {
      while (next < pages.length && pages[next]!.start <= offset) next++
      return pages[next - 1]?.label ?? ''
    },
  }
}
