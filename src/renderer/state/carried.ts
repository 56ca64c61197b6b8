import { CodingId, DocumentId } from '../../shared/model/ids.ts'
import { Span } from '../../shared/model/span.ts'

/** What is carried by drag and drop, by the names under which it travels. */

/** A code: its id. */
export const CODE_DRAG = 'application/x-postil-code'

/** A coding: which, and where it stands. */
export const CODING_DRAG = 'application/x-postil-coding'

export interface CarriedCoding {
  readonly codingId: CodingId
  readonly documentId: DocumentId
  readonly span: Span
}

type Carrier = Pick<DataTransfer, 'getData'>

/** The coding that is carried, or null where what is carried is something else. */
export function carriedCoding(carrier: Carrier): CarriedCoding | null {
  const [codingId, documentId, start, end] = carrier.getData(CODING_DRAG).split(' ')
  const coding = CodingId.safeParse(codingId)
  const document = DocumentId.safeParse(documentId)
  const span = Span.safeParse({ start: Number(start), end: Number(end) })
  if (!coding.success || !document.success || !span.success) return null
  return { codingId: coding.data, documentId: document.data, span: span.data }
}

export const codingCarried = ({ codingId, documentId, span }: CarriedCoding): string =>
  `${codingId} ${documentId} ${span.start} ${span.end}`
