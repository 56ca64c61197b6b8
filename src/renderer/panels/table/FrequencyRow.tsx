import type { FrequencySpec } from '../../../shared/contract/analysis.ts'
import type { Code } from '../../../shared/contract/codes.ts'
import type { Cell, Row } from '../../../shared/model/table.ts'
import { themeStore } from '../../app/theme.ts'
import { codeColor } from '../../ui/code-color.ts'
import { Glyph } from '../../ui/glyph.tsx'
import { useStore } from '../../ui/use-store.ts'
import { cellText, tint } from './cell-text.ts'
import { type Layout, SIZES } from './FrequencyGrid.tsx'
import { openCell } from './frequency-open.ts'

interface Props {
  readonly row: Row
  readonly index: number
  readonly layout: Layout
  readonly code: Code | undefined
  readonly spec: FrequencySpec
  /** the column with the focus in this row, -1 its label, null none */
  readonly at: number | null
  readonly largest: number
  readonly zeros: boolean
  readonly onFocus: (column: number) => void
}

export function FrequencyRow({ row, index, layout, code, spec, at, largest, zeros, onFocus }: Props) {
  const part = row.role === 'total' ? null : { key: row.key, title: String(row.cells[0]) }
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={row.role === 'total' ? 'frequency-row frequency-total' : 'frequency-row'}
      style={{ top: SIZES.head + index * SIZES.row, height: SIZES.row }}
    >
      <span role="rowheader" aria-colindex={1} className="frequency-label" style={{ width: SIZES.label }}>
        <button
          type="button"
          tabIndex={at === -1 ? 0 : -1}
          data-at={at === -1}
          onFocus={() => onFocus(-1)}
          onClick={() => openCell(spec, part, null)}
          style={{ paddingInlineStart: 10 + row.depth * 14 }}
        >
          <Label code={code} row={row} />
        </button>
      </span>
      {layout.shown.map(({ key, title, role }, offset) => {
        const column = layout.columns.from + offset
        return (
          <ValueCell
            key={key}
            cell={row.cells[column + 1] ?? null}
            text={cellText(row.cells[column + 1] ?? null, spec.figure)}
            column={column}
            name={`${String(row.cells[0])}, ${title}`}
            isAt={at === column}
            strength={
              row.role === 'total' || role === 'total' ? 0 : tint(row.cells[column + 1] ?? null, largest)
            }
            isTotal={role === 'total'}
            zeros={zeros}
            onFocus={() => onFocus(column)}
            onOpen={() => openCell(spec, part, role === 'total' ? null : { key, title })}
          />
        )
      })}
    </div>
  )
}

/** The leaf of the path; the indent and the spoken name say where it stands. */
function Label({ code, row }: { code: Code | undefined; row: Row }) {
  const theme = useStore(themeStore, state => state.theme)
  if (!code) return <span className="frequency-name">{row.cells[0]}</span>
  return (
    <>
      <Glyph name={code.glyph} color={codeColor(code.color, theme)} />
      <span
        className={code.codable ? 'frequency-name' : 'frequency-name frequency-heading'}
        aria-hidden="true"
      >
        {code.name}
      </span>
      <span className="spoken-only">{code.path}</span>
    </>
  )
}

interface CellProps {
  readonly cell: Cell
  readonly text: string
  readonly column: number
  readonly name: string
  readonly isAt: boolean
  readonly strength: number
  readonly isTotal: boolean
  readonly zeros: boolean
  readonly onFocus: () => void
  readonly onOpen: () => void
}

function ValueCell({ cell, text, column, name, isAt, strength, isTotal, zeros, onFocus, onOpen }: CellProps) {
  const isEmpty = cell === 0 || cell === null
  const shown = cell === 0 && !zeros ? '·' : text
  return (
    <span
      role="gridcell"
      aria-colindex={column + 2}
      className={isTotal ? 'frequency-cell frequency-total' : 'frequency-cell'}
      style={
        {
          left: SIZES.label + column * SIZES.column,
          width: SIZES.column,
          '--strength': strength,
        } as React.CSSProperties
      }
    >
      <button
        type="button"
        tabIndex={isAt ? 0 : -1}
        data-at={isAt}
        data-empty={isEmpty}
        aria-label={`${text === '' ? 'undefined' : text}, ${name}`}
        onFocus={onFocus}
        onClick={onOpen}
      >
        {shown}
      </button>
    </span>
  )
}
