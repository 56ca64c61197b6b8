import { useMemo, useRef } from 'react'
import type { FrequencySpec } from '../../../shared/contract/analysis.ts'
import type { Code } from '../../../shared/contract/codes.ts'
import type { Column, Table } from '../../../shared/model/table.ts'
import { useScrollView } from '../../ui/use-scroll-view.ts'
import { useStore } from '../../ui/use-store.ts'
import { FrequencyRow } from './FrequencyRow.tsx'
import { type Door, openDoor } from './frequency-open.ts'
import { tableLook } from './frequency-state.ts'
import { HeadRow } from './HeadRow.tsx'
import { SIZES } from './sizes.ts'
import { type Line, largestValue, linesOf } from './table-lines.ts'
import { type At, useTableKeys } from './use-table-keys.ts'
import { visibleStrips } from './windowing.ts'

/** What all cells share. */
export interface Grid {
  /** without the column of labels */
  readonly columns: readonly Column[]
  readonly figure: FrequencySpec['figure']
  readonly largest: number
  readonly zeros: boolean
  readonly onFocus: (at: At) => void
  /** null: the total */
  readonly onOpen: (line: Line | null, column: number | null) => void
}

interface Props {
  readonly table: Table
  readonly spec: FrequencySpec
  readonly codes: readonly Code[]
}

/**
 * The table as an ARIA grid. Rows and columns are all of one size, so only those in view
 * are made: 300 codes by 2,000 documents scroll like a page of ten.
 */
export function FrequencyGrid({ table, spec, codes }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const view = useScrollView(box)
  const { heat, zeros } = useStore(tableLook, state => state)
  const lines = useMemo(() => linesOf(table, codes), [table, codes])
  const largest = useMemo(() => largestValue(table), [table])
  const columns = useMemo(() => table.columns.slice(1), [table])
  const { at, setAt, onKeyDown } = useTableKeys(box, lines.length, columns.length)
  const rows = visibleStrips(view.top, view.height - SIZES.head, SIZES.row, lines.length, [
    at.row,
    lines.length - 1,
  ])
  const shown = visibleStrips(view.left, view.width - SIZES.label, SIZES.column, columns.length, [
    at.column,
    columns.length - 1,
  ])
  // the same from one scroll to the next, so that only cells that come into view are made
  const grid = useMemo((): Grid => {
    const onOpen: Grid['onOpen'] = (line, column) =>
      openDoor(spec, table, codes, doorOf(columns, line, column))
    return { columns, figure: spec.figure, largest, zeros, onFocus: setAt, onOpen }
  }, [spec, table, codes, columns, largest, zeros, setAt])
  return (
    <div
      ref={box}
      className={heat ? 'frequency-grid frequency-heat' : 'frequency-grid'}
      role="grid"
      tabIndex={-1}
      aria-label={table.title}
      aria-rowcount={lines.length + 1}
      aria-colcount={table.columns.length}
      onKeyDown={onKeyDown}
    >
      <div
        className="frequency-canvas"
        role="presentation"
        style={{
          height: SIZES.head + lines.length * SIZES.row,
          width: SIZES.label + columns.length * SIZES.column,
        }}
      >
        <HeadRow grid={grid} shown={shown} at={at.row === -1 ? at.column : null} />
        {rows.map(index => (
          <FrequencyRow
            key={lines[index]!.key}
            grid={grid}
            shown={shown}
            line={lines[index]!}
            index={index}
            at={at.row === index ? at.column : null}
          />
        ))}
      </div>
    </div>
  )
}

function doorOf(columns: readonly Column[], line: Line | null, column: number | null): Door {
  const head = column === null ? undefined : columns[column]
  const isCode = line !== null && line.row?.role !== 'total'
  return {
    code: isCode ? { key: line.key, title: line.code?.name ?? line.key, branch: line.row === null } : null,
    column: head === undefined || head.role === 'total' ? null : head,
  }
}
