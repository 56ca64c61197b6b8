import { countWords } from '../../shared/text/words.ts'
import { runCommand } from '../commands/run.ts'
import { useQuery } from '../data/use-query.ts'
import { coding } from '../state/coding.ts'
import { workspace } from '../state/workspace.ts'
import { Button } from '../ui/button.tsx'
import { useStore } from '../ui/use-store.ts'
import './status-bar.css'

const number = new Intl.NumberFormat('en')

export function StatusBar() {
  const info = useQuery('project.info', {})
  const documentId = useStore(workspace, state => state.documentId)
  const documents = useQuery('documents.list', {})
  const document = documents?.find(({ id }) => id === documentId)
  return (
    <footer className="status-bar">
      <span className="status-bar-main">
        {document
          ? `${document.name} · ${number.format(document.words)} words · ${number.format(document.segments)} segments`
          : ''}
        <SelectionWords />
      </span>
      {info ? (
        <>
          <span>
            {number.format(info.counts.documents)} documents · {number.format(info.counts.codes)} codes ·{' '}
            {number.format(info.counts.codings)} codings
          </span>
          <Button look="plain" onPress={() => runCommand('coder.change')}>
            <span className="spoken-only">Change coder, now </span>coder: {info.coder.name}
          </Button>
          <span>{info.readOnly ? 'read only' : 'every change is saved'}</span>
        </>
      ) : null}
    </footer>
  )
}

function SelectionWords() {
  const selection = useStore(coding, state => state.selection)
  const text = useQuery('documents.text', selection === null ? null : { documentId: selection.documentId })
  if (selection === null || text === undefined) return null
  const words = countWords(text.text.slice(selection.span.start, selection.span.end))
  return <> · selection {number.format(words)} words</>
}
