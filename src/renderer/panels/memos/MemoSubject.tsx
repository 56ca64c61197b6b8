import type { Memo } from '../../../shared/contract/memos.ts'
import { useQuery } from '../../data/use-query.ts'

/** What a memo is about, in words. */
export function MemoSubject({ memo: { about } }: { memo: Memo }) {
  const codes = useQuery('codes.list', about.codeId ? {} : null)
  const documents = useQuery('documents.list', about.documentId ? {} : null)
  if (about.codeId) return <>code {codes?.find(({ id }) => id === about.codeId)?.name ?? '…'}</>
  if (about.segmentId) return <>a segment</>
  if (about.documentId) return <>{documents?.find(({ id }) => id === about.documentId)?.name ?? '…'}</>
  return <>the project</>
}
