import { type KeyboardEvent, useMemo, useState } from 'react'
import type { CodeId } from '../../shared/model/ids.ts'
import { type Choice, decide, firstRow, parseQuery, type Row, rowsFor, type Shelf, takenAs } from './rows.ts'

/** After a code was put on: the picker closes, stays open for more, or makes way for a comment. */
export type Then = 'close' | 'stay' | 'comment'

export interface PickingDeeds {
  readonly onApply: (choice: Choice, then: Then) => void
  readonly onRemove: (codeId: CodeId, stay: boolean) => void
  /** the code that was chosen is there already */
  readonly onSame: (name: string) => void
  readonly onClose: () => void
}

/** The picker's state: what was typed, which rows that brings, which of them Enter takes. */
export function usePicking(shelf: Shelf, deeds: PickingDeeds) {
  const [typed, setTyped] = useState('')
  // the row one has gone to; null: the one that comes first by itself
  const [moved, setMoved] = useState<number | null>(null)
  const { taken, live } = useMemo(() => parseQuery(typed, shelf), [typed, shelf])
  const rows = useMemo(() => rowsFor(live, shelf), [live, shelf])
  const already = taken.map(part => takenAs(part, shelf))
  const active = Math.min(moved ?? firstRow(live, rows), rows.length - 1)

  function type(next: string): void {
    setTyped(next)
    setMoved(null)
  }

  function take(row: Row | undefined, then: Then, isMeant: boolean): void {
    const decision = decide(row, already, isMeant)
    const stay = then === 'stay'
    if (decision.deed === 'remove') deeds.onRemove(decision.codeId, stay)
    else if (decision.deed === 'same') deeds.onSame(decision.name)
    else if (decision.deed === 'close') deeds.onClose()
    else {
      if (stay) type('')
      deeds.onApply(decision.choice, then)
    }
  }

  function press(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.nativeEvent.isComposing) return
    const row = rows[active]
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key]
    if (step !== undefined) setMoved(stepTo(active, step, rows.length))
    else if (event.key === 'Enter') {
      // "a; b;" and nothing after it: these two, and no third one
      const isComplete = taken.length > 0 && live === '' && moved === null
      const then = event.shiftKey ? 'stay' : event.ctrlKey || event.metaKey ? 'comment' : 'close'
      take(isComplete ? undefined : row, then, moved !== null)
    } else if (event.key === 'Backspace' && canTakeOff(row)) deeds.onRemove(row.code.id, true)
    else if (event.key === 'Escape' || event.key === 'Tab') deeds.onClose()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  /** Backspace is for typing, unless one has gone to a row with a check mark, or there is nothing to erase. */
  function canTakeOff(row: Row | undefined): row is Extract<Row, { kind: 'code' }> {
    return row?.kind === 'code' && row.isHere && (moved !== null || typed === '')
  }

  return { typed, rows, active, already, isMeant: moved !== null, type, take, press }
}

const stepTo = (active: number, step: number, count: number) =>
  Math.abs(step) === 1 ? (active + step + count) % count : Math.max(0, Math.min(count - 1, active + step))
