import type { ReactNode } from 'react'
import { Autocomplete, Input, Menu, SearchField } from 'react-aria-components'
import { Icon } from './icons.tsx'
import './pick-list.css'
import { PanelAt, type Spot } from './popover-at.tsx'

interface Props {
  readonly spot: Spot
  readonly onClose: () => void
  /** names the panel and its field */
  readonly label: string
  /** names the list */
  readonly listLabel: string
  readonly placeholder: string
  /** of the panel, besides `pick-list`: how large it is */
  readonly className: string
  /** shown above the field */
  readonly heading?: ReactNode
  readonly query: string
  readonly onQuery: (query: string) => void
  readonly onChoose: (id: string) => void
  /** said where nothing fits */
  readonly nothing: string
  /** menu items of the class `pick-list-item` */
  readonly children: ReactNode
}

/** Beside what it is about, a list that some letters narrow; one of it is chosen. */
export function PickList(props: Props) {
  const { spot, onClose, label, listLabel, placeholder, className, heading } = props
  const { query, onQuery, onChoose, nothing, children } = props
  return (
    <PanelAt spot={spot} onClose={onClose} label={label} className={`pick-list ${className}`}>
      {heading}
      <Autocomplete inputValue={query} onInputChange={onQuery}>
        <SearchField aria-label={label} autoFocus className="pick-list-field">
          <Icon name="search" size={14} />
          <Input placeholder={placeholder} />
        </SearchField>
        <Menu
          aria-label={listLabel}
          className="pick-list-items"
          onAction={id => {
            onClose()
            onChoose(String(id))
          }}
          renderEmptyState={() => <p className="pick-list-nothing">{nothing}</p>}
        >
          {children}
        </Menu>
      </Autocomplete>
    </PanelAt>
  )
}
