import { createStore } from 'zustand/vanilla'
import type { In } from '../../../shared/contract/define.ts'
import type { Contract } from '../../../shared/contract/index.ts'
import type { Memo } from '../../../shared/contract/memos.ts'
import type { MemoId } from '../../../shared/model/ids.ts'
import { foldText } from '../../../shared/text/fold.ts'
import { client } from '../../data/session.ts'
import { attempt } from '../../state/messages.ts'
import { showView } from '../../state/workspace.ts'

interface MemosState {
  readonly memoId: MemoId | null
  readonly query: string
  readonly kind: Memo['kind'] | 'all'
  /** read as set, or written */
  readonly preview: boolean
  /** a new memo, whose title is written first */
  readonly naming: MemoId | null
}

export const memosState = createStore<MemosState>(() => ({
  memoId: null,
  query: '',
  kind: 'all',
  preview: true,
  naming: null,
}))

/** On the project as a whole. */
export const newMemo = (): Promise<void> => newMemoOn({})

/** Makes a memo and opens it to be written, its title first. */
export async function newMemoOn(about: In<Contract['memos']['create']>['about']): Promise<void> {
  const memoId = await attempt(() => client().memos.create({ title: 'New memo', kind: 'journal', about }))
  if (memoId === undefined) return
  memosState.setState({ memoId, query: '', kind: 'all', preview: false, naming: memoId })
  showView('memos')
}

/** Newest first; of one kind; with all words searched for in title or text. */
export function memosShown(
  memos: readonly Memo[],
  { query, kind }: Pick<MemosState, 'query' | 'kind'>,
): Memo[] {
  const words = foldText(query)
    .split(/\s+/u)
    .filter(word => word !== '')
  return memos
    .filter(memo => kind === 'all' || memo.kind === kind)
    .filter(({ title, body }) => {
      const text = foldText(`${title} ${body}`)
      return words.every(word => text.includes(word))
    })
    .toSorted((a, b) => b.created.localeCompare(a.created) || b.id.localeCompare(a.id))
}
