import { useId, useState } from 'react'
import type { Variable } from '../../../shared/contract/variables.ts'
import { fail } from '../../../shared/errors.ts'
import type { DocumentId } from '../../../shared/model/ids.ts'
import { parseValue } from '../../../shared/model/variable-value.ts'
import { client } from '../../data/session.ts'
import { attempt } from '../../state/messages.ts'

interface Props {
  readonly variable: Variable
  readonly documentId: DocumentId
  readonly value: string | null
  /** values that other documents have: offered for categories */
  readonly others: readonly string[]
}

/** One value, kept when the field is left or with Enter. A value of the wrong type stays in the field, with the reason. */
export function VariableField({ variable, documentId, value, others }: Props) {
  const { id, name, type } = variable
  const [draft, setDraft] = useState<string | null>(null)
  const field = useId()
  const wrong = draft !== null && draft.trim() !== '' && parseValue(type, draft) === null

  async function keep(raw: string): Promise<void> {
    const next = raw.trim() === '' ? null : parseValue(type, raw)
    if (next === null && raw.trim() !== '') return
    const done =
      next === value
        ? null
        : await attempt(() => client().variables.set({ variableId: id, documentId, value: next }))
    if (done !== undefined) setDraft(null)
  }

  return (
    <div className="field variables-field">
      <label className="field-label" htmlFor={field} dir="auto">
        {name}
      </label>
      {type === 'boolean' ? (
        <YesNo id={field} value={value} onChange={next => void keep(next)} />
      ) : (
        <input
          id={field}
          className="field-input"
          dir="auto"
          type={type === 'date' ? 'date' : 'text'}
          inputMode={type === 'number' ? 'decimal' : type === 'url' ? 'url' : 'text'}
          list={type === 'category' ? `${field}-others` : undefined}
          value={draft ?? value ?? ''}
          aria-invalid={wrong}
          aria-describedby={wrong ? `${field}-wrong` : undefined}
          onChange={event => setDraft(event.currentTarget.value)}
          onBlur={event => draft !== null && void keep(event.currentTarget.value)}
          onKeyDown={event => event.key === 'Enter' && void keep(event.currentTarget.value)}
        />
      )}
      {type === 'category' ? (
        <datalist id={`${field}-others`}>
          {others.map(other => (
            <option key={other} value={other} />
          ))}
        </datalist>
      ) : null}
      {wrong ? (
        <p id={`${field}-wrong`} className="variables-wrong">
          {fail('value-type', { value: draft.slice(0, 60), type, variable: name }).message}
        </p>
      ) : null}
    </div>
  )
}

interface YesNoProps {
  readonly id: string
  readonly value: string | null
  readonly onChange: (value: string) => void
}

function YesNo({ id, value, onChange }: YesNoProps) {
  return (
    <select
      id={id}
      className="field-input"
      value={value ?? ''}
      onChange={event => onChange(event.currentTarget.value)}
    >
      <option value="">not said</option>
      <option value="true">yes</option>
      <option value="false">no</option>
    </select>
  )
}
