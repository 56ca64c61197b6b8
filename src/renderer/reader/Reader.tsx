import { useState } from 'react'
import type { DocumentId } from '../../shared/model/ids.ts'
import type { Structure } from '../../shared/model/structure.ts'
import { useDocumentNames } from '../data/document-names.ts'
import { useQuery } from '../data/use-query.ts'
import { createModel } from './model.ts'
import './reader.css'
import { Surface } from './Surface.tsx'

/** The reading surface: one document, to be read and coded. */
export function Reader({ documentId }: { documentId: DocumentId }) {
  const text = useQuery('documents.text', { documentId })
  const structure = useQuery('documents.structure', { documentId })
  const documents = useDocumentNames()
  const name = documents?.find(({ id }) => id === documentId)?.name
  if (!text || !structure || name === undefined) {
    return <section className="reader" data-place="text" aria-label="Document" aria-busy="true" />
  }
  // the text of a document never changes: what is asked again after every change is the same
  return (
    <Text
      key={`${documentId} ${text.sha256}`}
      documentId={documentId}
      name={name}
      text={text.text}
      structure={structure}
    />
  )
}

interface Props {
  readonly documentId: DocumentId
  readonly name: string
  readonly text: string
  readonly structure: Structure
}

function Text({ documentId, name, text, structure }: Props) {
  const [model] = useState(() => createModel(documentId, name, text, structure))
  return <Surface model={model} />
}
