import { memo } from 'react'
import type { Grid } from './FrequencyGrid.tsx'
import { FullName } from './FullName.tsx'
import { shortTitle } from './short-title.ts'
import { placeOf, SIZES } from './sizes.ts'

interface Props {
  readonly grid: Grid
  /** indexes of the columns that are drawn */
  readonly shown: readonly number[]
  /** the column with the focus, -1 the corner, null none */
  readonly at: number | null
}

/** The names of the columns; each lists its segments. The corner lists all of the table. */
export function HeadRow({ grid, shown, at }: Props) {
  return (
    <div className="frequency-head-row" role="row" aria-rowindex={1} style={{ height: SIZES.head }}>
      <span
        className="frequency-corner"
        role="columnheader"
        aria-colindex={1}
        style={{ width: SIZES.label, height: SIZES.head }}
      >
        <Stop grid={grid} column={-1} isAt={at === -1} title="Code" name="All segments of the table" />
      </span>
      {shown.map(column => {
        const { key, title, role } = grid.columns[column]!
        return (
          <span
            key={key}
            role="columnheader"
            aria-colindex={column + 2}
            className={role === 'total' ? 'frequency-column frequency-total' : 'frequency-column'}
            style={placeOf(role, column)}
          >
            <Stop grid={grid} column={column} isAt={at === column} title={title} name={title} />
          </span>
        )
      })}
    </div>
  )
}

interface StopProps {
  readonly grid: Grid
  readonly column: number
  readonly isAt: boolean
  readonly title: string
  readonly name: string
}

const Stop = memo(function Stop({ grid, column, isAt, title, name }: StopProps) {
  return (
    <FullName name={name}>
      <button
        type="button"
        aria-label={name}
        tabIndex={isAt ? 0 : -1}
        data-at={isAt}
        data-home={isAt ? '' : undefined}
        onFocus={() => grid.onFocus({ row: -1, column })}
        onClick={() => grid.onOpen(null, column < 0 ? null : column)}
      >
        {/* in a box of its own: what is laid out by flex cannot be clamped */}
        <span>
          <span className="frequency-column-title" dir="auto">
            {shortTitle(title)}
          </span>
        </span>
      </button>
    </FullName>
  )
})
