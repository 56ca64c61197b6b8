import { useMemo } from 'react'
import type { Code } from '../../../shared/contract/codes.ts'
import type { SegmentScope } from '../../../shared/contract/segments.ts'
import { useQuery } from '../../data/use-query.ts'
import { countingSpec, type Grouping, oneSection, type Section, sectionsBy } from './sections.ts'

/** The list in its sections. Until their sizes are known it has none. */
export function useSections(
  scope: SegmentScope,
  total: number,
  grouping: Grouping,
  codes: readonly Code[] | undefined,
): readonly Section[] {
  const table = useQuery('analysis.frequency', grouping === 'none' ? null : countingSpec(scope))
  return useMemo(() => {
    if (grouping === 'none') return oneSection(scope, total)
    return table && codes ? sectionsBy(grouping, scope, codes, table) : []
  }, [scope, total, grouping, codes, table])
}
