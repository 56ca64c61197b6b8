import { dragByUnits } from '../text-view/pointer.ts'
import type { Units } from '../units.ts'
import type { Desk } from './desk.ts'
import type { Column, PageGeometry } from './geometry.ts'
import type { PageSelection } from './selection.ts'

interface Hands {
  readonly desk: Desk
  readonly geometry: PageGeometry
  readonly units: Units
  readonly selection: PageSelection
  readonly focus: () => void
  readonly select: (anchor: number, focus: number) => void
  readonly began: () => void
  readonly ended: (event: MouseEvent) => void
}

/** px beyond the edge of the screen for each px of scrolling in a frame */
const PULL = 6

/**
 * Selecting with the pointer. It is not the browser's: that one goes by the order and the gaps
 * of elements, and would jump to another column wherever the pointer leaves a line.
 */
export function followPagePointer(root: HTMLElement, hands: Hands): () => void {
  let stopDrag: (() => void) | undefined
  const down = (event: MouseEvent) => {
    if (event.button !== 0 || !isText(event.target)) return
    const { desk, geometry, selection } = hands
    const hit = at(desk, geometry, event.clientX, event.clientY, null)
    hands.began()
    window.addEventListener('mouseup', up, { once: true })
    if (event.detail >= 2 && !event.shiftKey) {
      const offsetAt = (x: number, y: number) => at(desk, geometry, x, y, null)?.offset ?? null
      dragByUnits(event, { ...hands, offsetAt })
      return
    }
    const { span } = selection
    const isInside = hit !== null && span !== null && hit.offset > span.start && hit.offset < span.end
    if (isInside && !event.shiftKey) {
      // what is selected can be carried away; a plain click takes the selection off
      carryOrClick(hit.offset, hands)
      return
    }
    event.preventDefault()
    hands.focus()
    if (!hit) return
    const anchor = event.shiftKey ? selection.anchor : hit.offset
    hands.select(anchor, hit.offset)
    stopDrag = drag(anchor, hit.column, hands)
  }
  const up = (event: MouseEvent) => {
    stopDrag?.()
    setTimeout(() => hands.ended(event))
  }
  root.addEventListener('mousedown', down)
  return () => {
    stopDrag?.()
    root.removeEventListener('mousedown', down)
    window.removeEventListener('mouseup', up)
  }
}

/** Links and what is laid over the pages have a pointer of their own. */
const isText = (target: EventTarget | null) =>
  target instanceof Element && target.closest('button, a, input, [data-own-pointer]') === null

function at(desk: Desk, geometry: PageGeometry, x: number, y: number, before: Column | null) {
  const point = desk.near(x, y)
  return point && geometry.hit(point, before)
}

function carryOrClick(offset: number, { select }: Hands): void {
  const listening = new AbortController()
  const stop = () => listening.abort()
  window.addEventListener('dragstart', stop, { signal: listening.signal })
  window.addEventListener(
    'mouseup',
    () => {
      stop()
      select(offset, offset)
    },
    { signal: listening.signal },
  )
}

function drag(anchor: number, column: Column | null, hands: Hands): () => void {
  let before = column
  let last: MouseEvent | null = null
  let frame = 0
  const extend = ({ clientX, clientY }: MouseEvent) => {
    const hit = at(hands.desk, hands.geometry, clientX, clientY, before)
    if (!hit) return
    before = hit.column
    if (hit.offset !== hands.selection.focus) hands.select(anchor, hit.offset)
  }
  const pull = () => {
    frame = 0
    if (!last) return
    const off = beyond(last.clientY, hands.desk)
    if (off === 0) return
    hands.desk.scrollBy(0, off / PULL)
    extend(last)
    frame = requestAnimationFrame(pull)
  }
  const move = (event: MouseEvent) => {
    last = event
    extend(event)
    if (frame === 0) frame = requestAnimationFrame(pull)
  }
  window.addEventListener('mousemove', move)
  return () => {
    window.removeEventListener('mousemove', move)
    cancelAnimationFrame(frame)
  }
}

/** How far the pointer is above or below the screen. */
function beyond(clientY: number, desk: Desk): number {
  const screen = desk.screen()
  const y = clientY - desk.element.getBoundingClientRect().top - screen.y
  if (y < 12) return y - 12
  return y > screen.height - 12 ? y - screen.height + 12 : 0
}
