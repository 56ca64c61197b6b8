import type { ReactNode } from 'react'
import './panel-head.css'

interface Props {
  readonly title: string
  readonly count: number
  /** buttons at the end of the line of the title */
  readonly buttons: ReactNode
  /** below it, such as a filter */
  readonly children?: ReactNode
}

/** The head of a side panel. */
export function PanelHead({ title, count, buttons, children }: Props) {
  return (
    <header className="panel-head">
      <div className="panel-line">
        <h2 className="panel-title">
          {title} {count === 0 ? null : <span className="panel-count">{count}</span>}
        </h2>
        {buttons}
      </div>
      {children}
    </header>
  )
}
