import type { KeyboardEvent } from 'react'
import { commandAt } from '../../commands/keys.ts'
import { attempt } from '../../state/messages.ts'
import { removeCodings } from '../deeds.ts'
import type { ReaderModel } from '../model.ts'
import { deselect, revealSegment, selectSegment } from '../selecting.ts'
import { type Bar, labelOf, type MarginPicture } from './bars.ts'

/** Keys on a bar: arrows to the others, Esc to the text; what else they do is in the catalogue. */
export function pressInMargin(
  event: KeyboardEvent<HTMLElement>,
  model: ReaderModel,
  { bars }: MarginPicture,
  setHome: (id: string) => void,
): void {
  const id = event.target instanceof HTMLElement ? event.target.dataset['bar'] : undefined
  const ordered = bars.toSorted((a, b) => a.top - b.top || a.lane - b.lane)
  const at = ordered.findIndex(bar => bar.id === id)
  const bar = ordered[at]
  if (!bar) return
  const command = commandAt(event.nativeEvent, 'margin')
  const isHeld = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey
  const to = isHeld ? undefined : neighbour(ordered, at, event.key)
  if (to) goTo(to, model, setHome)
  else if (command === 'margin.select') selectSegment(model, bar.segment)
  else if (command === 'margin.remove' && bar.codingId) {
    const next = ordered[at + 1] ?? ordered[at - 1]
    if (next) goTo(next, model, setHome)
    else model.view.focus()
    const words = `${labelOf(bar)} taken off ${bar.segment.reference}`
    void attempt(() => removeCodings([bar.codingId!], words))
  } else if (event.key === 'Escape' && !isHeld) {
    deselect(model)
    model.view.focus()
  } else return
  event.preventDefault()
  event.stopPropagation()
}

function neighbour(bars: readonly Bar[], at: number, key: string): Bar | undefined {
  if (key === 'ArrowDown' || key === 'ArrowRight') return bars[at + 1]
  if (key === 'ArrowUp' || key === 'ArrowLeft') return bars[at - 1]
  if (key === 'Home') return bars[0]
  return key === 'End' ? bars.at(-1) : undefined
}

/** What is just beyond the screen has a bar too; going there brings its neighbours. */
function goTo(bar: Bar, model: ReaderModel, setHome: (id: string) => void): void {
  setHome(bar.id)
  document.querySelector<HTMLElement>(`[data-bar="${bar.id}"]`)?.focus({ preventScroll: true })
  selectSegment(model, bar.segment)
  revealSegment(model, bar.segment, 'unless-seen')
}
