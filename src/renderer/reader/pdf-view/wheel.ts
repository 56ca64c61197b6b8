import type { Point } from './axis.ts'
import { clampZoom, type FrameWishes, FULL_SIZE } from './frame.ts'

interface Zoomed {
  readonly state: { getState(): { readonly scale: number } }
  lay(wishes: Partial<FrameWishes>, at: Point): void
}

/** Ctrl and the wheel (which is also what two fingers on a pad send): the page grows under the pointer. */
export function followWheel(scroller: HTMLElement, view: Zoomed): () => void {
  let turned = 0
  let frame = 0
  let at: Point = { x: 0, y: 0 }
  const zoom = () => {
    frame = 0
    const now = view.state.getState().scale / FULL_SIZE
    const next = clampZoom(now * Math.exp(-turned / 400))
    turned = 0
    if (Math.abs(next - now) > 0.001) view.lay({ zoom: next }, at)
  }
  const wheel = (event: WheelEvent) => {
    if (!event.ctrlKey && !event.metaKey) return
    event.preventDefault()
    turned += event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * 16 : event.deltaY
    at = { x: event.clientX, y: event.clientY }
    frame ||= requestAnimationFrame(zoom)
  }
  scroller.addEventListener('wheel', wheel, { passive: false })
  return () => {
    cancelAnimationFrame(frame)
    scroller.removeEventListener('wheel', wheel)
  }
}
