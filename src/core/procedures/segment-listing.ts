import { placesBySlot } from '../../shared/analysis/code-counts.ts'
import type { Corpus } from '../../shared/analysis/corpus.ts'
import { selectCodings } from '../../shared/analysis/select.ts'
import type { SegmentQuestion, SegmentScope } from '../../shared/contract/segments.ts'
import type { Context } from '../context.ts'
import type { LiveCorpus } from '../corpus.ts'
import { freeSegments, makersOf } from './free-segments.ts'
import { type RowNumber, segmentOf } from './segment-numbers.ts'
import { inSections, type ListSection } from './segment-sections.ts'
import { sortRows } from './segment-sorting.ts'
import { withWords } from './segment-words.ts'

/** The list that a question asks for, as numbers: rows are only fetched when they are looked at. */
export interface Listing {
  /** by `RowNumber` */
  readonly rows: Int32Array
  readonly segments: number
  readonly documents: number
  /** how many of the rows are free segments */
  readonly free: number
  readonly sections: readonly ListSection[]
}

/** Rows in the order of documents and text. */
interface Selection extends Pick<Listing, 'rows' | 'segments' | 'documents' | 'free'> {
  /** who made the free segments among them */
  readonly makers: ReadonlyMap<RowNumber, string>
}

const MOST_KEPT = 12
const kept = new WeakMap<LiveCorpus, Map<string, { readonly at: number; readonly made: unknown }>>()

/**
 * Made once and kept until the project changes: a list is selected and ordered once for all
 * its pages. The words of comments are in no column, so what goes by words minds every change.
 */
function keep<T>(ctx: Context, key: string, byWords: boolean, make: () => T): T {
  const lists = kept.get(ctx.corpus) ?? new Map<string, { readonly at: number; readonly made: unknown }>()
  kept.set(ctx.corpus, lists)
  const at = byWords ? ctx.corpus.changes.rows : ctx.corpus.changes.columns
  const known = lists.get(key)
  const made = known?.at === at ? (known.made as T) : make() // a key is always asked for with the same kind of maker
  lists.delete(key)
  lists.set(key, { at, made })
  const [oldest] = lists.keys()
  if (lists.size > MOST_KEPT && oldest !== undefined) lists.delete(oldest)
  return made
}

export function listingOf(ctx: Context, { scope = {}, ...question }: SegmentQuestion): Listing {
  const { order = 'document', descending = false, grouping = 'none' } = question
  const byWords = scope.words !== undefined
  const scopeKey = JSON.stringify(scope)
  return keep(ctx, `${order} ${descending} ${grouping} ${scopeKey}`, byWords, () => {
    const { makers, ...selection } = keep(ctx, `selection ${scopeKey}`, byWords, () => select(ctx, scope))
    const sorted = sortRows(ctx, selection.rows, { order, descending, makers })
    return { ...selection, ...inSections(ctx.corpus.read(), sorted, grouping, makers) }
  })
}

function select(ctx: Context, scope: SegmentScope): Selection {
  const corpus = ctx.corpus.read()
  const coded = scope.free === 'only' ? NONE : selectCodings(corpus, scope).codings
  const free = scope.free === 'with' || scope.free === 'only' ? freeSegments(ctx, scope) : NONE
  const rows = withWords(ctx, merge(corpus, coded, free), scope.words)
  return { rows, makers: makersOf(ctx, free), ...countsOf(corpus, rows) }
}

const NONE = new Int32Array(0)

/** Both in the order of documents and text already; where they share their place the coding comes first. */
function merge(corpus: Corpus, coded: Int32Array, free: Int32Array): Int32Array {
  if (free.length === 0) return coded
  const { segments } = corpus
  const place = placesBySlot(corpus.documents)
  const isBefore = (a: number, b: number): boolean => {
    const byDocument = place[segments.document[a]!]! - place[segments.document[b]!]!
    return (byDocument || segments.start[a]! - segments.start[b]! || segments.end[b]! - segments.end[a]!) < 0
  }
  const merged = new Int32Array(coded.length + free.length)
  let [fromCoded, fromFree] = [0, 0]
  for (let at = 0; at < merged.length; at++) {
    const isFree =
      fromCoded === coded.length ||
      (fromFree < free.length && isBefore(~free[fromFree]!, segmentOf(corpus, coded[fromCoded]!)))
    merged[at] = isFree ? free[fromFree++]! : coded[fromCoded++]!
  }
  return merged
}

function countsOf(corpus: Corpus, rows: Int32Array): Omit<Selection, 'rows' | 'makers'> {
  const seenSegment = new Uint8Array(corpus.segments.length)
  const seenDocument = new Set<number>()
  let [segments, free] = [0, 0]
  for (const row of rows) {
    if (row < 0) free++
    const segment = segmentOf(corpus, row)
    if (seenSegment[segment] === 1) continue
    seenSegment[segment] = 1
    segments++
    seenDocument.add(corpus.segments.document[segment]!)
  }
  return { segments, documents: seenDocument.size, free }
}
