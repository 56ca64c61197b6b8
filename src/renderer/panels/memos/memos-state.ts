import { createStore } from 'zustand/vanilla'
import type { MemoId } from '../../../shared/model/ids.ts'
import { client } from '../../data/session.ts'
import { attempt } from '../../state/messages.ts'
import { showView } from '../../state/workspace.ts'

export const memosState = createStore<{ memoId: MemoId | null; query: string; preview: boolean }>(() => ({
  memoId: null,
  query: '',
  preview: true,
}))

/** Makes a memo on the project and opens it. */
export async function newMemo(): Promise<void> {
  const memoId = await attempt(() => client().memos.create({ title: 'New memo', kind: 'journal' }))
  if (memoId === undefined) return
  memosState.setState({ memoId, query: '', preview: false })
  showView('memos')
}
