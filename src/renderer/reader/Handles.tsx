import { type PointerEvent, useState } from 'react'
import type { Span } from '../../shared/model/span.ts'
import { preferences } from '../state/preferences.ts'
import { useStore } from '../ui/use-store.ts'
import { useLayoutCount } from './margin/use-picture.ts'
import { type ReaderData, type ReaderModel, spanOf } from './model.ts'
import { useOwnCoding } from './own-pane.ts'
import { dragEdge, dragStep, resize } from './resizing.ts'
import './handles.css'

/** At both ends of the selected segment, something to drag. The keyboard's way is Shift and the arrows. */
export function Handles({
  model,
  data,
  host,
}: {
  model: ReaderModel
  data: ReaderData
  host: HTMLElement | null
}) {
  useLayoutCount(model)
  const segmentId = useOwnCoding(state => state.segmentId)
  const resizing = useStore(model.store, state => state.resizing)
  const [dragged, setDragged] = useState<Span | null>(null)
  const segment = segmentId === null ? undefined : data.segments.byId(segmentId)
  if (!segment || segment.area || !host) return null
  const span = dragged ?? spanOf(segment, { resizing })
  const drag = (edge: 'start' | 'end') => ({
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
      const offset = model.view.offsetAt(event.clientX, event.clientY)
      const by = dragStep(preferences.getState().snap, event.altKey)
      const next = offset === null ? null : dragEdge(span, edge, offset, by, model.units)
      if (!next) return
      setDragged(next)
      model.store.setState({ resizing: { segmentId: segment.id, span: next } })
    },
    onPointerUp: () => {
      setDragged(null)
      if (dragged && (dragged.start !== segment.start || dragged.end !== segment.end)) {
        void resize(model, segment.id, dragged)
      } else model.store.setState({ resizing: null })
    },
  })
  return (
    <>
      <Handle model={model} host={host} edge="start" offset={span.start} {...drag('start')} />
      <Handle model={model} host={host} edge="end" offset={span.end} {...drag('end')} />
    </>
  )
}

interface HandleProps {
  readonly model: ReaderModel
  readonly host: HTMLElement
  readonly edge: 'start' | 'end'
  readonly offset: number
  readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void
  readonly onPointerUp: (event: PointerEvent<HTMLElement>) => void
}

function Handle({ model, host, edge, offset, onPointerMove, onPointerUp }: HandleProps) {
  const { view } = model
  const near = view.window()
  if (offset < near.start || offset > near.end) return null
  const inside =
    edge === 'start' ? { start: offset, end: offset + 1 } : { start: Math.max(0, offset - 1), end: offset }
  const box = view.rectsOf(inside)[0] ?? view.caretRect(offset)
  if (!box) return null
  const page = host.getBoundingClientRect()
  const isLeft = (edge === 'start') === (getComputedStyle(view.element).direction !== 'rtl')
  return (
    <span
      className={`handle handle-${edge}`}
      aria-hidden="true"
      style={{
        left: (isLeft ? box.left : box.right) - page.left,
        top: box.top - page.top,
        height: box.height,
      }}
      onPointerDown={event => {
        event.preventDefault()
        event.currentTarget.setPointerCapture(event.pointerId)
      }}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
    />
  )
}
