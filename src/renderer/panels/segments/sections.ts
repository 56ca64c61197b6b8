import type { FrequencySpec } from '../../../shared/contract/analysis.ts'
import type { Code } from '../../../shared/contract/codes.ts'
import type { SegmentScope } from '../../../shared/contract/segments.ts'
import { splitPath } from '../../../shared/model/code-path.ts'
import type { CodeId } from '../../../shared/model/ids.ts'
import type { Table } from '../../../shared/model/table.ts'

export const GROUPINGS = { none: 'Not grouped', document: 'By document', code: 'By code' } as const
export type Grouping = keyof typeof GROUPINGS

/** A run of rows under one heading: which list it is cut from, where it begins there, how long it is. */
export interface Section {
  readonly key: string
  readonly title: string
  readonly codeId: CodeId | null
  readonly count: number
  readonly scope: SegmentScope
  readonly offset: number
}

/**
 * The question that says how many codings lie in each section without fetching one of them.
 * It counts branches, since only then codings on headings of the tree are in it too.
 */
export function countingSpec({ documentIds, groupIds, coderIds }: SegmentScope): Partial<FrequencySpec> {
  return {
    measure: 'codings',
    aggregate: true,
    hideEmptyRows: true,
    hideEmptyColumns: true,
    ...(documentIds === undefined ? {} : { documentIds }),
    ...(groupIds === undefined ? {} : { groupIds }),
    ...(coderIds === undefined ? {} : { coderIds }),
  }
}

export const oneSection = (scope: SegmentScope, total: number): Section[] =>
  total === 0 ? [] : [{ key: 'all', title: '', codeId: null, count: total, scope, offset: 0 }]

/** `codes` in tree order; `table` answers `countingSpec`. Sections without rows are left out. */
export function sectionsBy(
  grouping: 'document' | 'code',
  scope: SegmentScope,
  codes: readonly Code[],
  table: Table,
): Section[] {
  const own = ownCounts(codes, table)
  const inScope = codesOf(scope, codes)
  return grouping === 'code'
    ? inScope.flatMap(code => codeSection(scope, code, sum(own.get(code.id) ?? [])))
    : documentSections(scope, inScope, own, table)
}

function codeSection(scope: SegmentScope, { id, path }: Code, count: number): Section[] {
  if (count === 0) return []
  const only = { ...scope, codeIds: [id], withSubcodes: false }
  return [{ key: id, title: splitPath(path).join(' › '), codeId: id, count, scope: only, offset: 0 }]
}

/** The list is in the order of documents already, so that its sections follow one another in it. */
function documentSections(
  scope: SegmentScope,
  codes: readonly Code[],
  own: ReadonlyMap<string, readonly number[]>,
  table: Table,
): Section[] {
  const sections: Section[] = []
  let offset = 0
  valueColumns(table).forEach(({ key, title }, column) => {
    const count = codes.reduce((total, { id }) => total + (own.get(id)?.[column] ?? 0), 0)
    if (count > 0) sections.push({ key, title, codeId: null, count, scope, offset })
    offset += count
  })
  return sections
}

/** Codings of each code itself by column: those of its branch less those of its children's branches. */
function ownCounts(codes: readonly Code[], table: Table): Map<string, number[]> {
  const width = valueColumns(table).length
  const own = new Map<string, number[]>(
    table.rows.map(({ key, cells }) => [key, cells.slice(1, width + 1).map(cell => Number(cell ?? 0))]),
  )
  const branch = new Map([...own].map(([key, counts]) => [key, [...counts]]))
  for (const { id, parentId } of codes) {
    const above = parentId === null ? undefined : own.get(parentId)
    if (!above) continue
    branch.get(id)?.forEach((count, column) => {
      above[column]! -= count
    })
  }
  return own
}

const valueColumns = (table: Table) => table.columns.filter(({ role }) => role === 'value')
const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)

/** The codes that a scope is about, in tree order. */
export function codesOf({ codeIds, withSubcodes }: SegmentScope, codes: readonly Code[]): readonly Code[] {
  if (codeIds === undefined) return codes
  const wanted = new Set<string>(codeIds)
  if (withSubcodes)
    for (const { id, parentId } of codes) if (parentId !== null && wanted.has(parentId)) wanted.add(id)
  return codes.filter(({ id }) => wanted.has(id))
}
