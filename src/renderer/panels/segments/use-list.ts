import { type RefObject, useMemo } from 'react'
import type { Code } from '../../../shared/contract/codes.ts'
import type { SegmentRow, SegmentScope } from '../../../shared/contract/segments.ts'
import { useScrollView } from '../../ui/use-scroll-view.ts'
import { useStore } from '../../ui/use-store.ts'
import { CONTEXT_LENGTH, drawerState } from './drawer-state.ts'
import { type Heading, layOut, type RowLayout, type Strip } from './row-layout.ts'
import { HEADING_HEIGHT } from './SectionHeading.tsx'
import { useRows } from './use-rows.ts'
import { useSections } from './use-sections.ts'

const LINES = { none: 2, some: 3, more: 7 } as const
const LINE_HEIGHT = 20
const PADDING = 15

export interface List {
  readonly layout: RowLayout
  /** lines of a quote that have room */
  readonly lines: number
  readonly rowHeight: number
  /** characters of context asked for */
  readonly around: number
  readonly drawn: readonly Strip[]
  readonly headings: readonly Heading[]
  /** how far what is drawn lies from its place in the list */
  readonly shift: number
  rowOf(strip: Strip): SegmentRow | undefined
}

/** What of the list is to be drawn now, and where. */
export function useList(
  box: RefObject<HTMLElement | null>,
  scope: SegmentScope,
  total: number,
  codes: readonly Code[] | undefined,
): List {
  const view = useScrollView(box)
  const { at, context, grouping } = useStore(drawerState, state => state)
  const sections = useSections(scope, total, grouping, codes)
  const lines = LINES[context]
  const rowHeight = lines * LINE_HEIGHT + PADDING
  const around = CONTEXT_LENGTH[context]
  const layout = useMemo(
    () => layOut(sections, rowHeight, grouping === 'none' ? 0 : HEADING_HEIGHT),
    [sections, rowHeight, grouping],
  )
  const { strips, headings, shift } = layout.inView(view.top, view.height)
  // the row with the focus stays, wherever is scrolled to
  const away = strips.some(({ index }) => index === at) ? undefined : layout.strip(at)
  const drawn = away ? [...strips, away] : strips
  const rowOf = useRows(drawn, around)
  return { layout, lines, rowHeight, around, drawn, headings, shift, rowOf }
}
