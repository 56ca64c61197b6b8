import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Coder } from '../../shared/contract/coders.ts'
import type { Code } from '../../shared/contract/codes.ts'
import type { Segment } from '../../shared/contract/segments.ts'
import type { CodeId, CoderId, CodingId, DocumentId, SegmentId } from '../../shared/model/ids.ts'
import type { Area } from '../../shared/model/page-layout.ts'
import type { Span } from '../../shared/model/span.ts'
import type { Structure } from '../../shared/model/structure.ts'
import type { Spot } from '../ui/popover-at.tsx'
import type { MovingArea } from './areas/area-model.ts'
import type { Confirmed } from './confirmed.ts'
import { ANYHOW, type FindHow } from './find.ts'
import type { FindHint } from './find-hints.ts'
import { type MarginFilter, NO_FILTER } from './margin-filter.ts'
import type { Fresh } from './naming.ts'
import type { PdfView } from './pdf-view/pdf-view.ts'
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
  /** an area that was drawn and is not coded yet */
  readonly draft: Area | null
  /** the next drag on a page draws an area */
  readonly isDrawing: boolean
  /** an area on its way to another place or size */
  readonly movingArea: MovingArea | null
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
  /** the view, where it shows printed pages */
  readonly printed: PdfView | null
  /** how a document that can be shown both ways is shown; null where there is no choice */
  readonly shownAs: 'pages' | 'text' | null
  /** why a file that has printed pages is shown without them */
  readonly noPages: string | null
  readonly store: StoreApi<ReaderState>
  /** kept up to date by the component that asks the core */
  data: ReaderData
}

/** What a document is beyond its text: pages that can be shown, as they were printed or not. */
export interface ShownPages extends Pick<ReaderModel, 'shownAs' | 'noPages'> {
  /** null: it is shown as text */
  readonly open: ((readable: Omit<Readable, 'view'>) => PdfView) | null
}

type Readable = Pick<ReaderModel, 'documentId' | 'name' | 'text' | 'structure' | 'units' | 'view'>

const NO_PAGES: ShownPages = { open: null, shownAs: null, noPages: null }

export function createModel(
  documentId: DocumentId,
  name: string,
  text: string,
  structure: Structure,
  pages: ShownPages = NO_PAGES,
): ReaderModel {
  const units = createUnits(text, structure)
  const printed = pages.open?.({ documentId, name, text, structure, units }) ?? null
  return {
    documentId,
    name,
    text,
    structure,
    units,
    view: printed ?? new TextView(text, structure, units, name),
    printed,
    shownAs: pages.shownAs,
    noPages: pages.noPages,
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
      draft: null,
      isDrawing: false,
      movingArea: null,
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
