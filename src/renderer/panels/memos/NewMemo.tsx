import { useQuery } from '../../data/use-query.ts'
import { workspace } from '../../state/workspace.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icons.tsx'
import { MenuButton } from '../../ui/menu.tsx'
import { useStore } from '../../ui/use-store.ts'
import { newMemo, newMemoOn } from './memos-state.ts'

/** A memo on the project, or on what is at hand: the chosen code, the open document. */
export function NewMemo() {
  const codeId = useStore(workspace, state => state.codeId)
  const documentId = useStore(workspace, state => state.documentId)
  const code = useQuery('codes.list', {})?.find(({ id }) => id === codeId)
  const document = useQuery('documents.list', {})?.find(({ id }) => id === documentId)
  const abouts = [
    ...(code ? [{ id: 'code', name: `the code “${code.name}”`, about: { codeId: code.id } }] : []),
    ...(document ? [{ id: 'document', name: `“${document.name}”`, about: { documentId: document.id } }] : []),
  ]
  if (abouts.length === 0)
    return (
      <Button onPress={() => void newMemo()}>
        <Icon name="plus" size={14} /> New memo
      </Button>
    )
  return (
    <MenuButton
      label="New memo"
      trigger={
        <Button>
          <Icon name="plus" size={14} /> New memo
        </Button>
      }
      groups={[
        [
          { id: 'project', label: 'On the project', run: () => void newMemo() },
          ...abouts.map(({ id, name, about }) => ({
            id,
            label: `On ${name}`,
            run: () => void newMemoOn(about),
          })),
        ],
      ]}
    />
  )
}
