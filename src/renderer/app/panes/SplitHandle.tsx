import type { KeyboardEvent, PointerEvent } from 'react'

interface Props {
  readonly label: string
  /** of what it makes wider and narrower, px */
  readonly width: number
  readonly least: number
  readonly most: number
  /** 1: wider to the right */
  readonly outward: 1 | -1
  readonly onResize: (width: number) => void
}

const STEP = 16

/** The line between two columns, to be dragged or moved with the arrow keys, Home and End. */
export function SplitHandle({ label, width, least, most, outward, onResize }: Props) {
  function drag(event: PointerEvent<HTMLElement>): void {
    const from = event.clientX
    const handle = event.currentTarget
    handle.setPointerCapture(event.pointerId)
    const move = (moved: globalThis.PointerEvent) => onResize(width + outward * (moved.clientX - from))
    const stop = () => {
      handle.removeEventListener('pointermove', move)
      handle.removeEventListener('pointerup', stop)
      handle.removeEventListener('pointercancel', stop)
    }
    handle.addEventListener('pointermove', move)
    handle.addEventListener('pointerup', stop)
    handle.addEventListener('pointercancel', stop)
  }
  function step(event: KeyboardEvent): void {
    const widths: Record<string, number> = {
      ArrowLeft: width - outward * STEP,
      ArrowRight: width + outward * STEP,
      Home: least,
      End: most,
    }
    const next = event.altKey || event.ctrlKey || event.metaKey ? undefined : widths[event.key]
    if (next === undefined) return
    event.preventDefault()
    event.stopPropagation()
    onResize(next)
  }
  return (
    <div
      className="splitter-handle"
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={Math.round(width)}
      aria-valuemin={Math.round(least)}
      aria-valuemax={Math.round(most)}
      tabIndex={0}
      onPointerDown={drag}
      onKeyDown={step}
    />
  )
}
