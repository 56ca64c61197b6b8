import type { SegmentRow, SegmentScope } from '../../../shared/contract/segments.ts'
import { useQuery } from '../../data/use-query.ts'

const PAGE = 100

/**
 * Rows by index, asked for in pages as they come into view. Two pages cover any view, so
 * a list of two hundred thousand costs what a list of two hundred does.
 */
export function usePages(
  scope: SegmentScope,
  context: number,
  first: number,
): { total: number; rowAt(index: number): SegmentRow | undefined; known: boolean } {
  const page = Math.floor(first / PAGE)
  const ask = (number: number) => ({ scope, context, offset: number * PAGE, limit: PAGE })
  const one = useQuery('segments.list', ask(page))
  const two = useQuery('segments.list', one && one.total > (page + 1) * PAGE ? ask(page + 1) : null)
  return {
    total: one?.total ?? 0,
    known: one !== undefined,
    rowAt: index => {
      const at = index - page * PAGE
      return at < PAGE ? one?.rows[at] : two?.rows[at - PAGE]
    },
  }
}
