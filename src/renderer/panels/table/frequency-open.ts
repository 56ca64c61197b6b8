import type { FrequencySpec } from '../../../shared/contract/analysis.ts'
import type { SegmentScope } from '../../../shared/contract/segments.ts'
import type { CodeId, DocumentId, GroupId } from '../../../shared/model/ids.ts'
import { listSegments } from '../../state/workspace.ts'

interface Part {
  readonly key: string
  readonly title: string
}

/** Every number is a door: the segments behind a cell, a row, a column or the whole table. Null: the total. */
export function openCell(spec: FrequencySpec, code: Part | null, column: Part | null): void {
  const parts = [code?.title, column?.title].filter(part => part !== undefined)
  listSegments(
    scopeOf(spec, code, column),
    parts.length === 0 ? 'All segments of the table' : parts.join(' · '),
  )
}

function scopeOf(spec: FrequencySpec, code: Part | null, column: Part | null): SegmentScope {
  const codeIds = code === null ? spec.codeIds : [code.key as CodeId]
  const inGroups = spec.columns === 'groups'
  const documentIds = column === null || inGroups ? spec.documentIds : [column.key as DocumentId]
  const groupIds = column !== null && inGroups ? [column.key as GroupId] : spec.groupIds
  return {
    ...(codeIds === undefined ? {} : { codeIds, withSubcodes: spec.aggregate }),
    ...(documentIds === undefined ? {} : { documentIds }),
    ...(groupIds === undefined ? {} : { groupIds }),
    ...(spec.coderIds === undefined ? {} : { coderIds: spec.coderIds }),
  }
}
