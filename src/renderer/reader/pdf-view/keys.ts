import type { Span } from '../../../shared/model/span.ts'
import { type Motion, motionOf } from '../text-view/motions.ts'
import type { Units } from '../units.ts'
import type { Desk } from './desk.ts'
import type { PageGeometry } from './geometry.ts'
import { type Goal, movedTo } from './motions.ts'
import type { PageSelection } from './selection.ts'

interface Hands {
  readonly desk: Desk
  readonly geometry: PageGeometry
  readonly units: Units
  readonly selection: PageSelection
  readonly length: number
  readonly reveal: (span: Span) => void
  readonly select: (anchor: number, focus: number) => void
  readonly changed: () => void
}

const isMac = navigator.platform.startsWith('Mac')

/** The caret's own keys, the same as in the text. */
export function followPageKeys(root: HTMLElement, hands: Hands): () => void {
  const goal: Goal = { along: null }
  const pressed = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || event.target !== root) return
    const isAll = event.key.toLowerCase() === 'a' && (isMac ? event.metaKey : event.ctrlKey)
    const motion = motionOf(event, isMac)
    if (isAll && !event.altKey && !event.shiftKey) hands.select(0, hands.length)
    else if (motion) move(motion, goal, hands)
    else return
    event.preventDefault()
    hands.changed()
  }
  const forget = () => {
    goal.along = null
  }
  root.addEventListener('keydown', pressed)
  root.addEventListener('mousedown', forget)
  return () => {
    root.removeEventListener('keydown', pressed)
    root.removeEventListener('mousedown', forget)
  }
}

function move(motion: Motion, goal: Goal, hands: Hands): void {
  const { selection, geometry, units, length, desk, select } = hands
  const { by, direction } = motion
  if (by === 'page') {
    moveScreen(motion, hands)
    return
  }
  const ground = { geometry, units, length, pages: desk.pages.length }
  const to = movedTo({ by, direction }, selection.focus, ground, goal)
  select(motion.extend ? selection.anchor : to, to)
  hands.reveal({ start: to, end: to })
}

const LINES_KEPT = 48

/** A screen on or back, the caret at the same height of it; at the ends the caret goes the rest of the way. */
function moveScreen({ direction, extend }: Motion, { desk, geometry, selection, select }: Hands): void {
  const before = desk.screen()
  const caret = geometry.caretBox(selection.focus)
  const step = Math.max(60, before.height - LINES_KEPT) * (direction === 'forward' ? 1 : -1)
  const isSeen = caret !== null && caret.y >= before.y && caret.y <= before.y + before.height
  const x = caret?.x ?? before.x + before.width / 2
  const y = isSeen ? caret.y + caret.height / 2 : before.y + before.height / 2
  desk.scrollBy(0, step)
  const after = desk.screen()
  const inside = Math.max(after.y + 2, Math.min(after.y + after.height - 2, y + step))
  const point = desk.nearOnDesk({ x, y: inside })
  const offset = point && (geometry.hit(point, null)?.offset ?? desk.pages[point.page]!.start)
  if (offset !== null) select(extend ? selection.anchor : offset, offset)
}
