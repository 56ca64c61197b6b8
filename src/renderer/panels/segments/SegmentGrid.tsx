import { useCallback, useMemo, useRef, useState } from 'react'
import type { Code } from '../../../shared/contract/codes.ts'
import type { SegmentScope } from '../../../shared/contract/segments.ts'
import { useQuery } from '../../data/use-query.ts'
import { useStore } from '../../ui/use-store.ts'
import { drawerState } from './drawer-state.ts'
import { HEADING_HEIGHT, SectionHeading } from './SectionHeading.tsx'
import { type Ask, SegmentLine } from './SegmentLine.tsx'
import { type Asking, SegmentQuestions } from './SegmentQuestions.tsx'
import { useFocusKept, useGridKeys } from './use-grid.ts'
import { type List, useList } from './use-list.ts'

/** One row a coding; only the rows in view are there. */
export function SegmentGrid({ scope, total }: { scope: SegmentScope; total: number }) {
  const box = useRef<HTMLDivElement>(null)
  const [asking, setAsking] = useState<Asking | null>(null)
  const at = useStore(drawerState, state => state.at)
  const codes = useQuery('codes.list', {})
  const list = useList(box, scope, total, codes)
  const ask: Ask = useCallback((what, row, spot) => setAsking({ what, row, spot }), [])
  const onKeyDown = useGridKeys({ box, ask, ...list })
  useFocusKept(box, at, list.layout.total)
  return (
    <>
      <div
        ref={box}
        className="segments-list"
        role="grid"
        aria-label="Coded segments"
        aria-multiselectable="true"
        aria-rowcount={list.layout.total}
        tabIndex={-1}
        onKeyDown={onKeyDown}
      >
        <Canvas list={list} codes={codes} at={at} ask={ask} />
      </div>
      {asking && codes ? (
        <SegmentQuestions
          asking={asking}
          codes={codes}
          onAsk={what => setAsking({ ...asking, what })}
          onClose={() => setAsking(null)}
        />
      ) : null}
    </>
  )
}

interface CanvasProps {
  readonly list: List
  readonly codes: readonly Code[] | undefined
  readonly at: number
  readonly ask: Ask
}

function Canvas({ list, codes, at, ask }: CanvasProps) {
  const { layout, drawn, headings, shift, rowHeight, lines, around, rowOf } = list
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
          code={byId.get(section.codeId ?? '')}
        />
      ))}
      {drawn.map(strip => {
        const row = rowOf(strip)
        const top = strip.top + shift
        return row === undefined ? (
          <Waiting key={strip.index} top={top} height={rowHeight} />
        ) : (
          <SegmentLine
            key={row.codingId}
            row={row}
            index={strip.index}
            top={top}
            height={rowHeight}
            lines={lines}
            around={around}
            code={byId.get(row.codeId)}
            isAt={strip.index === at}
            isPicked={picked.has(row.codingId)}
            commenting={commenting === row.codingId}
            onAsk={ask}
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
