import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import type { Code } from '../../../shared/contract/codes.ts'
import type { SegmentRow, SegmentScope } from '../../../shared/contract/segments.ts'
import { useQuery } from '../../data/use-query.ts'
import { closeDrawer, openDocument } from '../../state/workspace.ts'
import { Button } from '../../ui/button.tsx'
import { type Spot, spotOf } from '../../ui/popover-at.tsx'
import { useStore } from '../../ui/use-store.ts'
import { CodePicker } from '../codes/CodePicker.tsx'
import { scrollTo, visibleStrips } from '../table/windowing.ts'
import { CONTEXT_LENGTH, drawerState } from './drawer-state.ts'
import { SegmentLine } from './SegmentLine.tsx'
import { copyQuotation, recode, removeCoding } from './segment-deeds.ts'
import { usePages } from './use-pages.ts'

const HEIGHT = { none: 46, some: 66, more: 132 } as const

/** One row a coding. Enter opens its place, X removes the coding, R gives it another code. */
export function SegmentGrid({ scope }: { scope: SegmentScope }) {
  const scroller = useRef<HTMLDivElement>(null)
  const [view, setView] = useState({ top: 0, height: 240 })
  const [recoding, setRecoding] = useState<{ row: SegmentRow; spot: Spot } | null>(null)
  const { at, context } = useStore(drawerState, state => state)
  const codes = useQuery('codes.list', {})
  const byId = useMemo(() => new Map<string, Code>((codes ?? []).map(code => [code.id, code])), [codes])
  const height = HEIGHT[context]
  const strips = visibleStrips(view.top, view.height, height, Number.MAX_SAFE_INTEGER)
  const { total, rowAt, known } = usePages(scope, CONTEXT_LENGTH[context], strips.from)
  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const measure = () => setView({ top: element.scrollTop, height: element.clientHeight })
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    element.addEventListener('scroll', measure, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', measure)
    }
  }, [])

  function focusRow(index: number): void {
    const next = Math.max(0, Math.min(total - 1, index))
    drawerState.setState({ at: next })
    const element = scroller.current!
    element.scrollTop = scrollTo(next, element.scrollTop, element.clientHeight, height)
    requestAnimationFrame(() => element.querySelector<HTMLElement>('[data-at="true"]')?.focus())
  }
  function onKeyDown(event: KeyboardEvent): void {
    const row = rowAt(at)
    const page = Math.max(1, Math.floor(view.height / height))
    const steps: Record<string, number> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: page,
      PageUp: -page,
      Home: -total,
      End: total,
    }
    const step = steps[event.key]
    if (step !== undefined) focusRow(at + step)
    else if (row && event.key === 'Enter') open(row)
    else if (row && (event.key === 'x' || event.key === 'Delete')) void removeCoding(row)
    else if (row && event.key === 'r') setRecoding({ row, spot: spotOf(event.target as Element) })
    else if (row && event.key === 'c' && (event.ctrlKey || event.metaKey)) void copyQuotation(row)
    else return
    event.preventDefault()
  }
  const open = (row: SegmentRow) =>
    openDocument(row.documentId, { start: row.start, end: row.end }, row.segmentId)
  const indexes = Array.from(
    { length: Math.max(0, Math.min(total, strips.to) - strips.from) },
    (_, i) => strips.from + i,
  )
  return (
    <>
      <div
        ref={scroller}
        className="segments-list"
        role="grid"
        aria-label="Coded segments"
        aria-rowcount={total}
        tabIndex={-1}
        onKeyDown={onKeyDown}
      >
        {known && total === 0 ? <Nothing /> : null}
        <div role="presentation" className="segments-canvas" style={{ height: total * height }}>
          {indexes.map(index => {
            const row = rowAt(index)
            return row === undefined ? null : (
              <SegmentLine
                key={row.codingId}
                row={row}
                index={index}
                top={index * height}
                height={height}
                code={byId.get(row.codeId)}
                isAt={index === at}
                withContext={context !== 'none'}
                onFocus={() => drawerState.setState({ at: index })}
                onOpen={() => open(row)}
                onRecode={spot => setRecoding({ row, spot })}
              />
            )
          })}
        </div>
      </div>
      {recoding && codes ? (
        <CodePicker
          codes={codes}
          title="Put another code in its place"
          spot={recoding.spot}
          allowed={code => code.codable && code.id !== recoding.row.codeId}
          withTop={false}
          onChoose={code => code && void recode(recoding.row, code)}
          onClose={() => setRecoding(null)}
        />
      ) : null}
    </>
  )
}

function Nothing() {
  return (
    <div className="segments-nothing">
      <p>
        No segments here yet. Select a passage in the text and press C, or drop one of the conditions above.
      </p>
      <Button onPress={closeDrawer}>Close the list</Button>
    </div>
  )
}
