import { type FormEvent, useState } from 'react'
import type { DocumentInfo } from '../../../shared/contract/documents.ts'
import { VARIABLE_TYPES, type Variable } from '../../../shared/contract/variables.ts'
import { client } from '../../data/session.ts'
import { useQuery } from '../../data/use-query.ts'
import { attempt } from '../../state/messages.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Icon } from '../../ui/icons.tsx'
import { sayUndoable } from '../../ui/undo-message.ts'
import { VariableField } from './VariableField.tsx'
import './variables.css'

/** The values of one document for all variables of the project. */
export function VariablesDialog({ document, onClose }: { document: DocumentInfo; onClose: () => void }) {
  const variables = useQuery('variables.list', {})
  const values = useQuery('variables.values', {})
  if (variables === undefined || values === undefined) return null
  return (
    <Dialog title={`Variables of ${document.name}`} onClose={onClose}>
      <div className="variables">
        {variables.length === 0 ? (
          <p className="variables-none">
            Variables describe documents: a year, a country, a genre. Tables and lists can be divided by them.
          </p>
        ) : null}
        {variables.map(variable => {
          const ofVariable = values.filter(value => value.variableId === variable.id)
          return (
            <div key={variable.id} className="variables-row">
              <VariableField
                variable={variable}
                documentId={document.id}
                value={ofVariable.find(value => value.documentId === document.id)?.value ?? null}
                others={[...new Set(ofVariable.map(({ value }) => value))]}
              />
              <IconButton
                label={`Delete the variable ${variable.name}`}
                onPress={() => void remove(variable)}
              >
                <Icon name="trash" size={14} />
              </IconButton>
            </div>
          )
        })}
      </div>
      <NewVariable />
    </Dialog>
  )
}

async function remove({ id, name }: Variable): Promise<void> {
  const done = await attempt(() => client().variables.delete({ variableId: id }))
  if (done !== undefined) await attempt(() => sayUndoable(`Deleted the variable “${name}” with its values.`))
}

const TYPE_NAMES: Record<Variable['type'], string> = {
  text: 'text',
  number: 'number',
  date: 'date',
  boolean: 'yes or no',
  category: 'category',
  url: 'web address',
}

function NewVariable() {
  const [name, setName] = useState('')
  const [type, setType] = useState<Variable['type']>('category')
  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    const form = event.currentTarget
    if (name.trim() === '') return
    const made = await attempt(() => client().variables.create({ name, type }))
    if (made === undefined) return
    setName('')
    // the button is of no use now; the next one is named in the field
    form.querySelector('input')?.focus()
  }
  return (
    <form className="variables-new" onSubmit={event => void submit(event)}>
      <Field label="New variable…" value={name} onChange={setName} />
      <label className="field">
        <span className="field-label">Type</span>
        <select
          className="field-input"
          value={type}
          onChange={event => setType(event.currentTarget.value as Variable['type'])}
        >
          {VARIABLE_TYPES.map(one => (
            <option key={one} value={one}>
              {TYPE_NAMES[one]}
            </option>
          ))}
        </select>
      </label>
      <Button type="submit" isDisabled={name.trim() === ''}>
        Add
      </Button>
    </form>
  )
}
