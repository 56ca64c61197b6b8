import { useEffect } from 'react'
import { coding } from '../../state/coding.ts'
import type { ReaderModel } from '../model.ts'
import type { Point } from '../pdf-view/axis.ts'
import type { OnPage } from '../pdf-view/desk.ts'
import type { PdfView } from '../pdf-view/pdf-view.ts'
import { selectSegment } from '../selecting.ts'
import { dropDraft, takeDraft } from './area-deeds.ts'
import { areasUnder, lyingOf } from './area-model.ts'
import { between, onPage } from './rectangle.ts'

/** px that the pointer must go before it has drawn something */
const LEAST_DRAWN = 5

/** Nothing but pictures: there is no text that dragging could select. */
export const isBare = (text: string): boolean => /^[\uFFFC\s]*$/u.test(text)

/**
 * Drawing by the pointer: with the tool, with Alt, or wherever there is no text. It comes before
 * the selecting of text, which does not hear of it.
 */
export function useDrawing(model: ReaderModel, host: HTMLElement | null): void {
  useEffect(() => {
    const { printed } = model
    if (!host || !printed) return
    const isOnlyPictures = isBare(model.text)
    const down = (event: MouseEvent) => {
      if (event.button !== 0 || isTaken(event.target)) return
      const { isDrawing } = model.store.getState()
      if (!isDrawing && !event.altKey && !isOnlyPictures) return
      const start = printed.pageAt(event.clientX, event.clientY)
      if (!start) return
      event.preventDefault()
      event.stopPropagation()
      model.view.focus()
      draw(model, printed, start, { x: event.clientX, y: event.clientY })
    }
    host.addEventListener('mousedown', down, { capture: true })
    return () => host.removeEventListener('mousedown', down, { capture: true })
  }, [model, host])
}

const isTaken = (target: EventTarget | null) =>
  target instanceof Element && target.closest('button, a, input, [data-own-pointer]') !== null

function draw(model: ReaderModel, printed: PdfView, start: OnPage, from: Point): void {
  const before = model.store.getState().draft
  let isDrawn = false
  const areaTo = ({ clientX, clientY }: MouseEvent) => {
    const lying = lyingOf(model, start.page)
    if (!lying) return null
    const by = onPage({ x: clientX - from.x, y: clientY - from.y }, lying.turn, lying.scale)
    return between(start.page, start, { x: start.x + by.x, y: start.y + by.y }, lying.size)
  }
  const move = (event: MouseEvent) => {
    isDrawn ||= Math.hypot(event.clientX - from.x, event.clientY - from.y) >= LEAST_DRAWN
    const area = isDrawn ? areaTo(event) : null
    if (area) model.store.setState({ draft: area, isBarShown: false })
  }
  const listening = new AbortController()
  const { signal } = listening
  window.addEventListener('mousemove', move, { signal })
  window.addEventListener(
    'mouseup',
    event => {
      listening.abort()
      const area = isDrawn ? areaTo(event) : null
      if (area) takeDraft(model, area)
      else if (!isDrawn) clicked(model, from)
      else model.store.setState({ draft: before })
    },
    { signal },
  )
  // Esc takes back what is being drawn, and nothing else
  window.addEventListener(
    'keydown',
    event => {
      if (event.key !== 'Escape') return
      listening.abort()
      event.preventDefault()
      event.stopPropagation()
      model.store.setState({ draft: before })
    },
    { signal, capture: true },
  )
  printed.focus()
}

/** A plain click where one could draw: the areas there, from the smallest outwards; beside them, nothing is selected any more. */
function clicked(model: ReaderModel, at: Point): void {
  dropDraft(model)
  const here = areasUnder(model, at)
  const selected = here.findIndex(({ id }) => id === coding.getState().segmentId)
  const next = here[(selected + 1) % here.length]
  if (next) selectSegment(model, next)
  else coding.setState({ selection: null, segmentId: null })
}
