import type { Code } from '../../../shared/contract/codes.ts'
import type { MemoId } from '../../../shared/model/ids.ts'
import { client } from '../../data/session.ts'
import { attempt } from '../../state/messages.ts'
import { showView } from '../../state/workspace.ts'
import { memosState } from '../memos/memos-state.ts'

export function openMemo(memoId: MemoId): void {
  memosState.setState({ memoId, query: '', preview: false })
  showView('memos')
}

/** Makes a memo on the code and goes to where it is written. */
export async function writeMemo(code: Code): Promise<void> {
  const memoId = await attempt(() =>
    client().memos.create({ title: code.name, kind: 'theory', about: { codeId: code.id } }),
  )
  if (memoId !== undefined) openMemo(memoId)
}
