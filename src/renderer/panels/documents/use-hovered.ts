import { type MouseEvent, useEffect, useRef, useState } from 'react'
import { type Spot, spotOf } from '../../ui/popover-at.tsx'

interface Hovered {
  readonly key: string
  readonly spot: Spot
}

const PATIENCE = 600

/** The row the pointer rests on. Any press, scroll or leaving puts an end to it. */
export function useHovered() {
  const [hovered, setHovered] = useState<Hovered | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const waitsFor = useRef<string | undefined>(undefined)

  function forget(): void {
    clearTimeout(timer.current)
    waitsFor.current = undefined
    setHovered(null)
  }
  useEffect(() => () => clearTimeout(timer.current), [])

  const watch = {
    onMouseOver: (event: MouseEvent<HTMLElement>) => {
      const row = (event.target as Element).closest<HTMLElement>('[role="treeitem"]')
      const key = row?.dataset['key']
      if (key === waitsFor.current) return
      forget()
      waitsFor.current = key
      if (row && key !== undefined)
        timer.current = setTimeout(() => setHovered({ key, spot: spotOf(row) }), PATIENCE)
    },
    onMouseLeave: forget,
    onMouseDown: forget,
    onWheel: forget,
    onContextMenu: forget,
  }
  return { hovered, watch }
}
