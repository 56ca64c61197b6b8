import type { Segment } from '../../shared/contract/segments.ts'
import type { CodeId, CoderId } from '../../shared/model/ids.ts'

/** What the margin shows: null means all. */
export interface MarginFilter {
  readonly codeIds: ReadonlySet<CodeId> | null
  readonly coderIds: ReadonlySet<CoderId> | null
}

export const NO_FILTER: MarginFilter = { codeIds: null, coderIds: null }

export const isFiltering = ({ codeIds, coderIds }: MarginFilter) => codeIds !== null || coderIds !== null

/** The segments with a coding that fits, each with those of its codings that fit. Pure. */
export function filterSegments(segments: readonly Segment[], filter: MarginFilter): readonly Segment[] {
  const { codeIds, coderIds } = filter
  if (!isFiltering(filter)) return segments
  return segments.flatMap(segment => {
    const codings = segment.codings.filter(
      ({ codeId, coderId }) => (codeIds?.has(codeId) ?? true) && (coderIds?.has(coderId) ?? true),
    )
    if (codings.length === 0) return []
    return codings.length === segment.codings.length ? [segment] : [{ ...segment, codings }]
  })
}

/** A code and all codes below it, by their paths. */
export function branchOf(codes: Iterable<{ id: CodeId; path: string }>, path: string): Set<CodeId> {
  const branch = new Set<CodeId>()
  for (const code of codes) if (code.path === path || code.path.startsWith(`${path}/`)) branch.add(code.id)
  return branch
}
