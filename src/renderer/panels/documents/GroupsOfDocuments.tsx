import { type FormEvent, useState } from 'react'
import type { DocumentInfo } from '../../../shared/contract/documents.ts'
import type { DocumentGroup } from '../../../shared/contract/groups.ts'
import type { GroupId } from '../../../shared/model/ids.ts'
import { client } from '../../data/session.ts'
import { attempt } from '../../state/messages.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { PanelAt, type Spot } from '../../ui/popover-at.tsx'
import { Tick } from '../../ui/tick.tsx'

interface Props {
  readonly documents: readonly DocumentInfo[]
  readonly groups: readonly DocumentGroup[]
  readonly spot: Spot
  readonly onClose: () => void
}

/** In which groups these documents are: each ticked, not, or for some of them. */
export function GroupsOfDocuments({ documents, groups, spot, onClose }: Props) {
  const documentIds = documents.map(({ id }) => id)
  const title =
    documents.length === 1 ? `Groups of ${documents[0]!.name}` : `Groups of ${documents.length} documents`
  const assign = (groupId: GroupId, member: boolean) =>
    void attempt(() => client().groups.assign({ groupId, documentIds, member }))
  return (
    <PanelAt spot={spot} onClose={onClose} label={title} className="documents-groups">
      <p className="documents-groups-title" dir="auto">
        {title}
      </p>
      {groups.map(({ id, name }) => {
        const members = documents.filter(({ groupIds }) => groupIds.includes(id)).length
        const all = members === documents.length
        return (
          <Tick key={id} checked={all} some={members > 0 && !all} onChange={() => assign(id, !all)}>
            <span dir="auto">{name}</span>
          </Tick>
        )
      })}
      <NewGroup onMake={name => attempt(() => client().groups.create({ name, documentIds }))} />
    </PanelAt>
  )
}

function NewGroup({ onMake }: { onMake: (name: string) => Promise<unknown> }) {
  const [name, setName] = useState('')
  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    const form = event.currentTarget
    if (name.trim() === '' || (await onMake(name)) === undefined) return
    setName('')
    form.querySelector('input')?.focus()
  }
  return (
    <form className="documents-new" onSubmit={event => void submit(event)}>
      <Field label="New group" quiet placeholder="New group…" value={name} onChange={setName} />
      <Button type="submit" isDisabled={name.trim() === ''}>
        Add
      </Button>
    </form>
  )
}
