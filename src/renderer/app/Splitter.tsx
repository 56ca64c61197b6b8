import { type ReactNode, useState } from 'react'
import { SplitHandle } from './panes/SplitHandle.tsx'

interface Props {
  /** the side on which the handle is */
  readonly edge: 'left' | 'right'
  readonly name: string
  readonly initial: number
  readonly least: number
  readonly most: number
  readonly children: ReactNode
}

/** A side column whose width is dragged, or moved with the arrow keys, and remembered on this machine. */
export function Splitter({ edge, name, initial, least, most, children }: Props) {
  const key = `postil.width.${name}`
  const [width, setWidth] = useState(() => Number(localStorage.getItem(key)) || initial)

  function resize(next: number): void {
    const fitting = Math.round(Math.min(most, Math.max(least, next)))
    setWidth(fitting)
    localStorage.setItem(key, String(fitting))
  }
  return (
    <aside className={`splitter splitter-${edge}`} aria-label={`The ${name} column`} style={{ width }}>
      {children}
      <SplitHandle
        label={`Width of the ${name} column`}
        width={width}
        least={least}
        most={most}
        outward={edge === 'right' ? 1 : -1}
        onResize={resize}
      />
    </aside>
  )
}
