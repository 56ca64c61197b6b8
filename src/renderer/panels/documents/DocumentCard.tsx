import type { DocumentInfo } from '../../../shared/contract/documents.ts'
import type { DocumentGroup } from '../../../shared/contract/groups.ts'
import type { Spot } from '../../ui/popover-at.tsx'
import { factsOf } from './document-facts.ts'

interface Props {
  readonly document: DocumentInfo
  readonly groups: readonly DocumentGroup[]
  readonly spot: Spot
}

/** What is known of the document under the pointer. The same is below the list for the one with the focus. */
export function DocumentCard({ document, groups, spot }: Props) {
  const mine = groups.filter(({ id }) => document.groupIds.includes(id)).map(({ name }) => name)
  return (
    <div className="documents-card" aria-hidden="true" style={{ left: spot.x + spot.width + 6, top: spot.y }}>
      <p className="documents-card-name" dir="auto">
        {document.name}
      </p>
      <p>{factsOf(document)}</p>
      <p className="documents-soft">{document.fileName}</p>
      {mine.length === 0 ? null : <p className="documents-soft">{mine.join(', ')}</p>}
      {document.comment === '' ? null : (
        <p className="documents-card-comment" dir="auto">
          {document.comment}
        </p>
      )}
    </div>
  )
}
