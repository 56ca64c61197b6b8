import type { Memo } from '../../../shared/contract/memos.ts'
import type { DocumentId, SegmentId } from '../../../shared/model/ids.ts'
import { client } from '../../data/session.ts'
import { attempt, say } from '../../state/messages.ts'
import { chooseCode, openDocument, togglePanel, workspace } from '../../state/workspace.ts'
import { sayUndoable } from '../../ui/undo-message.ts'
import { memosState } from './memos-state.ts'

export function saveMemo(memo: Memo, change: Partial<Pick<Memo, 'title' | 'kind' | 'body'>>): void {
  void attempt(() => client().memos.update({ memoId: memo.id, ...change }))
}

export async function deleteMemo(memo: Memo): Promise<void> {
  await attempt(async () => {
    await client().memos.delete({ memoId: memo.id })
    memosState.setState({ memoId: null })
    await sayUndoable(`Deleted the memo “${memo.title}”.`)
  })
}

/** To the code, the document or the very passage that a memo is about. */
export async function openSubject({ about }: Memo): Promise<void> {
  const { codeId, documentId, segmentId } = about
  if (codeId) {
    if (!workspace.getState().panels.codes) togglePanel('codes')
    chooseCode(codeId)
  } else if (segmentId) await attempt(() => openSegment(segmentId, documentId))
  else if (documentId) openDocument(documentId)
}

async function openSegment(segmentId: SegmentId, documentId: DocumentId | undefined): Promise<void> {
  const documents = await client().documents.list()
  const ids = documentId ? [documentId] : documents.map(({ id }) => id)
  for (const id of ids) {
    const segments = await client().segments.ofDocument({ documentId: id })
    const segment = segments.find(one => one.id === segmentId)
    if (segment) return openDocument(id, { start: segment.start, end: segment.end }, segmentId)
  }
  say('The segment of this memo is not in the project any more.')
}
