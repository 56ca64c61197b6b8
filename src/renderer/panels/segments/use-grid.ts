import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef } from 'react'
import type { SegmentRow } from '../../../shared/contract/segments.ts'
import { spotOf } from '../../ui/popover-at.tsx'
import { ask, drawerState, keyOf } from './drawer-state.ts'
import { type GridKey, gridKey, type Verb } from './grid-keys.ts'
import { openPlace } from './open-place.ts'
import { pickAll, pickAlong, pickNone, togglePicked } from './picking.ts'
import type { RowLayout } from './row-layout.ts'
import { copyQuotations, deleteSegments, removeCodings } from './segment-deeds.ts'

interface Grid {
  readonly box: RefObject<HTMLDivElement | null>
  readonly layout: RowLayout
  readonly rowHeight: number
  rowAt(index: number): SegmentRow | undefined
}

/** The keys of the list: arrows between rows, and into the buttons of one; letters as verbs. */
export function useGridKeys({ box, layout, rowHeight, rowAt }: Grid): (event: KeyboardEvent) => void {
  function goTo(index: number): void {
    const next = Math.max(0, Math.min(layout.total - 1, index))
    drawerState.setState({ at: next })
    const element = box.current!
    element.scrollTop = layout.scrollTo(next, element.scrollTop, element.clientHeight)
    requestAnimationFrame(() => focusAt(element))
  }
  function act(pressed: GridKey, line: HTMLElement): void {
    // the row that the key was pressed on: what is drawn may lag behind the focus by a moment
    const index = Number(line.getAttribute('aria-rowindex')) - 1
    const row = rowAt(index)
    if ('step' in pressed) {
      if (pressed.pick && row) pickAlong(row, rowAt(index + pressed.step))
      goTo(index + pressed.step)
    } else if ('none' in pressed) pickNone()
    else if ('cell' in pressed) stepCell(line, pressed.cell)
    else if (row) verb(pressed.verb, row, line)
  }
  return event => {
    const target = event.target as HTMLElement
    const line = target.closest<HTMLElement>('[role="row"]')
    // words that are typed are no keys of the list, and on a button these two are the button's
    if (!line || target instanceof HTMLTextAreaElement) return
    if (target !== line && (event.key === 'Enter' || event.key === ' ')) return
    const page = Math.max(1, Math.floor(box.current!.clientHeight / rowHeight) - 1)
    const pressed = gridKey(event.nativeEvent, page)
    if (!pressed) return
    // with nothing picked, Esc is somebody else's
    if ('none' in pressed && drawerState.getState().picked.size === 0) return
    event.preventDefault()
    act(pressed, line)
  }
}

function verb(name: Verb, row: SegmentRow, line: HTMLElement): void {
  if (name === 'open') openPlace(row)
  else if (name === 'copy') void copyQuotations(row)
  else if (name === 'pick') togglePicked(row)
  else if (name === 'pickAll') void pickAll()
  else if (name === 'remove') void removeCodings(row)
  else if (name === 'delete') void deleteSegments(row)
  else if (name === 'comment') drawerState.setState({ commenting: keyOf(row) })
  else ask(name, row, spotOf(line.querySelector('.segments-quote') ?? line))
}

const focusAt = (box: HTMLElement) =>
  box.querySelector<HTMLElement>('[data-at="true"]')?.focus({ preventScroll: true })

/** From the row into its buttons and back. */
function stepCell(line: HTMLElement, step: 1 | -1): void {
  const stops = [line, ...line.querySelectorAll<HTMLElement>('button')]
  const from = stops.indexOf(document.activeElement as HTMLElement)
  stops[Math.max(0, Math.min(stops.length - 1, from + step))]?.focus({ preventScroll: true })
}

/** When the row with the focus goes (removed, recoded out of the list), the one in its place has it. `total`: null while it is not known. */
export function useFocusKept(box: RefObject<HTMLDivElement | null>, at: number, total: number | null): void {
  const hadFocus = useRef(false)
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const note = (event: FocusEvent) => {
      hadFocus.current = element.contains(event.target as Node)
    }
    document.addEventListener('focusin', note)
    return () => document.removeEventListener('focusin', note)
  }, [box])
  useLayoutEffect(() => {
    if (total !== null && total > 0 && at >= total) drawerState.setState({ at: total - 1 })
  }, [at, total])
  useLayoutEffect(() => {
    const lost = document.activeElement === document.body || document.activeElement === null
    if (hadFocus.current && lost && box.current) focusAt(box.current)
  })
}
