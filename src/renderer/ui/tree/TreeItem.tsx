import { type CSSProperties, type MouseEvent, memo, type RefObject, useCallback } from 'react'
import { Icon } from '../icons.tsx'
import { isSameRow, sameEvents } from './same-row.ts'
import type { Described, RowEvents, TreeProps } from './Tree.tsx'
import { howOf, type TreeRow } from './tree-row.ts'

const INDENT = 14
const EDGE = 2

/** How far in a row begins, px. */
const indentOf = (level: number): number => EDGE + (level - 1) * INDENT

export interface RowProps<R extends TreeRow> {
  readonly row: R
  readonly index: number
  /** Tab and the command “go to this panel” lead here */
  readonly isHome: boolean
  readonly isSelected: boolean
  /** the row is taken away while it has the focus */
  readonly onLost: () => void
  readonly described: Described
  readonly events: RowEvents | undefined
  /** as it was when this row was drawn; `latest`: as it is now */
  readonly tree: TreeProps<R>
  readonly latest: RefObject<TreeProps<R>>
}

/** One coding changes the number of one code: the other rows are not drawn again for it. */
export const Row = memo(DrawnRow, isSameRow) as typeof DrawnRow

function DrawnRow<R extends TreeRow>(props: RowProps<R>) {
  const { row, index, isHome, isSelected, onLost, tree, latest } = props
  const { label, description, current } = props.described
  const { key, level, expanded, position, size } = row
  const events = sameEvents(props.events, () => latest.current.rowEvents?.(row))
  const watchFocus = useCallback(
    (element: HTMLDivElement) => () => {
      if (element.contains(document.activeElement)) onLost()
    },
    [onLost],
  )
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys of the rows are the tree's
    <div
      {...events}
      ref={watchFocus}
      className="tree-row"
      role="treeitem"
      aria-label={label}
      aria-description={description}
      aria-level={level}
      aria-posinset={position}
      aria-setsize={size}
      aria-selected={isSelected}
      aria-expanded={expanded ?? undefined}
      aria-current={current ? 'true' : undefined}
      data-key={key}
      data-home={isHome ? '' : undefined}
      tabIndex={isHome ? 0 : -1}
      style={rowStyle(row, index, tree.rowHeight)}
      onMouseDown={event => {
        pressed(event, isSelected, how => latest.current.onPick(key, how))
        events?.onMouseDown?.(event)
      }}
      onClick={event => {
        const { selected, onPick } = latest.current
        if (howOf(event) === 'one' && selected.size > 1) onPick(key, 'one')
        events?.onClick?.(event)
      }}
    >
      {expanded === null ? (
        <span className="tree-twisty" aria-hidden="true" />
      ) : (
        <Twisty
          open={expanded}
          onToggle={() => {
            const { rows, focus, onPick, onToggle } = latest.current
            // a row that is hidden by this leaves the focus to the one that hides it
            if (expanded && isBelow(rows, index, focus)) onPick(key, 'one')
            onToggle(key, !expanded)
          }}
        />
      )}
      {tree.children(row)}
    </div>
  )
}

const SIGNS = 24

function rowStyle({ level, expanded }: TreeRow, index: number, height: number): CSSProperties {
  const indent = indentOf(level)
  // below an open row is above its first child: the line of a drop there begins where children do
  const after = indentOf(expanded ? level + 1 : level)
  return {
    top: index * height,
    height,
    paddingInlineStart: indent,
    ['--tree-before' as string]: `${indent + SIGNS}px`,
    ['--tree-after' as string]: `${after + SIGNS}px`,
  }
}

function isBelow(rows: readonly TreeRow[], index: number, key: string | null): boolean {
  const at = rows.findIndex(row => row.key === key)
  const level = rows[index]?.level ?? 0
  return at > index && rows.slice(index + 1, at + 1).every(row => row.level > level)
}

/** A press chooses the row at once, but several chosen rows stay chosen until the click: they may be dragged. */
function pressed(
  event: MouseEvent<HTMLDivElement>,
  isSelected: boolean,
  onPick: (how: 'one' | 'toggle' | 'range') => void,
): void {
  const control = (event.target as Element).closest('button, input')
  if (control?.tagName === 'INPUT') return
  if (control) {
    // a button in a row leaves the focus on the row, where the keys act
    event.preventDefault()
    event.currentTarget.focus({ preventScroll: true })
  }
  const how = event.button === 0 ? howOf(event) : 'one'
  if (how !== 'one' || !isSelected) onPick(how)
}

function Twisty({ open, onToggle }: { open: boolean; onToggle: () => void }) {
  const keep = (event: MouseEvent) => {
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    // the row itself says whether it is open, and the arrow keys open it
    <button
      type="button"
      className="tree-twisty"
      tabIndex={-1}
      aria-hidden="true"
      data-open={open ? '' : undefined}
      onMouseDown={keep}
      onDoubleClick={keep}
      onClick={event => {
        keep(event)
        onToggle()
      }}
    >
      <Icon name="right" size={12} />
    </button>
  )
}
