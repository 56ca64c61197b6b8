import { type KeyboardEvent, type RefObject, useLayoutEffect, useState } from 'react'
import { SIZES } from './sizes.ts'
import { scrollTo } from './windowing.ts'

/** Where the focus is: -1 is the row of headers, the column of labels. */
export interface At {
  readonly row: number
  readonly column: number
}

const ALL = 1_000_000
const STEPS: Readonly<Record<string, readonly [row: number, column: number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  Home: [0, -ALL],
  End: [0, ALL],
}

/** Null: not a key of the grid. With Ctrl an arrow goes to the edge, Home and End to the corners. */
export function stepFrom(
  at: At,
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>,
  size: { readonly rows: number; readonly columns: number; readonly page: number },
): At | null {
  if (event.altKey) return null
  const page = { PageDown: size.page, PageUp: -size.page }[event.key]
  const [rows, columns] = page === undefined ? (STEPS[event.key] ?? [0, 0]) : [page, 0]
  if (rows === 0 && columns === 0) return null
  const held = event.ctrlKey || event.metaKey
  const toCorner = held && Math.abs(columns) === ALL
  const clamp = (value: number, count: number) => Math.max(-1, Math.min(count - 1, value))
  return {
    row: clamp(at.row + (toCorner ? columns : rows * (held ? ALL : 1)), size.rows),
    column: clamp(at.column + columns * (held ? ALL : 1), size.columns),
  }
}

/** The one cell that can be tabbed to, and the keys that move it. */
export function useTableKeys(box: RefObject<HTMLElement | null>, rows: number, columns: number) {
  const [at, setAt] = useState<At>({ row: 0, column: -1 })
  const [moved, setMoved] = useState(0)

  // after the cell is there
  useLayoutEffect(() => {
    if (moved > 0) box.current?.querySelector<HTMLElement>('[data-at="true"]')?.focus({ preventScroll: true })
  }, [box, moved])

  function onKeyDown(event: KeyboardEvent): void {
    const element = box.current!
    const page = Math.max(1, Math.floor((element.clientHeight - SIZES.head) / SIZES.row) - 1)
    const next = stepFrom(at, event, { rows, columns, page })
    if (!next) return
    event.preventDefault()
    show(element, next)
    setAt(next)
    setMoved(moved + 1)
  }
  const shown = { row: Math.min(at.row, rows - 1), column: Math.min(at.column, columns - 1) }
  return { at: shown, setAt, onKeyDown }
}

function show(element: HTMLElement, { row, column }: At): void {
  const { clientHeight: height, clientWidth: width } = element
  // names and totals cover the edges
  const rows = height - SIZES.head - SIZES.row
  const columns = width - SIZES.label - SIZES.column
  if (row >= 0) element.scrollTop = scrollTo(row, element.scrollTop, rows, SIZES.row)
  if (column >= 0) element.scrollLeft = scrollTo(column, element.scrollLeft, columns, SIZES.column)
}
