import { Button, Input, SearchField } from 'react-aria-components'
import './filter-field.css'
import { Icon } from './icons.tsx'

interface Props {
  readonly label: string
  readonly placeholder: string
  readonly value: string
  readonly onChange: (value: string) => void
}

/** Narrows a list as one types; Esc clears it. */
export function FilterField({ label, placeholder, value, onChange }: Props) {
  return (
    <SearchField
      aria-label={label}
      value={value}
      onChange={onChange}
      onKeyDown={event => {
        // while words stand here, undo is that of the field
        const undoes = (event.ctrlKey || event.metaKey) && /^[zy]$/i.test(event.key) && value !== ''
        if (event.key === 'ArrowDown') toList(event.target as Element)
        else if (!undoes) event.continuePropagation()
      }}
      className="filter-field"
    >
      <Icon name="search" size={13} />
      <Input placeholder={placeholder} spellCheck="false" />
      {value === '' ? null : (
        <Button className="filter-clear">
          <Icon name="close" size={12} />
        </Button>
      )}
    </SearchField>
  )
}

/** From the field down into the list that it narrows. */
function toList(field: Element): void {
  field.closest('[data-place]')?.querySelector<HTMLElement>('[data-home]')?.focus()
}
