import { type KeyboardEvent, type PointerEvent, type ReactNode, useState } from 'react'

interface Props {
  /** the side on which the handle is */
  readonly edge: 'left' | 'right'
  readonly name: string
  readonly initial: number
  readonly least: number
  readonly most: number
  readonly children: ReactNode
}

const STEP = 16

/** A side column whose width is dragged, or moved with the arrow keys, and remembered on this machine. */
export function Splitter({ edge, name, initial, least, most, children }: Props) {
  const key = `postil.width.${name}`
  const [width, setWidth] = useState(() => Number(localStorage.getItem(key)) || initial)
  const outward = edge === 'right' ? 1 : -1

  function resize(next: number): void {
    const fitting = Math.round(Math.min(most, Math.max(least, next)))
    setWidth(fitting)
    localStorage.setItem(key, String(fitting))
  }
  function drag(event: PointerEvent<HTMLElement>): void {
    const from = event.clientX
    const handle = event.currentTarget
    handle.setPointerCapture(event.pointerId)
    const move = (moved: globalThis.PointerEvent) => resize(width + outward * (moved.clientX - from))
    const stop = () => {
      handle.removeEventListener('pointermove', move)
      handle.removeEventListener('pointerup', stop)
    }
    handle.addEventListener('pointermove', move)
    handle.addEventListener('pointerup', stop)
  }
  function step(event: KeyboardEvent): void {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
    event.preventDefault()
    event.stopPropagation()
    resize(width + outward * (event.key === 'ArrowRight' ? STEP : -STEP))
  }
  return (
    <aside className={`splitter splitter-${edge}`} aria-label={`The ${name} column`} style={{ width }}>
      {children}
      <div
        className="splitter-handle"
        role="separator"
        aria-orientation="vertical"
        aria-label={`Width of the ${name} column`}
        aria-valuenow={width}
        aria-valuemin={least}
        aria-valuemax={most}
        tabIndex={0}
        onPointerDown={drag}
        onKeyDown={step}
      />
    </aside>
  )
}
