import { useRef } from 'react'
import type { SegmentContext, SegmentQuestion } from '../../../shared/contract/segments.ts'
import { useQuery } from '../../data/use-query.ts'
import type { Sections } from './sections.ts'
import { pageOf } from './use-rows.ts'

export interface Shown {
  readonly key: string
  readonly question: SegmentQuestion
  readonly sections: Sections
}

/**
 * The list that was asked for; until its first rows are there (`isComing`), the one before:
 * nothing flickers in between.
 */
export function useShown(
  question: SegmentQuestion,
  context: SegmentContext,
): { shown: Shown | undefined; isComing: boolean } {
  const sections = useQuery('segments.sections', question)
  const first = useQuery('segments.list', pageOf(question, context, 0))
  const last = useRef<Shown>(undefined)
  const key = JSON.stringify(question)
  if (sections && (first || last.current?.key === key)) last.current = { key, question, sections }
  return { shown: last.current, isComing: last.current?.key !== key }
}
