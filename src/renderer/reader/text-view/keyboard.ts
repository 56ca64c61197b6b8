import type { Span } from '../../../shared/model/span.ts'
import type { Geometry } from './geometry.ts'
import { type Motion, motionOf } from './motions.ts'
import type { TextSelection } from './selection.ts'

interface Hands {
  readonly selection: TextSelection
  readonly geometry: Geometry
  readonly scroller: () => HTMLElement | undefined
  readonly reveal: (span: Span, where: 'nearest') => void
  readonly select: (anchor: number, focus: number) => void
  readonly changed: () => void
}

const isMac = navigator.platform.startsWith('Mac')

/** The caret's own keys. Whoever means something else by one has stopped it before it comes here. */
export function followKeys(root: HTMLElement, hands: Hands): () => void {
  const pressed = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || event.target !== root) return
    if (isSelectAll(event)) {
      event.preventDefault()
      hands.select(0, root.textContent.length)
      hands.changed()
      return
    }
    const motion = motionOf(event, isMac)
    if (!motion) return
    event.preventDefault()
    move(motion, hands)
  }
  root.addEventListener('keydown', pressed)
  return () => root.removeEventListener('keydown', pressed)
}

const isSelectAll = (event: KeyboardEvent) =>
  event.key.toLowerCase() === 'a' &&
  (isMac ? event.metaKey : event.ctrlKey) &&
  !event.altKey &&
  !event.shiftKey

function move(motion: Motion, hands: Hands): void {
  const { selection, reveal, changed } = hands
  if (motion.by === 'page') movePage(motion, hands)
  else {
    selection.modify(motion.extend, motion.direction, motion.by)
    selection.read()
  }
  reveal({ start: selection.focus, end: selection.focus }, 'nearest')
  changed()
}

/** A screen on, less two lines, with the caret at the same height of the screen. */
function movePage({ direction, extend }: Motion, { selection, geometry, scroller, select }: Hands): void {
  const element = scroller()
  const before = geometry.caretRect(selection.focus)
  if (!element || !before) return
  const page = (element.clientHeight - 2 * before.height) * (direction === 'forward' ? 1 : -1)
  const screen = element.getBoundingClientRect()
  const isOnScreen = before.top >= screen.top && before.bottom <= screen.bottom
  const at = element.scrollTop
  element.scrollTop += page
  // at the ends of the text there is less to scroll: the caret goes the rest of the way
  const rest = page - (element.scrollTop - at)
  const y = isOnScreen ? before.top + before.height / 2 + rest : screen.top + screen.height / 2
  const inside = Math.max(screen.top + 2, Math.min(screen.bottom - 2, y))
  const offset = geometry.offsetAt(before.left, inside)
  if (offset !== null) select(extend ? selection.anchor : offset, offset)
}
