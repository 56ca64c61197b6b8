import type { DocumentInfo } from '../../../shared/contract/documents.ts'
import { useQuery } from '../../data/use-query.ts'
import { reviewDocument } from '../review/replace-deeds.ts'

/** How many segments the replacement of the document left to be looked at, until they are settled. */
export function OpenBadge({ document }: { document: DocumentInfo }) {
  const open = useQuery('documents.openReviews', {})?.find(({ documentId }) => documentId === document.id)
  if (!open) return null
  const count = open.review + open.lost
  return (
    <button
      type="button"
      className="documents-open"
      tabIndex={-1}
      aria-label={`${count} ${count === 1 ? 'segment' : 'segments'} of ${document.name} to look at`}
      onClick={() => void reviewDocument(document)}
    >
      {count}
    </button>
  )
}
