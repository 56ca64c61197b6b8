import type { KeyboardEvent, PointerEvent } from 'react'
import { useStore } from '../../ui/use-store.ts'
import { drawerState, setHeight } from './drawer-state.ts'

const LEAST = 120
const STEP = 24
const most = () => Math.round(window.innerHeight * 0.75)

function resize(height: number): void {
  setHeight(Math.round(Math.min(most(), Math.max(LEAST, height))))
}

/** The upper edge of the drawer: dragged, or moved with the arrow keys. */
export function DrawerEdge() {
  const height = useStore(drawerState, state => state.height)
  function drag(event: PointerEvent<HTMLElement>): void {
    const edge = event.currentTarget
    const from = event.clientY
    edge.setPointerCapture(event.pointerId)
    const move = (moved: globalThis.PointerEvent) => resize(height + from - moved.clientY)
    const stop = () => {
      edge.removeEventListener('pointermove', move)
      edge.removeEventListener('lostpointercapture', stop)
    }
    edge.addEventListener('pointermove', move)
    edge.addEventListener('lostpointercapture', stop)
  }
  function step(event: KeyboardEvent): void {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
    event.preventDefault()
    resize(height + (event.key === 'ArrowUp' ? STEP : -STEP))
  }
  return (
    <div
      className="segments-edge"
      role="separator"
      aria-orientation="horizontal"
      aria-label="Height of the list of segments"
      aria-valuenow={Math.min(height, most())}
      aria-valuemin={LEAST}
      aria-valuemax={most()}
      tabIndex={0}
      onPointerDown={drag}
      onKeyDown={step}
    />
  )
}
