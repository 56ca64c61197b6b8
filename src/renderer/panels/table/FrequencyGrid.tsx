import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import type { FrequencySpec } from '../../../shared/contract/analysis.ts'
import type { Table } from '../../../shared/model/table.ts'
import { useQuery } from '../../data/use-query.ts'
import { useStore } from '../../ui/use-store.ts'
import { FrequencyRow } from './FrequencyRow.tsx'
import { openCell } from './frequency-open.ts'
import { tableLook } from './frequency-state.ts'
import { scrollTo, visibleStrips } from './windowing.ts'

export const SIZES = { row: 28, column: 88, label: 230, head: 74 }

interface At {
  readonly row: number
  readonly column: number
}

/**
 * The table as an ARIA grid. Rows and columns are all of one size, so only those in view
 * are made: 300 codes by 2,000 documents scroll like a page of ten.
 */
export function FrequencyGrid({ table, spec }: { table: Table; spec: FrequencySpec }) {
  const scroller = useRef<HTMLDivElement>(null)
  const [view, setView] = useState({ top: 0, left: 0, width: 1200, height: 700 })
  const [at, setAt] = useState<At>({ row: 0, column: 0 })
  const codes = useQuery('codes.list', {})
  const look = useStore(tableLook, state => state)
  const byId = useMemo(
    () => new Map<string, NonNullable<typeof codes>[number]>((codes ?? []).map(code => [code.id, code])),
    [codes],
  )
  const largest = useMemo(() => largestValue(table), [table])
  const values = table.columns.slice(1)
  const rows = visibleStrips(view.top, view.height, SIZES.row, table.rows.length)
  const columns = visibleStrips(view.left, view.width, SIZES.column, values.length)

  useEffect(() => {
    const element = scroller.current!
    const measure = () =>
      setView({
        top: element.scrollTop,
        left: element.scrollLeft,
        width: element.clientWidth,
        height: element.clientHeight,
      })
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    element.addEventListener('scroll', measure, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', measure)
    }
  }, [])

  function move(next: At): void {
    const row = Math.max(-1, Math.min(table.rows.length - 1, next.row))
    const column = Math.max(-1, Math.min(values.length - 1, next.column))
    setAt({ row, column })
    const element = scroller.current!
    if (row >= 0)
      element.scrollTop = scrollTo(row, element.scrollTop, element.clientHeight - SIZES.head, SIZES.row)
    if (column >= 0)
      element.scrollLeft = scrollTo(
        column,
        element.scrollLeft,
        element.clientWidth - SIZES.label,
        SIZES.column,
      )
    requestAnimationFrame(() => element.querySelector<HTMLElement>('[data-at="true"]')?.focus())
  }
  function onKeyDown(event: KeyboardEvent): void {
    const step = STEPS[event.key]
    if (!step) return
    event.preventDefault()
    move({
      row: at.row + step[0] * (event.ctrlKey ? 1e6 : 1),
      column: at.column + step[1] * (event.ctrlKey ? 1e6 : 1),
    })
  }
  const shownColumns = values.slice(columns.from, columns.to)
  const layout = { columns, count: values.length, shown: shownColumns }
  return (
    <div
      ref={scroller}
      className={look.heat ? 'frequency-grid frequency-heat' : 'frequency-grid'}
      role="grid"
      tabIndex={-1}
      aria-label={table.title}
      aria-rowcount={table.rows.length + 1}
      aria-colcount={table.columns.length}
      onKeyDown={onKeyDown}
    >
      <div
        className="frequency-canvas"
        role="presentation"
        style={{
          height: SIZES.head + table.rows.length * SIZES.row,
          width: SIZES.label + values.length * SIZES.column,
        }}
      >
        <HeadRow layout={layout} at={at} spec={spec} onFocus={column => setAt({ row: -1, column })} />
        {table.rows.slice(rows.from, rows.to).map((row, index) => (
          <FrequencyRow
            key={row.key}
            row={row}
            index={rows.from + index}
            layout={layout}
            code={byId.get(row.key)}
            spec={spec}
            at={at.row === rows.from + index ? at.column : null}
            largest={largest}
            zeros={look.zeros}
            onFocus={column => setAt({ row: rows.from + index, column })}
          />
        ))}
      </div>
    </div>
  )
}

const STEPS: Readonly<Record<string, readonly [row: number, column: number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  PageDown: [15, 0],
  PageUp: [-15, 0],
  Home: [0, -1e6],
  End: [0, 1e6],
}

/** Of the value cells alone: totals would dwarf them. */
function largestValue({ rows, columns }: Table): number {
  let largest = 0
  for (const { role, cells } of rows) {
    if (role === 'total') continue
    for (let i = 1; i < columns.length - 1; i++) largest = Math.max(largest, (cells[i] as number | null) ?? 0)
  }
  return largest
}

export interface Layout {
  readonly columns: { readonly from: number; readonly to: number }
  readonly count: number
  readonly shown: Table['columns']
}

interface HeadProps {
  readonly layout: Layout
  readonly at: At
  readonly spec: FrequencySpec
  readonly onFocus: (column: number) => void
}

function HeadRow({ layout, at, spec, onFocus }: HeadProps) {
  return (
    <div className="frequency-head-row" role="row" aria-rowindex={1} style={{ height: SIZES.head }}>
      <span
        className="frequency-corner"
        role="columnheader"
        aria-colindex={1}
        tabIndex={-1}
        style={{ width: SIZES.label }}
      >
        Code
      </span>
      {layout.shown.map(({ key, title, role }, index) => {
        const column = layout.columns.from + index
        const here = at.row === -1 && at.column === column
        return (
          <span
            key={key}
            role="columnheader"
            aria-colindex={column + 2}
            className={role === 'total' ? 'frequency-column frequency-total' : 'frequency-column'}
            style={{ left: SIZES.label + column * SIZES.column, width: SIZES.column }}
          >
            <button
              type="button"
              tabIndex={here ? 0 : -1}
              data-at={here}
              onFocus={() => onFocus(column)}
              onClick={() => openCell(spec, null, role === 'total' ? null : { key, title })}
            >
              <span className="frequency-column-title">{title}</span>
            </button>
          </span>
        )
      })}
    </div>
  )
}
