import type { Span } from '../../../shared/model/span.ts'
import type { UnitName, Units } from '../units.ts'

interface Hands {
  readonly units: Units
  readonly offsetAt: (x: number, y: number) => number | null
  readonly focus: () => void
  readonly select: (anchor: number, focus: number) => void
  /** the button went down: until it is up nothing is final */
  readonly began: () => void
  /** it is up again, and the browser has put its selection right */
  readonly ended: (event: MouseEvent) => void
}

/** Two clicks mean a word, three a sentence, four a paragraph, five what one speaker says. */
const CYCLE: readonly UnitName[] = ['word', 'sentence', 'paragraph', 'turn']

/** Plain dragging is the browser's; clicks in succession, and dragging after them, go by units of ours. */
export function followPointer(root: HTMLElement, hands: Hands): () => void {
  const down = (event: MouseEvent) => {
    if (event.button !== 0) return
    hands.began()
    window.addEventListener('mouseup', up, { once: true })
    if (event.detail >= 2 && !event.shiftKey) dragByUnits(event, hands)
  }
  // the browser collapses a selection that was clicked into only after this event
  const up = (event: MouseEvent) => void setTimeout(() => hands.ended(event))
  root.addEventListener('mousedown', down)
  return () => {
    root.removeEventListener('mousedown', down)
    window.removeEventListener('mouseup', up)
  }
}

type UnitHands = Pick<Hands, 'units' | 'offsetAt' | 'focus' | 'select'>

export function dragByUnits(event: MouseEvent, { units, offsetAt, focus, select }: UnitHands): void {
  event.preventDefault()
  focus()
  const unitAt = (x: number, y: number): Span | null => {
    const offset = offsetAt(x, y)
    if (offset === null) return null
    const name = CYCLE[Math.min(event.detail - 2, CYCLE.length - 1)]!
    return units.at(name, offset) ?? units.at('paragraph', offset)
  }
  const first = unitAt(event.clientX, event.clientY)
  if (!first) return
  select(first.start, first.end)
  const move = ({ clientX, clientY }: MouseEvent) => {
    const here = unitAt(clientX, clientY)
    if (!here) return
    if (here.start < first.start) select(first.end, here.start)
    else select(first.start, Math.max(first.end, here.end))
  }
  window.addEventListener('mousemove', move)
  window.addEventListener('mouseup', () => window.removeEventListener('mousemove', move), { once: true })
}
