import { type RefObject, useLayoutEffect, useMemo, useRef } from 'react'
import type { SegmentRow } from '../../../shared/contract/segments.ts'
import { type ScrollView, useScrollView } from '../../ui/use-scroll-view.ts'
import { useStore } from '../../ui/use-store.ts'
import { drawerState } from './drawer-state.ts'
import { type Heading, layOut, type RowLayout, type Strip } from './row-layout.ts'
import { HEADING_HEIGHT } from './SectionHeading.tsx'
import { useRows } from './use-rows.ts'
import type { Shown } from './use-shown.ts'

const LINES = { segment: 2, sentence: 3, paragraph: 6, turn: 6 } as const
export const LINE_HEIGHT = 20
const PADDING = 15
/** Of a row, what is not its quote, where the comment has a column of its own and where it has none. */
const BESIDE = { wide: 640, narrow: 390, from: 880 }
const CHARACTER = 6.6

export interface List {
  readonly layout: RowLayout
  /** lines of a quote that have room, and about how many characters that is */
  readonly lines: number
  readonly room: number
  readonly rowHeight: number
  readonly drawn: readonly Strip[]
  readonly headings: readonly Heading[]
  /** how far what is drawn lies from its place in the list */
  readonly shift: number
  rowAt(index: number): SegmentRow | undefined
}

/** What of the list is to be drawn now, and where. */
export function useList(box: RefObject<HTMLElement | null>, { question, sections: found }: Shown): List {
  const view = useScrollView(box)
  const { at, context } = useStore(drawerState, state => state)
  const lines = LINES[context]
  const rowHeight = lines * LINE_HEIGHT + PADDING
  const heading = question.grouping === undefined ? 0 : HEADING_HEIGHT
  const { sections } = found
  const layout = useMemo(() => layOut(sections, rowHeight, heading), [sections, rowHeight, heading])
  useSteadyTop(box, layout, rowHeight, view)
  const { strips, headings, shift } = layout.inView(view.top, view.height)
  // the row with the focus stays, wherever is scrolled to
  const away = strips.some(({ index }) => index === at) ? undefined : layout.strip(at)
  const drawn = away ? [...strips, away] : strips
  const rowAt = useRows(question, drawn, context)
  return { layout, lines, room: roomFor(view.width, lines), rowHeight, drawn, headings, shift, rowAt }
}

function roomFor(width: number, lines: number): number {
  const beside = width >= BESIDE.from ? BESIDE.wide : BESIDE.narrow
  return lines * Math.max(24, Math.floor((width - beside) / CHARACTER))
}

/** Where rows become higher or lower, the first one in view stays the first. */
function useSteadyTop(
  box: RefObject<HTMLElement | null>,
  layout: RowLayout,
  rowHeight: number,
  { top, height }: ScrollView,
): void {
  const before = useRef({ layout, rowHeight })
  useLayoutEffect(() => {
    const last = before.current
    before.current = { layout, rowHeight }
    if (last.rowHeight !== rowHeight && box.current)
      box.current.scrollTop = layout.toTop(last.layout.firstAt(top, height), height)
  }, [box, layout, rowHeight, top, height])
}
