import type { SegmentContext, SegmentQuestion } from '../../../shared/contract/segments.ts'

export type Grouping = NonNullable<SegmentQuestion['grouping']>
export const GROUPINGS: Readonly<Record<Grouping, string>> = {
  none: 'Not grouped',
  document: 'By document',
  code: 'By code',
  coder: 'By coder',
  group: 'By document group',
}

export const CONTEXTS: Readonly<Record<SegmentContext, string>> = {
  segment: 'Segment only',
  sentence: 'In its sentence',
  paragraph: 'In its paragraph',
  turn: 'In its turn',
}

type Asked = Pick<SegmentQuestion, 'order' | 'descending'>

const sortings = {
  document: { name: 'In text order', asked: {} },
  code: { name: 'Sorted by code', asked: { order: 'code' } },
  coder: { name: 'Sorted by coder', asked: { order: 'coder' } },
  newest: { name: 'Newest first', asked: { order: 'created', descending: true } },
  oldest: { name: 'Oldest first', asked: { order: 'created' } },
  longest: { name: 'Longest first', asked: { order: 'length', descending: true } },
  shortest: { name: 'Shortest first', asked: { order: 'length' } },
} as const satisfies Record<string, { name: string; asked: Asked }>

export type Sorting = keyof typeof sortings
export const SORTINGS: Readonly<Record<Sorting, { readonly name: string; readonly asked: Asked }>> = sortings
export const SORTING_NAMES = Object.fromEntries(
  Object.entries(sortings).map(([key, { name }]) => [key, name]),
) as Record<Sorting, string>

/** How a list is ordered and shown. */
export interface ListChoices {
  readonly sorting: Sorting
  readonly grouping: Grouping
  readonly context: SegmentContext
}

export const USUAL_CHOICES: ListChoices = { sorting: 'document', grouping: 'none', context: 'sentence' }
