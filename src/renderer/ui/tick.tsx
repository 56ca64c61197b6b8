import type { ReactNode } from 'react'
import { Checkbox } from 'react-aria-components'
import { Icon } from './icons.tsx'
import './tick.css'

interface Props {
  readonly checked: boolean
  /** it holds for some of several things */
  readonly some?: boolean
  readonly onChange: (checked: boolean) => void
  readonly children: ReactNode
}

/** A box to tick, with its words beside it. */
export function Tick({ checked, some = false, onChange, children }: Props) {
  return (
    <Checkbox className="tick" isSelected={checked} isIndeterminate={some} onChange={onChange}>
      <span className="tick-box" aria-hidden="true">
        {some ? '–' : checked ? <Icon name="check" size={12} /> : null}
      </span>
      {children}
    </Checkbox>
  )
}
