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
          ...(code
            ? [
                {
                  id: 'code',
                  label: `On the code “${code.name}”`,
                  run: () => void newMemoOn({ codeId: code.id }),
                },
              ]
            : []),
          ...(document
            ? [
                {
                  id: 'document',
                  label: `On “${document.name}”`,
                  run: () => void newMemoOn({ documentId: document.id }),
                },
              ]
            : []),
        ],
      ]}
    />
  )
}
