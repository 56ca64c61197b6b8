import { type ReactNode, useRef } from 'react'
import { Dialog, Popover } from 'react-aria-components'
import { type MenuEntry, MenuList } from './menu.tsx'
import './popover-at.css'

/** A place in the window, in its pixels: a row, or where the pointer was. */
export interface Spot {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export const spotOf = (element: Element): Spot => element.getBoundingClientRect().toJSON() as Spot

/** Where a context menu was asked for. The menu key gives no pointer: then it is the element itself. */
export function spotOfEvent(event: { clientX: number; clientY: number; currentTarget: Element }): Spot {
  const { clientX: x, clientY: y, currentTarget } = event
  return x === 0 && y === 0 ? spotOf(currentTarget) : { x, y, width: 0, height: 0 }
}

interface Props {
  readonly spot: Spot
  readonly onClose: () => void
  readonly children: ReactNode
  readonly look?: 'menu-popover' | 'popover-panel'
  /** its name, where what is inside does not name it */
  readonly label?: string
}

/** A popover without a button of its own. Focus goes back to where it was when it closes. */
export function PopoverAt({ spot, onClose, children, look = 'popover-panel', label }: Props) {
  const ghost = useRef<HTMLSpanElement>(null)
  const { x, y, width, height } = spot
  return (
    <>
      <span
        ref={ghost}
        className="popover-spot"
        style={{ left: x, top: y, width, height }}
        aria-hidden="true"
      />
      <Popover
        className={look}
        {...(label === undefined ? {} : { 'aria-label': label })}
        triggerRef={ghost}
        isOpen
        onOpenChange={open => !open && onClose()}
        placement="bottom start"
        offset={2}
      >
        {children}
      </Popover>
    </>
  )
}

interface MenuProps {
  readonly spot: Spot
  readonly onClose: () => void
  readonly label: string
  readonly groups: readonly (readonly MenuEntry[])[]
}

export function ContextMenu({ spot, onClose, label, groups }: MenuProps) {
  return (
    <PopoverAt spot={spot} onClose={onClose} look="menu-popover" label={label}>
      <MenuList label={label} groups={groups} onClose={onClose} />
    </PopoverAt>
  )
}

interface PanelProps extends Omit<Props, 'look' | 'label'> {
  readonly label: string
  readonly className: string
}

/** A small form beside what it is about. */
export function PanelAt({ spot, onClose, label, className, children }: PanelProps) {
  return (
    <PopoverAt spot={spot} onClose={onClose}>
      <Dialog aria-label={label} className={className}>
        {children}
      </Dialog>
    </PopoverAt>
  )
}
