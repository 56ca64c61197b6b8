import { useSyncExternalStore } from 'react'
import { createStore } from 'zustand/vanilla'
import type { DocumentId } from '../../shared/model/ids.ts'
import { canRun, onDeeds } from '../commands/define.ts'
import { runCommand } from '../commands/run.ts'
import { useAsk, useQueryPart } from '../data/use-query.ts'
import { askRecognition } from '../panels/review/recognise-deeds.ts'
import { chooseVersion } from '../panels/review/replace-deeds.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { Icon } from '../ui/icons.tsx'
import { useStore } from '../ui/use-store.ts'
import './scan-banner.css'

/** whose banner was put away, until the window is opened again */
const putAway = createStore<{ readonly ids: ReadonlySet<DocumentId> }>(() => ({ ids: new Set() }))

/** Above a PDF without text: what can be done about it. Never an empty page without a word. */
export function ScanBanner({ documentId }: { documentId: DocumentId }) {
  const pages = useAsk('documents.pages', { documentId }).value
  const document = useQueryPart('documents.list', {}, list => {
    const found = list.find(({ id }) => id === documentId)
    return found && { id: found.id, name: found.name, kind: found.kind }
  })
  const canDraw = useSyncExternalStore(onDeeds, () => canRun(DRAW))
  const isAway = useStore(putAway, ({ ids }) => ids.has(documentId))
  if (isAway || document?.kind !== 'pdf' || pages?.text !== 'none' || pages.pages.length === 0) return null
  const count = pages.pages.length
  return (
    <section className="scan-banner" aria-label="About this PDF">
      <div className="scan-banner-told">
        <p>
          This PDF has no selectable text ({count} {count === 1 ? 'page' : 'pages'}). You can code areas of
          the page, or import a version with text.
        </p>
        <span className="scan-banner-verbs">
          {canDraw ? <Button onPress={() => runCommand(DRAW)}>Code an area</Button> : null}
          <Button onPress={() => chooseVersion(document)}>Import a version with text…</Button>
          <Recognise documentId={documentId} name={document.name} />
        </span>
      </div>
      <IconButton
        label="Put this note away"
        onPress={() => putAway.setState(({ ids }) => ({ ids: new Set([...ids, documentId]) }))}
      >
        <Icon name="close" size={13} />
      </IconButton>
    </section>
  )
}

const DRAW = 'area.draw'

/** Only where a program that recognises text is installed. */
function Recognise({ documentId, name }: { documentId: DocumentId; name: string }) {
  const engines = useAsk('documents.recognition', { documentId }).value?.engines ?? []
  if (!engines.some(({ reads }) => reads.includes('pdf'))) return null
  return (
    <Button onPress={() => void askRecognition({ id: documentId, name, kind: 'pdf' })}>
      Recognise text…
    </Button>
  )
}

/** Says in the bar above the pages that a program has read them. */
export function RecognisedMark({ documentId }: { documentId: DocumentId }) {
  const text = useAsk('documents.pages', { documentId }).value?.text
  return text === 'recognised' ? <span className="scan-mark">Recognised text</span> : null
}
