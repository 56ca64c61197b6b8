import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Coder } from '../../shared/contract/coders.ts'
import type { Code } from '../../shared/contract/codes.ts'
import type { Segment } from '../../shared/contract/segments.ts'
import type { CodeId, CoderId, CodingId, DocumentId, SegmentId } from '../../shared/model/ids.ts'
import type { Span } from '../../shared/model/span.ts'
import type { Structure } from '../../shared/model/structure.ts'
import type { Spot } from '../ui/popover-at.tsx'
import type { Confirmed } from './confirmed.ts'
import { ANYHOW, type FindHow } from './find.ts'
import type { FindHint } from './find-hints.ts'
import { type MarginFilter, NO_FILTER } from './margin-filter.ts'
import type { Fresh } from './naming.ts'
import { indexSegments, type SegmentIndex } from './segment-index.ts'
import { TextView } from './text-view/text-view.ts'
import { createUnits, type Units } from './units.ts'
import type { DocumentView } from './view.ts'

/** What the core said last, in the shapes the reader asks for. */
export interface ReaderData {
  /** those that the filter of the margin lets through, with the codings that it lets through */
  readonly segments: SegmentIndex
  /** all of the document: what is filtered out is there all the same */
  readonly every: SegmentIndex
  /** names, paths and looks; their counts may be of an earlier time */
  readonly code: ReadonlyMap<CodeId, Code>
  readonly coder: ReadonlyMap<CoderId, Coder>
  readonly me: CoderId | null
}

/** A bar of the margin that is pointed at; a segment without codes has a bar without a coding. */
export interface Pointed {
  readonly segmentId: SegmentId
  readonly codingId: CodingId | null
}

export interface Finding {
  readonly words: string
  readonly how: FindHow
  readonly hits: readonly Span[]
  /** index of the hit one is at; -1 where there is none */
  readonly current: number
  readonly isOpen: boolean
  /** what may help where nothing was found */
  readonly hint: FindHint | null
}

export interface ReaderMenu {
  readonly spot: Spot
  readonly about:
    | { readonly kind: 'segments'; readonly ids: readonly SegmentId[] }
    | { readonly kind: 'text' }
    | { readonly kind: 'coding'; readonly segmentId: SegmentId; readonly codingId: CodingId | null }
}

/** What is going on in this reader; gone with it. */
export interface ReaderState {
  readonly pointed: Pointed | null
  /** segments under the pointer in the text */
  readonly under: readonly SegmentId[]
  /** the bar of verbs below the selection */
  readonly isBarShown: boolean
  /** the segment whose comment is written; a fresh one goes again if nothing is written */
  readonly commenting: { readonly segmentId: SegmentId; readonly isFresh: boolean } | null
  /** what the picker is open for: to code a passage, or to arm the text marker */
  readonly pickFor: 'code' | 'marker'
  /** where M has marked a start */
  readonly markStart: number | null
  /** a menu over the text: of the segments at a place, or of what can be done there */
  readonly menu: ReaderMenu | null
  readonly filter: MarginFilter
  /** the line in which one says where to go */
  readonly isGoing: boolean
  readonly finding: Finding
  /** a segment on its way to another size: what is shown until the core has said it is so */
  readonly resizing: { readonly segmentId: SegmentId; readonly span: Span } | null
  readonly confirmed: readonly Confirmed[]
  /** the code that was last made of the words of a passage, until something else is coded */
  readonly fresh: Fresh | null
}

export interface ReaderModel {
  readonly documentId: DocumentId
  readonly name: string
  readonly text: string
  readonly structure: Structure
  readonly units: Units
  readonly view: DocumentView
  readonly store: StoreApi<ReaderState>
  /** kept up to date by the component that asks the core */
  data: ReaderData
}

export function createModel(
  documentId: DocumentId,
  name: string,
  text: string,
  structure: Structure,
): ReaderModel {
  const units = createUnits(text, structure)
  return {
    documentId,
    name,
    text,
    structure,
    units,
    view: new TextView(text, structure, units, name),
    data: {
      segments: indexSegments([]),
      every: indexSegments([]),
      code: new Map(),
      coder: new Map(),
      me: null,
    },
    store: createStore<ReaderState>(() => ({
      pointed: null,
      under: [],
      isBarShown: false,
      commenting: null,
      pickFor: 'code',
      markStart: null,
      menu: null,
      filter: NO_FILTER,
      isGoing: false,
      finding: { words: '', how: ANYHOW, hits: [], current: -1, isOpen: false, hint: null },
      resizing: null,
      confirmed: [],
      fresh: null,
    })),
  }
}

/** The names of the codes on a segment, each once, in the order in which they were put on. */
export function codeNames(segment: Segment, { code }: ReaderData): string[] {
  return [...new Set(segment.codings.map(({ codeId }) => codeId))].flatMap(id => code.get(id)?.name ?? [])
}

/** The passage of a segment as it is shown: while it is being resized, what it will be. */
export function spanOf(segment: Segment, { resizing }: Pick<ReaderState, 'resizing'>): Span {
  return resizing?.segmentId === segment.id ? resizing.span : segment
}
