import { announce } from '../state/messages.ts'
import { type Spot, spotOf } from '../ui/popover-at.tsx'
import { areasMeeting } from './areas/area-model.ts'
import type { ReaderMenu, ReaderModel } from './model.ts'
import { segmentWords } from './say.ts'
import { selectedSegment } from './target.ts'

/** S: a list of the segments at the caret, innermost first; nothing to choose from is said. */
export function openSegmentsHere(model: ReaderModel): void {
  const { data, view } = model
  const selected = selectedSegment(model)
  const selection = view.selection()
  const here = selection
    ? data.segments.overlapping(selection)
    : selected
      ? selected.area
        ? areasMeeting(model, selected)
        : data.segments.overlapping(selected)
      : data.segments.at(view.caret())
  if (here.length === 0) {
    announce('No segment here')
    return
  }
  announce(here.map(segment => segmentWords(segment, model, data)).join('; '))
  openMenu(model, caretSpot(model), { kind: 'segments', ids: here.map(({ id }) => id) })
}

export function openMenu(model: ReaderModel, spot: Spot, about: ReaderMenu['about']): void {
  model.store.setState({ menu: { spot, about }, isBarShown: false })
}

/** Where the caret is; the text itself where that is not on the screen. */
export function caretSpot({ view }: ReaderModel): Spot {
  const rect = view.caretRect(view.selection()?.end ?? view.caret())
  return rect ? { x: rect.x, y: rect.y, width: 1, height: rect.height } : spotOf(view.element)
}

/** A right click in the text means the selection if it is on it, else the place it is at. */
export function askInText(model: ReaderModel, event: { clientX: number; clientY: number }): void {
  const { view } = model
  // the menu key: no pointer, or one at the corner of the element
  const isByKey = event.clientX <= 0 && event.clientY <= 0
  const offset = isByKey ? null : view.offsetAt(event.clientX, event.clientY)
  const selection = view.selection()
  const isOnSelection = selection && offset !== null && offset >= selection.start && offset <= selection.end
  if (offset !== null && !isOnSelection) view.placeCaret(offset)
  const spot = isByKey ? caretSpot(model) : { x: event.clientX, y: event.clientY, width: 0, height: 0 }
  openMenu(model, spot, { kind: 'text' })
}
