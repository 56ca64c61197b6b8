import { type FormEvent, useState } from 'react'
import { createStore } from 'zustand/vanilla'
import { client } from '../data/session.ts'
import { useQuery } from '../data/use-query.ts'
import { attempt, say } from '../state/messages.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { useStore } from '../ui/use-store.ts'
import './coder-dialog.css'

export const coderQuestion = createStore<{ asking: boolean }>(() => ({ asking: false }))

/** Who is coding from now on: one of the coders so far, or a new name. */
export function CoderDialog() {
  const asking = useStore(coderQuestion, state => state.asking)
  return asking ? <CoderChoice onClose={() => coderQuestion.setState({ asking: false })} /> : null
}

function CoderChoice({ onClose }: { onClose: () => void }) {
  const coders = useQuery('coders.list', {})
  const [name, setName] = useState('')
  async function use(wanted: string): Promise<void> {
    const done = await attempt(() => client().coders.use({ name: wanted }))
    if (done === undefined) return
    say(`Coding as ${wanted} from now on.`)
    onClose()
  }
  function submit(event: FormEvent): void {
    event.preventDefault()
    if (name.trim() !== '') void use(name.trim())
  }
  return (
    <Dialog title="Who is coding?" onClose={onClose}>
      <ul className="coder-list">
        {(coders ?? []).map(coder => (
          <li key={coder.id}>
            <Button
              look="plain"
              {...(coder.current ? { 'aria-current': 'true' as const } : {})}
              onPress={() => void use(coder.name)}
            >
              {coder.name}
              <span className="coder-count">
                {coder.codings} codings{coder.current ? ' · coding now' : ''}
              </span>
            </Button>
          </li>
        ))}
      </ul>
      <form onSubmit={submit} className="coder-new">
        <Field label="Someone new" value={name} onChange={setName} autoFocus />
        <Button type="submit" look="primary" isDisabled={name.trim() === ''}>
          Code under this name
        </Button>
      </form>
    </Dialog>
  )
}
