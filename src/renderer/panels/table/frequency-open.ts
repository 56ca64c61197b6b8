import type { FrequencySpec } from '../../../shared/contract/analysis.ts'
import type { Code } from '../../../shared/contract/codes.ts'
import type { SegmentScope } from '../../../shared/contract/segments.ts'
import type { CodeId, DocumentId, GroupId } from '../../../shared/model/ids.ts'
import type { Table } from '../../../shared/model/table.ts'
import { listSegments } from '../../state/workspace.ts'

export interface Part {
  readonly key: string
  readonly title: string
}

/** What a door of the table leads to. Null: the total. `branch`: a heading, which stands for all below it. */
export interface Door {
  readonly code: (Part & { readonly branch?: boolean }) | null
  readonly column: Part | null
}

/** Every number is a door: the segments behind a cell, a row, a column or the whole table. */
export function openDoor(spec: FrequencySpec, table: Table, codes: readonly Code[], door: Door): void {
  const parts = [door.code?.title, door.column?.title].filter(part => part !== undefined)
  const title = parts.length === 0 ? 'All segments of the table' : parts.join(' · ')
  listSegments(scopeOf(spec, table, codes, door), title)
}

export function scopeOf(
  spec: FrequencySpec,
  table: Table,
  codes: readonly Code[],
  { code, column }: Door,
): SegmentScope {
  const codeIds = code === null ? countedCodes(spec, codes) : [code.key as CodeId]
  const inGroups = spec.columns === 'groups'
  const documentIds = column === null || inGroups ? spec.documentIds : [column.key as DocumentId]
  return {
    ...(codeIds === undefined ? {} : { codeIds, withSubcodes: spec.aggregate || code?.branch === true }),
    ...(documentIds === undefined ? {} : { documentIds }),
    ...groupsOf(spec, table, column),
    ...(spec.coderIds === undefined ? {} : { coderIds: spec.coderIds }),
  }
}

/** The total counts documents that are in a group; those in none are not in the table. */
function groupsOf(spec: FrequencySpec, table: Table, column: Part | null): { groupIds?: GroupId[] } {
  if (spec.columns !== 'groups') return spec.groupIds === undefined ? {} : { groupIds: spec.groupIds }
  const columns = column === null ? table.columns.filter(({ role }) => role === 'value') : [column]
  return { groupIds: columns.map(({ key }) => key as GroupId) }
}

/** Codings on a heading of the tree are in no row unless sub-codes are counted: then the list leaves them out too. */
function countedCodes({ codeIds, aggregate }: FrequencySpec, codes: readonly Code[]): CodeId[] | undefined {
  const someOnHeadings = codes.some(({ codable, segments }) => !codable && segments > 0)
  if (codeIds !== undefined || aggregate || !someOnHeadings) return codeIds
  return codes.filter(({ codable }) => codable).map(({ id }) => id)
}
