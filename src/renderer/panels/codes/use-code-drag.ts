import { type DragEvent, useRef, useState } from 'react'
import type { Code } from '../../../shared/contract/codes.ts'
import type { CodeId } from '../../../shared/model/ids.ts'
import { CODE_DRAG, CODING_DRAG, carriedCoding } from '../../state/carried.ts'
import { coding } from '../../state/coding.ts'
import { attempt } from '../../state/messages.ts'
import { sayUndoable } from '../../ui/undo-message.ts'
import { applyToSelection, mergeCodes, moveCode, recodeByDrag } from './code-deeds.ts'
import { dropPlace, mayMerge, type Zone } from './code-moves.ts'
import type { CodeRow } from './code-rows.ts'
import { actedOn, chooseOnly } from './codes-state.ts'

export interface Over {
  /** null: below all rows */
  readonly row: CodeRow | null
  /** apply: a passage of the text is dragged onto the code; recode: a coding out of the margin */
  readonly zone: Zone | 'merge' | 'apply' | 'recode'
}

const EDGE = 0.28
const OPEN_AFTER = 700

/** Drag and drop within the tree, out of it to the text, and from the text onto a code. */
export function useCodeDrag(
  codes: readonly Code[],
  rows: readonly CodeRow[],
  onOpen: (id: CodeId) => void,
): { over: Over | null; dragged: Code | null; handlers: DragHandlers } {
  const [dragged, setDragged] = useState<CodeId | null>(null)
  const [over, setOver] = useState<Over | null>(null)
  const waiting = useRef<{ key: string; since: number } | null>(null)

  function openInTime(row: CodeRow): void {
    const before = waiting.current
    if (before?.key !== row.key) waiting.current = { key: row.key, since: Date.now() }
    else if (row.expanded === false && row.code && Date.now() - before.since > OPEN_AFTER) onOpen(row.code.id)
  }

  const end = () => {
    setDragged(null)
    setOver(null)
    waiting.current = null
  }
  const handlers: DragHandlers = {
    onDragStart: event => {
      const code = rowAt(rows, event)?.code
      if (!code) return
      event.dataTransfer.setData(CODE_DRAG, code.id)
      event.dataTransfer.setData('text/plain', code.name)
      event.dataTransfer.effectAllowed = 'all'
      setDragged(code.id)
    },
    onDragOver: event => {
      const row = rowAt(rows, event)
      const next = overOf(codes, dragged, row, event)
      if (row) openInTime(row)
      if (next) {
        event.preventDefault()
        event.dataTransfer.dropEffect = dragged === null ? 'copy' : 'move'
      }
      setOver(old => (old?.row?.key === next?.row?.key && old?.zone === next?.zone ? old : next))
    },
    onDragLeave: event => {
      if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(null)
    },
    onDrop: event => {
      const target = overOf(codes, dragged, rowAt(rows, event), event)
      if (target) {
        event.preventDefault()
        event.stopPropagation()
        if (target.zone === 'recode' && target.row?.code) {
          const carried = carriedCoding(event.dataTransfer)
          if (carried) void recodeByDrag(carried, target.row.code, event.ctrlKey)
        } else void drop(codes, dragged, target)
      }
      end()
    },
    onDragEnd: end,
  }
  return { over, dragged: codes.find(code => code.id === dragged) ?? null, handlers }
}

export type DragHandlers = Readonly<
  Record<
    'onDragStart' | 'onDragOver' | 'onDragLeave' | 'onDrop' | 'onDragEnd',
    (event: DragEvent<HTMLDivElement>) => void
  >
>

function rowAt(rows: readonly CodeRow[], event: DragEvent): CodeRow | null {
  const element = (event.target as Element).closest<HTMLElement>('[role="treeitem"]')
  return rows.find(row => row.key === element?.dataset['key']) ?? null
}

/** What a drop here would do, or null: nothing. */
function overOf(
  codes: readonly Code[],
  dragged: CodeId | null,
  row: CodeRow | null,
  event: DragEvent,
): Over | null {
  if (dragged === null && event.dataTransfer.types.includes(CODING_DRAG))
    return row?.code?.codable === true ? { row, zone: 'recode' } : null
  if (dragged === null) {
    const carriesText = event.dataTransfer.types.includes('text/plain')
    const takes = carriesText && row?.code?.codable === true && coding.getState().selection !== null
    return takes ? { row, zone: 'apply' } : null
  }
  if (row === null) return { row, zone: 'after' }
  if (!row.code) return null
  if (event.shiftKey)
    return mayMerge(codes, sourcesOf(codes, dragged), row.code.id) ? { row, zone: 'merge' } : null
  const zone = zoneOf(event)
  return dropPlace(codes, dragged, { id: row.code.id, expanded: row.expanded }, zone) ? { row, zone } : null
}

function zoneOf(event: DragEvent): Zone {
  const box = (event.target as Element).closest('[role="treeitem"]')?.getBoundingClientRect()
  const part = box ? (event.clientY - box.top) / box.height : 0.5
  return part < EDGE ? 'before' : part > 1 - EDGE ? 'after' : 'into'
}

/** Several selected codes merge together; they move one by one. */
function sourcesOf(codes: readonly Code[], dragged: CodeId): readonly CodeId[] {
  const together = actedOn(codes)
  return together.includes(dragged) ? together : [dragged]
}

async function drop(codes: readonly Code[], dragged: CodeId | null, { row, zone }: Over): Promise<void> {
  const target = row?.code ?? null
  if (zone === 'apply') return target === null ? undefined : applyToSelection(target)
  const code = codes.find(one => one.id === dragged)
  if (!code || zone === 'recode') return
  if (zone === 'merge')
    return target === null ? undefined : mergeCodes(codes, sourcesOf(codes, code.id), target)
  const place =
    row === null || target === null
      ? { parentId: null, before: null }
      : dropPlace(codes, code.id, { id: target.id, expanded: row.expanded }, zone)
  if (place === null || !(await moveCode(code.id, place))) return
  chooseOnly(code.id)
  await attempt(() => sayUndoable(`Moved “${code.name}”.`))
}

/** What the foot of the panel says while a code is dragged. */
export function dropWords(dragged: Code | null, over: Over | null): string | null {
  if (over?.zone === 'apply') return `Code the passage with “${over.row?.code?.name}”`
  if (over?.zone === 'recode') return `“${over.row?.code?.name}” instead · with Ctrl: as well`
  if (dragged === null) return null
  const name = over?.row?.code?.name
  if (over?.zone === 'merge') return `Merge “${dragged.name}” into “${name}”`
  if (over?.zone === 'into') return `Put it below “${name}” · with Shift: merge`
  if (over !== null) return 'Put it here'
  return 'Onto the text: code · on a line: move · onto a code: put below it, with Shift merge'
}
