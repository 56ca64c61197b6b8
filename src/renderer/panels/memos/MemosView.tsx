import { MEMO_KINDS, type Memo } from '../../../shared/contract/memos.ts'
import { useQuery } from '../../data/use-query.ts'
import { Choice } from '../../ui/choice.tsx'
import { FilterField } from '../../ui/filter-field.tsx'
import { useStore } from '../../ui/use-store.ts'
import { MemoEditor } from './MemoEditor.tsx'
import { MemoList } from './MemoList.tsx'
import { memosShown, memosState } from './memos-state.ts'
import { NewMemo } from './NewMemo.tsx'
import './memos.css'

const KINDS = {
  all: 'All kinds',
  ...Object.fromEntries(MEMO_KINDS.map(kind => [kind, kind[0]!.toUpperCase() + kind.slice(1)])),
} as Record<Memo['kind'] | 'all', string>

/** All memos on the left, the one that is read or written on the right. */
export function MemosView() {
  const memos = useQuery('memos.list', {})
  const { memoId, query, kind } = useStore(memosState, state => state)
  if (memos === undefined) return null
  const shown = memosShown(memos, { query, kind })
  const memo = memos.find(({ id }) => id === memoId) ?? shown[0]
  return (
    <section className="memos" data-place="text" aria-label="Memos">
      <div className="memos-side">
        <header className="memos-head">
          <h2 className="memos-title">Memos</h2>
          <NewMemo />
        </header>
        <FilterField
          label="Search memos"
          placeholder="Search"
          value={query}
          onChange={value => memosState.setState({ query: value })}
        />
        <Choice
          label="Kind"
          options={KINDS}
          value={kind}
          onChange={value => memosState.setState({ kind: value })}
        />
        <MemoList memos={shown} chosen={memo} none={memos.length === 0 ? 'No memos yet.' : 'No memo fits.'} />
      </div>
      {memo === undefined ? (
        <p className="memos-none memos-invitation">
          A memo holds what you think about a code, a document or the whole study.
        </p>
      ) : (
        <MemoEditor key={memo.id} memo={memo} />
      )}
    </section>
  )
}
