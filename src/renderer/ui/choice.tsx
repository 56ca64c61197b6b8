import { useId } from 'react'
import './choice.css'

interface Props<K extends string> {
  readonly label: string
  readonly options: Readonly<Record<K, string>>
  readonly value: K
  readonly onChange: (value: K) => void
}

/** One of a few, by the system's own list: works everywhere and by every means. */
export function Choice<K extends string>({ label, options, value, onChange }: Props<K>) {
  const id = useId()
  return (
    <span className="choice">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={event => onChange(event.target.value as K)}>
        {(Object.entries(options) as [K, string][]).map(([key, name]) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </select>
    </span>
  )
}
