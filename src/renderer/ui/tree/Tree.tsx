import { type HTMLAttributes, type ReactNode, useLayoutEffect, useRef } from 'react'
import './tree.css'
import { Row } from './TreeItem.tsx'
import type { PickHow, TreeRow } from './tree-row.ts'
import { useShownRows } from './tree-window.ts'
import { useTreeKeys } from './use-tree-keys.ts'

export interface Described {
  /** what a screen reader says of the row */
  readonly label: string
  readonly description?: string | undefined
  /** it is the one that is open in the window */
  readonly current?: boolean
}

export interface TreeProps<R extends TreeRow> {
  readonly label: string
  readonly rows: readonly R[]
  readonly rowHeight: number
  readonly focus: string | null
  readonly selected: ReadonlySet<string>
  readonly onPick: (key: string, how: PickHow) => void
  readonly onPickAll: () => void
  readonly onToggle: (key: string, expanded: boolean) => void
  /** Enter */
  readonly onAct: (row: R) => void
  readonly describe: (row: R) => Described
  /**
   * What is in a row. It is made again only when the row, or what is said of it, is another:
   * whatever else is shown there must be looked up by what this gives back.
   */
  readonly children: (row: R) => ReactNode
  /** of the row's own element: drag and drop, clicks, the context menu */
  readonly rowEvents?: (row: R) => RowEvents
}

export type RowEvents = HTMLAttributes<HTMLDivElement> &
  Readonly<Record<`data-${string}`, string | undefined>>

/**
 * A tree of rows of one height (the ARIA tree pattern): only what is on screen is drawn, so
 * thousands of rows scroll and filter as smoothly as ten. The rows come from outside, and
 * what is open, focused and selected is kept there too.
 */
export function Tree<R extends TreeRow>(props: TreeProps<R>) {
  const { label, rows, rowHeight, focus, selected } = props
  // rows that stay as they are still act on what is there now
  const latest = useRef(props)
  useLayoutEffect(() => {
    latest.current = props
  })
  const box = useRef<HTMLDivElement>(null)
  const shown = useShownRows(box, rows.length, rowHeight)
  const at = rows.findIndex(row => row.key === focus)
  const { onKeyDown, onLost } = useTreeKeys(props, box, at)
  const home = Math.max(0, at)
  const drawn = rows.slice(shown.first, shown.end).map((row, index) => ({ row, index: shown.first + index }))
  // the row with the focus stays in the page when it is scrolled out of sight, or the focus would be lost
  const away = rows[home]
  if (away && (home < shown.first || home >= shown.end)) drawn.push({ row: away, index: home })
  return (
    <div
      ref={box}
      className="tree"
      role="tree"
      aria-label={label}
      aria-multiselectable="true"
      // the rows have the focus, one at a time; without this a scrolling box would be a stop of its own
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <div className="tree-space" role="presentation" style={{ height: rows.length * rowHeight }}>
        {drawn.map(({ row, index }) => (
          <Row
            key={row.key}
            row={row}
            index={index}
            isHome={index === home}
            isSelected={selected.has(row.key)}
            onLost={onLost}
            described={props.describe(row)}
            events={props.rowEvents?.(row)}
            tree={props}
            latest={latest}
          />
        ))}
      </div>
    </div>
  )
}
