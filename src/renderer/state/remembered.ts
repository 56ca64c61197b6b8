import { SEGMENT_CONTEXTS, SEGMENT_GROUPINGS, SegmentScope } from '../../shared/contract/segments.ts'
import { type CodeId, DocumentId } from '../../shared/model/ids.ts'
import { z } from '../../shared/model/zod.ts'
import { type ListChoices, SORTINGS, type Sorting, USUAL_CHOICES } from '../panels/segments/list-choices.ts'
import { type KeptPlace, keptPlaces } from './places.ts'
import type { Workspace } from './workspace.ts'

/** What is open and where one reads, from one time a project is opened to the next. Kept on this machine, not in the project. */
export type Remembered = Pick<
  Workspace,
  'paneId' | 'tabs' | 'documentId' | 'beside' | 'together' | 'drawer'
> & {
  readonly places: readonly KeptPlace[]
  /** how the list of segments is ordered and shown */
  readonly list: ListChoices
}

/** What there is in the project now: what else is remembered is dropped. */
export interface Known {
  readonly documents: ReadonlySet<DocumentId>
  readonly codes: ReadonlySet<CodeId>
}

const PROJECTS_KEY = 'postil.windows'
const MOST_PROJECTS = 30

/** Where this project's window is kept. Those of projects not opened for long are thrown away: there is not room for all. */
export function rememberedKey(projectId: string): string {
  const stored = z.array(z.string()).safeParse(parsed(localStorage.getItem(PROJECTS_KEY) ?? '[]'))
  const others = (stored.success ? stored.data : []).filter(id => id !== projectId)
  const recent = [projectId, ...others]
  for (const id of recent.slice(MOST_PROJECTS)) localStorage.removeItem(keyOf(id))
  localStorage.setItem(PROJECTS_KEY, JSON.stringify(recent.slice(0, MOST_PROJECTS)))
  return keyOf(projectId)
}

const keyOf = (projectId: string) => `postil.window.${projectId}`

export function writeRemembered(open: Workspace, { sorting, grouping, context }: ListChoices): string {
  const { paneId, tabs, documentId, beside, together, drawer } = open
  const places = keptPlaces().map(({ paneId, documentId, place }) => [
    paneId,
    documentId,
    place.top,
    place.caret,
  ])
  const list = { sorting, grouping, context }
  return JSON.stringify({ paneId, tabs, documentId, beside, together, drawer, places, list })
}

const PaneName = z.enum(['a', 'b'])
const Offset = z.int().min(0)
const Drawer = z.object({ scope: SegmentScope, title: z.string() })
const Kept = z
  .tuple([PaneName, DocumentId, Offset, Offset])
  .transform(([paneId, documentId, top, caret]): KeptPlace => ({ paneId, documentId, place: { top, caret } }))
const List = z.object({
  sorting: z.enum(Object.keys(SORTINGS) as [Sorting, ...Sorting[]]).catch(USUAL_CHOICES.sorting),
  grouping: z.enum(SEGMENT_GROUPINGS).catch(USUAL_CHOICES.grouping),
  context: z.enum(SEGMENT_CONTEXTS).catch(USUAL_CHOICES.context),
})
const Stored = z.object({
  paneId: PaneName,
  tabs: z.array(DocumentId),
  documentId: DocumentId.nullable(),
  beside: z
    .object({
      id: PaneName,
      tabs: z.array(DocumentId),
      documentId: DocumentId.nullable(),
      side: z.enum(['left', 'right']),
    })
    .nullable()
    .catch(null),
  together: z.boolean().catch(false),
  drawer: Drawer.nullable().catch(null),
  places: z.array(Kept).catch([]),
  list: List.catch(USUAL_CHOICES),
})

/** Null where nothing can be made of what was kept: the window then begins with nothing open. */
export function readRemembered(text: string | null, known: Known): Remembered | null {
  const stored = text === null ? null : Stored.safeParse(parsed(text))
  if (!stored?.success) return null
  const { paneId, tabs, documentId, beside, together, drawer, places, list } = stored.data
  const one = { id: paneId, ...existing({ tabs, documentId }, known) }
  const two = beside && beside.id !== paneId ? { ...beside, ...existing(beside, known) } : null
  const active = one.tabs.length === 0 && two ? two : one
  return {
    paneId: active.id,
    tabs: active.tabs,
    documentId: active.documentId,
    beside: two && one.tabs.length > 0 && two.tabs.length > 0 ? two : null,
    together,
    drawer: drawer && isKnown(drawer.scope, known) ? drawer : null,
    places: places.filter(place => known.documents.has(place.documentId)),
    list,
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    console.warn('what was open the last time could not be read; nothing is open', error)
    return null
  }
}

/** A pane without what is gone: in its place its neighbour is shown. */
function existing(
  { tabs, documentId }: { tabs: readonly DocumentId[]; documentId: DocumentId | null },
  { documents }: Known,
) {
  const there = [...new Set(tabs)].filter(id => documents.has(id))
  const isThere = documentId !== null && there.includes(documentId)
  return { tabs: there, documentId: isThere ? documentId : (there[0] ?? null) }
}

const isKnown = ({ codeIds = [], documentIds = [] }: SegmentScope, { codes, documents }: Known): boolean =>
  codeIds.every(id => codes.has(id)) && documentIds.every(id => documents.has(id))
