import { type FormEvent, useState } from 'react'
import { createStore } from 'zustand/vanilla'
import { client } from '../data/session.ts'
import { useQuery } from '../data/use-query.ts'
import { attempt } from '../state/messages.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { useStore } from '../ui/use-store.ts'

export const renameQuestion = createStore<{ asking: boolean }>(() => ({ asking: false }))

export function RenameProjectDialog() {
  const asking = useStore(renameQuestion, state => state.asking)
  const info = useQuery('project.info', {})
  if (!asking || info === undefined) return null
  return <RenameForm now={info.name} onClose={() => renameQuestion.setState({ asking: false })} />
}

function RenameForm({ now, onClose }: { now: string; onClose: () => void }) {
  const [name, setName] = useState(now)
  async function rename(event: FormEvent): Promise<void> {
    event.preventDefault()
    const done = await attempt(() => client().project.rename({ name }))
    if (done !== undefined) onClose()
  }
  return (
    <Dialog title="Rename the project" onClose={onClose}>
      <form onSubmit={event => void rename(event)}>
        <Field label="Name (the file keeps its own)" value={name} onChange={setName} autoFocus />
        <footer className="dialog-foot">
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" type="submit" isDisabled={name.trim() === ''}>
            Rename
          </Button>
        </footer>
      </form>
    </Dialog>
  )
}
