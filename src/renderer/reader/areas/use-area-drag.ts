import { type PointerEvent, useRef } from 'react'
import type { SegmentId } from '../../../shared/model/ids.ts'
import type { Area } from '../../../shared/model/page-layout.ts'
import { announce } from '../../state/messages.ts'
import type { ReaderModel } from '../model.ts'
import { areaWords } from '../say.ts'
import { putArea, writeArea } from './area-deeds.ts'
import { lyingOf } from './area-model.ts'
import { type Hold, moved, onPage, stretched } from './rectangle.ts'

interface Drag {
  readonly area: Area
  readonly x: number
  readonly y: number
  /** null: the whole of it is carried */
  readonly hold: Hold | null
  now: Area
}

/** px below which a press is a click */
const SLIP = 3

/** Carrying an area, or one of its edges, by the pointer; the keyboard's way is the arrows. */
export function useAreaDrag(model: ReaderModel, segmentId: SegmentId | null, area: Area) {
  const drag = useRef<Drag | null>(null)
  const begin = (event: PointerEvent<HTMLElement>, hold: Hold | null) => {
    if (event.button !== 0) return
    event.preventDefault()
    event.stopPropagation()
    event.currentTarget.setPointerCapture(event.pointerId)
    event.currentTarget.closest<HTMLElement>('[data-area]')?.focus({ preventScroll: true })
    drag.current = { area, x: event.clientX, y: event.clientY, hold, now: area }
  }
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const { current } = drag
    const lying = current && lyingOf(model, current.area.page)
    if (!current || !lying) return
    const way = { x: event.clientX - current.x, y: event.clientY - current.y }
    if (current.now === current.area && Math.hypot(way.x, way.y) < SLIP) return
    const by = onPage(way, lying.turn, lying.scale)
    current.now = current.hold
      ? stretched(current.area, current.hold, by, lying.size)
      : moved(current.area, by, lying.size)
    putArea(model, segmentId, current.now)
    model.store.setState({ isBarShown: false })
  }
  const onPointerUp = () => {
    const { current } = drag
    drag.current = null
    if (!current || current.now === current.area) return
    if (segmentId === null) model.store.setState({ isBarShown: true })
    else void writeArea(model, segmentId, current.now)
    announce(`${areaWords(model, current.now)} ${current.hold ? 'resized' : 'moved'}`)
  }
  return {
    onPointerMove,
    onPointerUp,
    onLostPointerCapture: onPointerUp,
    carry: (event: PointerEvent<HTMLElement>) => begin(event, null),
    take: (hold: Hold) => (event: PointerEvent<HTMLElement>) => begin(event, hold),
  }
}
