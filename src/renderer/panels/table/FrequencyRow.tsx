import { type CSSProperties, memo } from 'react'
import { splitPath } from '../../../shared/model/code-path.ts'
import type { Cell } from '../../../shared/model/table.ts'
import { themeStore } from '../../app/theme.ts'
import { codeColor } from '../../ui/code-color.ts'
import { Glyph } from '../../ui/glyph.tsx'
import { useStore } from '../../ui/use-store.ts'
import { cellText, spokenCell, tint } from './cell-text.ts'
import type { Grid } from './FrequencyGrid.tsx'
import { FullName } from './FullName.tsx'
import { placeOf, SIZES } from './sizes.ts'
import type { Line } from './table-lines.ts'

interface Props {
  readonly grid: Grid
  /** indexes of the columns that are drawn */
  readonly shown: readonly number[]
  readonly line: Line
  readonly index: number
  /** the column with the focus in this row, -1 its label, null none */
  readonly at: number | null
}

const INDENT = 14

export function FrequencyRow({ grid, shown, line, index, at }: Props) {
  const { columns } = grid
  const isTotal = line.row?.role === 'total'
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={isTotal ? 'frequency-row frequency-total' : 'frequency-row'}
      style={isTotal ? { height: SIZES.row } : { top: SIZES.head + index * SIZES.row, height: SIZES.row }}
    >
      <Label grid={grid} line={line} index={index} isAt={at === -1} />
      {shown.map(column => (
        <Value
          key={columns[column]!.key}
          grid={grid}
          line={line}
          index={index}
          column={column}
          isAt={at === column}
        />
      ))}
    </div>
  )
}

const nameOf = ({ row, code }: Line) => code?.name ?? String(row?.cells[0] ?? '')
const pathOf = ({ row, code }: Line) =>
  code ? splitPath(code.path).join(' › ') : String(row?.cells[0] ?? '')

interface CellProps extends Omit<Props, 'at' | 'shown'> {
  readonly isAt: boolean
}

/** The leaf of the path; the indent and the spoken name say where it stands. */
const Label = memo(function Label({ grid, line, index, isAt }: CellProps) {
  const theme = useStore(themeStore, state => state.theme)
  const { code, row, depth } = line
  return (
    <span role="rowheader" aria-colindex={1} className="frequency-label" style={{ width: SIZES.label }}>
      <FullName name={pathOf(line)}>
        <button
          type="button"
          tabIndex={isAt ? 0 : -1}
          data-at={isAt}
          data-home={isAt ? '' : undefined}
          aria-label={`Segments of ${pathOf(line)}`}
          onFocus={() => grid.onFocus({ row: index, column: -1 })}
          onClick={() => grid.onOpen(line, null)}
          style={{ paddingInlineStart: 10 + depth * INDENT }}
        >
          {code ? <Glyph name={code.glyph} color={codeColor(code.color, theme)} /> : null}
          <span className={row === null ? 'frequency-name frequency-above' : 'frequency-name'} dir="auto">
            {nameOf(line)}
          </span>
        </button>
      </FullName>
    </span>
  )
})

/** A number that leads to its segments; where there is nothing, nothing to press. */
const Value = memo(function Value(props: CellProps & { readonly column: number }) {
  const { grid, line, index, column, isAt } = props
  const { columns, figure, largest, zeros } = grid
  const { role, title } = columns[column]!
  const cell: Cell = line.row?.cells[column + 1] ?? null
  const isTotal = role === 'total' || line.row?.role === 'total'
  const stop = {
    tabIndex: isAt ? 0 : -1,
    'data-at': isAt,
    'data-home': isAt ? '' : undefined,
    onFocus: () => grid.onFocus({ row: index, column }),
  }
  const spoken = `${spokenCell(cell, figure)}, ${nameOf(line)}, ${title}`
  const style = {
    ...placeOf(role, column),
    '--strength': isTotal ? 0 : tint(cell, largest),
  }
  return (
    <span
      role="gridcell"
      aria-colindex={column + 2}
      className={role === 'total' ? 'frequency-cell frequency-total' : 'frequency-cell'}
      style={style as CSSProperties}
    >
      {cell === 0 || cell === null ? (
        <span
          className="frequency-nothing"
          role="img"
          aria-label={line.row ? spoken : 'not counted'}
          {...stop}
        >
          {cell === 0 ? (zeros ? cellText(0, figure) : '·') : ''}
        </span>
      ) : (
        <button type="button" aria-label={spoken} {...stop} onClick={() => grid.onOpen(line, column)}>
          {cellText(cell, figure)}
        </button>
      )}
    </span>
  )
})
