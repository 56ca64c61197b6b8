import type { DocumentInfo } from '../../../shared/contract/documents.ts'
import type { DocumentGroup } from '../../../shared/contract/groups.ts'
import type { DocumentId, GroupId } from '../../../shared/model/ids.ts'
import { foldText } from '../../../shared/text/fold.ts'
import type { TreeRow } from '../../ui/tree/tree-row.ts'

export interface GroupRow extends TreeRow {
  readonly kind: 'group'
  /** null: the documents that are in no group */
  readonly groupId: GroupId | null
  readonly count: number
}
/** A document in several groups has a row in each. */
export interface DocumentRow extends TreeRow {
  readonly kind: 'document'
  readonly groupId: GroupId | null
  readonly document: DocumentInfo
}
export type Row = GroupRow | DocumentRow

export const SORTS = ['project', 'name', 'codings', 'words'] as const
export type DocumentSort = (typeof SORTS)[number]

interface Shape {
  readonly query: string
  readonly sort: DocumentSort
  readonly collapsed: ReadonlySet<string>
}

export const NO_GROUP = 'none'
export const groupKey = (id: GroupId | null): string => `group:${id ?? NO_GROUP}`
const documentKey = (groupId: GroupId | null, id: DocumentId): string => `${groupId ?? NO_GROUP}:${id}`

/** The rows to show: a plain list, or below headings where there are groups. */
export function documentRows(
  documents: readonly DocumentInfo[],
  groups: readonly DocumentGroup[],
  shape: Shape,
): Row[] {
  const words = foldText(shape.query).split(/\s+/).filter(Boolean)
  const fits = ({ name }: DocumentInfo) => words.every(word => foldText(name).includes(word))
  const shown = sorted(documents.filter(fits), shape.sort)
  if (groups.length === 0) return shown.map((document, index) => row(document, null, 1, index, shown.length))
  const headings = [
    ...groups.map(({ id, name }) => ({
      id,
      name,
      members: shown.filter(({ groupIds }) => groupIds.includes(id)),
    })),
    { id: null, name: 'No group', members: shown.filter(({ groupIds }) => groupIds.length === 0) },
  ]
  const filtered = words.length > 0
  // an empty group can be dropped on; the heading of those without a group says nothing when there are none
  const kept = headings.filter(({ id, members }) => members.length > 0 || (id !== null && !filtered))
  return kept.flatMap(({ id, name, members }, at) => {
    const isOpen = filtered || !shape.collapsed.has(groupKey(id))
    const heading: GroupRow = {
      kind: 'group',
      key: groupKey(id),
      groupId: id,
      level: 1,
      text: name,
      count: members.length,
      expanded: members.length === 0 ? null : isOpen,
      position: at + 1,
      size: kept.length,
    }
    const below = isOpen ? members : []
    return [heading, ...below.map((document, index) => row(document, id, 2, index, members.length))]
  })
}

function row(
  document: DocumentInfo,
  groupId: GroupId | null,
  level: number,
  index: number,
  size: number,
): DocumentRow {
  const key = documentKey(groupId, document.id)
  return {
    kind: 'document',
    key,
    groupId,
    document,
    level,
    expanded: null,
    text: document.name,
    position: index + 1,
    size,
  }
}

const byName = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })

function sorted(documents: readonly DocumentInfo[], sort: DocumentSort): readonly DocumentInfo[] {
  if (sort === 'project') return documents
  if (sort === 'name') return documents.toSorted((a, b) => byName.compare(a.name, b.name))
  return documents.toSorted((a, b) => b[sort] - a[sort])
}

/** The documents that are selected, each once, in the order of their rows. */
export function selectedDocuments(rows: readonly Row[], selected: ReadonlySet<string>): DocumentInfo[] {
  const found = rows.filter(one => one.kind === 'document').filter(one => selected.has(one.key))
  return [...new Map(found.map(({ document }) => [document.id, document])).values()]
}

/**
 * Where a document goes for a step up or down among the rows of its group: before which
 * document of the whole project (null: last). Undefined: there is no further to go.
 */
export function stepPlace(
  rows: readonly Row[],
  documents: readonly DocumentInfo[],
  key: string,
  step: 1 | -1,
): DocumentId | null | undefined {
  const mine = rows.find(one => one.key === key)
  if (mine?.kind !== 'document') return undefined
  const group = rows
    .filter(one => one.kind === 'document')
    .filter(({ groupId }) => groupId === mine.groupId)
    .map(({ document }) => document.id)
  const neighbour = group[group.indexOf(mine.document.id) + step]
  if (neighbour === undefined) return undefined
  if (step === -1) return neighbour
  const order = documents.map(({ id }) => id).filter(id => id !== mine.document.id)
  return order[order.indexOf(neighbour) + 1] ?? null
}

/** Which row has the keys when these documents are gone. */
export function rowAfter(rows: readonly Row[], doomed: readonly DocumentId[]): string | null {
  const gone = (one: Row) => one.kind === 'document' && doomed.includes(one.document.id)
  const at = rows.findIndex(gone)
  const stays = (one: Row) => one.kind === 'document' && !gone(one)
  return (rows.slice(at).find(stays) ?? rows.slice(0, Math.max(0, at)).findLast(stays))?.key ?? null
}
