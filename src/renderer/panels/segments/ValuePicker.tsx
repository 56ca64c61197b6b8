import { useMemo, useState } from 'react'
import { Autocomplete, Input, Menu, MenuItem, SearchField } from 'react-aria-components'
import { foldText } from '../../../shared/text/fold.ts'
import { Icon } from '../../ui/icons.tsx'
import { PanelAt, type Spot } from '../../ui/popover-at.tsx'
import type { Named } from './condition-names.ts'

interface Props {
  readonly title: string
  readonly values: readonly Named[]
  readonly spot: Spot
  readonly onChoose: (id: string) => void
  readonly onClose: () => void
}

/** More than this nobody reads through: some letters are quicker. */
const MOST = 200

/** Chooses one of many by some letters of its name. */
export function ValuePicker({ title, values, spot, onChoose, onClose }: Props) {
  const [query, setQuery] = useState('')
  const found = useMemo(() => {
    const wanted = foldText(query.trim())
    return values.filter(({ name }) => foldText(name).includes(wanted)).slice(0, MOST)
  }, [values, query])
  return (
    <PanelAt spot={spot} onClose={onClose} label={title} className="segments-values">
      <Autocomplete inputValue={query} onInputChange={setQuery}>
        <SearchField aria-label={title} autoFocus className="segments-values-field">
          <Icon name="search" size={14} />
          <Input placeholder={title} />
        </SearchField>
        <Menu
          aria-label={title}
          className="segments-values-list"
          onAction={id => {
            onClose()
            onChoose(String(id))
          }}
          renderEmptyState={() => <p className="segments-values-none">Nothing fits “{query}”.</p>}
        >
          {found.map(({ id, name }) => (
            <MenuItem key={id} id={id} textValue={name} className="segments-values-item">
              <span dir="auto">{name}</span>
            </MenuItem>
          ))}
        </Menu>
      </Autocomplete>
    </PanelAt>
  )
}
