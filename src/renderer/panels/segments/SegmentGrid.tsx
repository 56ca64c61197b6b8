import { useMemo, useRef } from 'react'
import type { Code } from '../../../shared/contract/codes.ts'
import { useQuery } from '../../data/use-query.ts'
import { useStore } from '../../ui/use-store.ts'
import { ask, drawerState, keyOf } from './drawer-state.ts'
import { HEADING_HEIGHT, SectionHeading } from './SectionHeading.tsx'
import { SegmentLine } from './SegmentLine.tsx'
import { SegmentQuestions } from './SegmentQuestions.tsx'
import { useFocusKept, useGridKeys } from './use-grid.ts'
import { type List, useList } from './use-list.ts'
import type { Shown } from './use-shown.ts'

interface Props {
  readonly shown: Shown
  /** another list will be here in a moment: the row with the focus is one of that */
  readonly isComing: boolean
}

/** One row a coding, and one a free segment; only the rows in view are there. */
export function SegmentGrid({ shown, isComing }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const { at, asking } = useStore(drawerState, state => state)
  const codes = useQuery('codes.list', {})
  const list = useList(box, shown)
  const onKeyDown = useGridKeys({ box, ...list })
  useFocusKept(box, at, isComing ? null : list.layout.total)
  return (
    <>
      <div
        ref={box}
        className="segments-list"
        role="grid"
        aria-label="Segments"
        aria-multiselectable="true"
        aria-rowcount={list.layout.total}
        tabIndex={-1}
        onKeyDown={onKeyDown}
      >
        <Canvas list={list} codes={codes} at={at} isGrouped={shown.question.grouping === 'group'} />
      </div>
      {asking && codes ? (
        <SegmentQuestions
          asking={asking}
          codes={codes}
          onAsk={what => ask(what, asking.row, asking.spot)}
          onClose={() => drawerState.setState({ asking: null })}
        />
      ) : null}
    </>
  )
}

interface CanvasProps {
  readonly list: List
  readonly codes: readonly Code[] | undefined
  readonly at: number
  /** a row can be there twice */
  readonly isGrouped: boolean
}

function Canvas({ list, codes, at, isGrouped }: CanvasProps) {
  const { layout, drawn, headings, shift, rowHeight, lines, room, rowAt } = list
  const picked = useStore(drawerState, state => state.picked)
  const commenting = useStore(drawerState, state => state.commenting)
  const byId = useMemo(() => new Map<string, Code>((codes ?? []).map(code => [code.id, code])), [codes])
  return (
    <div role="presentation" className="segments-canvas" style={{ height: layout.height }}>
      {headings.map(({ section, top }) => (
        <SectionHeading
          key={section.key}
          section={section}
          top={top + shift}
          height={HEADING_HEIGHT + section.count * rowHeight}
          code={byId.get(section.key)}
        />
      ))}
      {drawn.map(strip => {
        const row = rowAt(strip.index)
        const top = strip.top + shift
        return row === undefined ? (
          <Waiting key={strip.index} top={top} height={rowHeight} />
        ) : (
          <SegmentLine
            key={isGrouped ? `${strip.index} ${keyOf(row)}` : keyOf(row)}
            row={row}
            index={strip.index}
            top={top}
            height={rowHeight}
            lines={lines}
            room={room}
            code={byId.get(row.codeId ?? '')}
            isAt={strip.index === at}
            isPicked={picked.has(keyOf(row))}
            commenting={commenting === keyOf(row) && strip.index === at}
          />
        )
      })}
    </div>
  )
}

/** A row that is on its way. */
const Waiting = ({ top, height }: { top: number; height: number }) => (
  <div role="row" className="segments-row segments-waiting" style={{ top, height }}>
    <span role="gridcell" className="spoken-only">
      loading
    </span>
  </div>
)
