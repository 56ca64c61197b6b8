import { runCommand } from '../commands/run.ts'
import { useDocumentNames } from '../data/document-names.ts'
import { openDocument, workspace } from '../state/workspace.ts'
import { Button } from '../ui/button.tsx'
import { useStore } from '../ui/use-store.ts'
import { Panes } from './panes/Panes.tsx'
import { usePaneCommands } from './panes/pane-commands.ts'
import { useRemembered } from './panes/use-remembered.ts'
import './text-area.css'

/** The texts that are open, in one pane or in two. */
export function TextArea() {
  const isReady = useRemembered()
  const isEmpty = useStore(workspace, state => state.documentId === null && state.beside === null)
  usePaneCommands()
  if (!isReady) return null
  return isEmpty ? <NothingOpen /> : <Panes />
}

function NothingOpen() {
  const documents = useDocumentNames()
  if (documents === undefined) return null
  return (
    <div className="nothing-open">
      <p className="nothing-open-line">
        {documents.length === 0
          ? 'Drop PDFs, Word, text or transcript files here.'
          : 'Choose a document on the left to read it.'}
      </p>
      {documents.length === 0 ? (
        <Button look="primary" onPress={() => runCommand('documents.import')}>
          Add files…
        </Button>
      ) : (
        <Button onPress={() => openDocument(documents[0]!.id)}>Open “{documents[0]!.name}”</Button>
      )}
    </div>
  )
}
