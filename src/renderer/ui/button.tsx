import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps, Tooltip, TooltipTrigger } from 'react-aria-components'
import './button.css'

interface Props extends Omit<ButtonProps, 'children' | 'className'> {
  readonly children: ReactNode
  /** primary: the one thing to do here · plain: text only, for bars and lists */
  readonly look?: 'primary' | 'outline' | 'plain'
}

export function Button({ look = 'outline', children, ...props }: Props) {
  return (
    <AriaButton {...props} className={`button button-${look}`}>
      {children}
    </AriaButton>
  )
}

interface IconProps extends Omit<ButtonProps, 'children' | 'className' | 'aria-label'> {
  readonly label: string
  /** the key that does the same, shown in the tooltip */
  readonly shortcut?: string | undefined
  readonly children: ReactNode
}

/** A button that shows only a sign: its label is its name for screen readers and its tooltip for everyone. */
export function IconButton({ label, shortcut, children, ...props }: IconProps) {
  return (
    <TooltipTrigger delay={400} closeDelay={80}>
      <AriaButton {...props} aria-label={label} className="icon-button">
        {children}
      </AriaButton>
      <Tooltip className="tooltip" offset={6}>
        {label}
        {shortcut === undefined ? null : <kbd>{shortcut}</kbd>}
      </Tooltip>
    </TooltipTrigger>
  )
}
