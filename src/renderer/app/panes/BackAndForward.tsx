import { useKeyLabel } from '../../commands/bindings.ts'
import { useDocumentNames } from '../../data/document-names.ts'
import { go, workspace } from '../../state/workspace.ts'
import { IconButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icons.tsx'
import { useStore } from '../../ui/use-store.ts'
import { destination } from './destination.ts'

/** Where one came from, and where one went back from: the tooltips say what is there. */
export function BackAndForward() {
  const back = useStore(workspace, state => state.back.at(-1))
  const forward = useStore(workspace, state => state.forward.at(-1))
  const view = useStore(workspace, state => state.view)
  const documentId = useStore(workspace, state => state.documentId)
  const paneId = useStore(workspace, state => state.paneId)
  const now = { view, documentId, paneId }
  const keyLabel = useKeyLabel()
  const documents = useDocumentNames()
  const named = (id: string) => documents?.find(document => document.id === id)?.name
  return (
    <div className="tab-bar-group">
      <IconButton
        label={back ? `Back to ${destination(back, now, named)}` : 'No place to go back to'}
        shortcut={keyLabel('go.back')}
        isDisabled={!back}
        onPress={() => go('back')}
      >
        <Icon name="back" />
      </IconButton>
      <IconButton
        label={forward ? `Forward to ${destination(forward, now, named)}` : 'No place to go forward to'}
        shortcut={keyLabel('go.forward')}
        isDisabled={!forward}
        onPress={() => go('forward')}
      >
        <Icon name="forward" />
      </IconButton>
    </div>
  )
}
