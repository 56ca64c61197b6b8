import { useRef, useState } from 'react'
import type { Pages } from '../../shared/contract/documents.ts'
import type { DocumentId } from '../../shared/model/ids.ts'
import type { Structure } from '../../shared/model/structure.ts'
import { useDocumentNames } from '../data/document-names.ts'
import { useAsk, useQuery } from '../data/use-query.ts'
import { useStore } from '../ui/use-store.ts'
import { isPicture } from './image-view/is-picture.ts'
import { createModel, type ShownPages } from './model.ts'
import { openPages } from './pdf-view/open-pages.ts'
import { looksOf, pagesLooks } from './pdf-view/pages-looks.ts'
import './reader.css'
import { Surface } from './Surface.tsx'

/** The reading surface: one document, to be read and coded. */
export function Reader({ documentId }: { documentId: DocumentId }) {
  const text = useQuery('documents.text', { documentId })
  const version = useVersion(documentId, text?.sha256)
  const structure = useQuery('documents.structure', version)
  const pages = usePages(version, text?.text ?? '')
  const documents = useDocumentNames()
  const name = documents?.find(({ id }) => id === documentId)?.name
  if (!text || !structure || !pages || name === undefined) {
    return <section className="reader" data-place="text" aria-label="Document" aria-busy="true" />
  }
  // the text changes only when another version takes the document's place: then all is begun anew
  return (
    <Text
      key={`${documentId} ${text.sha256} ${pages.open ? 'pages' : 'text'}`}
      documentId={documentId}
      name={name}
      text={text.text}
      structure={structure}
      pages={pages}
    />
  )
}

interface Version {
  readonly documentId: DocumentId
  readonly text?: string
}

/**
 * What is asked of a document beside its text must fit that text. When another version has taken
 * its place these are other questions, whose answers are not there before they are those of that version.
 */
function useVersion(documentId: DocumentId, text: string | undefined): Version {
  const first = useRef<{ documentId: DocumentId; text: string }>(null)
  if (text !== undefined && first.current?.documentId !== documentId) first.current = { documentId, text }
  return text === undefined || text === first.current?.text ? { documentId } : { documentId, text }
}

const WITHOUT_PAGES =
  'This PDF is shown as text: read again, it does not give the text that it was imported with, so its pages would not fit your codings.'

/** As printed if there are pages and one has not chosen the text; undefined until that is known. */
function usePages(version: Version, text: string): ShownPages | undefined {
  const { documentId } = version
  const { value, error } = useAsk('documents.pages', version)
  // asked for by subscribing: another choice shows the document anew
  useStore(pagesLooks, state => state.documents)
  if (!value && !error) return undefined
  const pages: Pages = value ?? { pages: [], text: 'unknown' }
  if (pages.pages.length === 0)
    return { open: null, shownAs: null, noPages: pages.text === 'unknown' ? WITHOUT_PAGES : null }
  const openIt = (readable: Parameters<typeof openPages>[0]) => openPages(readable, pages)
  if (isPicture(pages.pages, text)) return { open: openIt, shownAs: null, noPages: null }
  const shownAs = looksOf(documentId).as
  const open = shownAs === 'pages' ? openIt : null
  return { open, shownAs, noPages: null }
}

interface Props {
  readonly documentId: DocumentId
  readonly name: string
  readonly text: string
  readonly structure: Structure
  readonly pages: ShownPages
}

function Text({ documentId, name, text, structure, pages }: Props) {
  const [model] = useState(() => createModel(documentId, name, text, structure, pages))
  return <Surface model={model} />
}
