import { runCommand } from '../commands/run.ts'
import { useQuery } from '../data/use-query.ts'
import { Reader } from '../reader/Reader.tsx'
import { closeTab, openDocument, workspace } from '../state/workspace.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { Icon } from '../ui/icons.tsx'
import { useStore } from '../ui/use-store.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import './text-area.css'

/** The open documents as tabs, and the one that is read. */
export function TextArea() {
  const documentId = useStore(workspace, state => state.documentId)
  return (
    <>
      <Tabs />
      {documentId === null ? (
        <NothingOpen />
      ) : (
        <ErrorBoundary key={documentId}>
          <Reader documentId={documentId} />
        </ErrorBoundary>
      )}
    </>
  )
}

function Tabs() {
  const tabs = useStore(workspace, state => state.tabs)
  const current = useStore(workspace, state => state.documentId)
  const documents = useQuery('documents.list', {})
  const open = tabs.flatMap(id => documents?.find(document => document.id === id) ?? [])
  if (open.length === 0) return null
  return (
    <nav className="tabs" aria-label="Open documents">
      {open.map(({ id, name }) => (
        <div key={id} className={id === current ? 'tab tab-current' : 'tab'}>
          <Button
            look="plain"
            {...(id === current ? { 'aria-current': 'page' as const } : {})}
            onPress={() => openDocument(id)}
          >
            <span className="tab-name">{name}</span>
          </Button>
          <IconButton label={`Close ${name}`} onPress={() => closeTab(id)}>
            <Icon name="close" size={12} />
          </IconButton>
        </div>
      ))}
    </nav>
  )
}

function NothingOpen() {
  const documents = useQuery('documents.list', {})
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
