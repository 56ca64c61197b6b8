import type { ReactElement } from 'react'
import { Focusable, Tooltip, TooltipTrigger } from 'react-aria-components'

/** The whole of a name that may be cut, at hover and focus. */
export function FullName({ name, children }: { name: string; children: ReactElement }) {
  return (
    <TooltipTrigger delay={500} closeDelay={60}>
      <Focusable>{children as ReactElement<never, string>}</Focusable>
      <Tooltip className="tooltip" offset={4}>
        {name}
      </Tooltip>
    </TooltipTrigger>
  )
}
