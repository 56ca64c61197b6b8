import { useEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Segment } from '../../../shared/contract/segments.ts'
import type { Span } from '../../../shared/model/span.ts'
import { useStore } from '../../ui/use-store.ts'
import { areaOf } from '../areas/area-model.ts'
import { type ReaderData, type ReaderModel, type ReaderState, spanOf } from '../model.ts'
import { createMarginLayout, type MarginPicture, type MarginRoom } from './bars.ts'
import { textMeasure } from './text-measure.ts'

const NOTHING: MarginPicture = { bars: [], overflows: [], pitch: 8 }

/** Counts up whenever the text has moved; the count is on the page before the next frame. */
export function useLayoutCount({ view }: ReaderModel): number {
  const [count, setCount] = useState(0)
  useEffect(() => {
    let isWaiting = false
    return view.onLayout(() => {
      if (isWaiting) return
      isWaiting = true
      // after the observers of this frame, before it is painted
      queueMicrotask(() => {
        isWaiting = false
        flushSync(() => setCount(n => n + 1))
      })
    })
  }, [view])
  return count
}

/** The bars of what is near the screen, in the coordinates of the margin. */
export function usePicture(model: ReaderModel, data: ReaderData, margin: HTMLElement | null): MarginPicture {
  const layout = useRef<ReturnType<typeof createMarginLayout>>(null)
  layout.current ??= createMarginLayout()
  const lay = layout.current
  const resizing = useStore(model.store, state => state.resizing)
  const movingArea = useStore(model.store, state => state.movingArea)
  const count = useLayoutCount(model)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the count stands for where the text is on the page
  return useMemo(() => {
    if (!margin) return NOTHING
    const near = model.view.window()
    const { top } = margin.getBoundingClientRect()
    const segments = data.segments.near(near)
    const shown = resizing ? segments.map(one => ({ ...one, ...edgesOf(one, resizing) })) : segments
    const boxOf = (segment: Segment) =>
      boxOfArea(model, segment, movingArea, top) ?? boxIn(model, clip(segment, near), top)
    return lay(shown, boxOf, data, roomOf(margin, model.view.element))
  }, [model, data, margin, resizing, movingArea, count, lay])
}

const edgesOf = (segment: Segment, resizing: ReaderState['resizing']): Span => {
  const { start, end } = spanOf(segment, { resizing })
  return { start, end }
}

const clip = (span: Span, to: Span): Span => ({
  start: Math.max(span.start, to.start),
  end: Math.min(span.end, to.end),
})

/** Of an area on its page; null where it is not one, or no pages are shown. */
function boxOfArea(
  { printed }: ReaderModel,
  segment: Segment,
  movingArea: ReaderState['movingArea'],
  top: number,
) {
  const area = areaOf(segment, { movingArea })
  const box = area && printed?.boxOf(area)
  return box ? { top: box.top - top, bottom: box.bottom - top } : null
}

function boxIn({ view }: ReaderModel, { start, end }: Span, top: number) {
  const first = view.rectsOf({ start, end: start + 1 })[0] ?? view.caretRect(start)
  const last = view.rectsOf({ start: Math.max(start, end - 1), end }).at(-1) ?? first
  if (!first || !last) return null
  return { top: first.top - top, bottom: Math.max(last.bottom, first.bottom) - top }
}

function roomOf(margin: HTMLElement, text: HTMLElement): MarginRoom {
  const style = getComputedStyle(text)
  return {
    width: margin.clientWidth,
    line: Number.parseFloat(style.lineHeight) || 26,
    widthOf: textMeasure(getComputedStyle(margin).font),
  }
}
