import type { Memo } from '../../../shared/contract/memos.ts'
import { foldText } from '../../../shared/text/fold.ts'
import { runCommand } from '../../commands/run.ts'
import { useQuery } from '../../data/use-query.ts'
import { Button } from '../../ui/button.tsx'
import { FilterField } from '../../ui/filter-field.tsx'
import { Icon } from '../../ui/icons.tsx'
import { useStore } from '../../ui/use-store.ts'
import { MemoEditor } from './MemoEditor.tsx'
import { MemoSubject } from './MemoSubject.tsx'
import { memosState } from './memos-state.ts'
import './memos.css'

/** All memos on the left, the one that is read or written on the right. */
export function MemosView() {
  const memos = useQuery('memos.list', {})
  const { memoId, query } = useStore(memosState, state => state)
  if (memos === undefined) return null
  const shown = memos.filter(memo => fits(memo, query))
  const memo = memos.find(({ id }) => id === memoId) ?? shown[0]
  return (
    <section className="memos" aria-label="Memos">
      <div className="memos-side">
        <header className="memos-head">
          <h2 className="memos-title">Memos</h2>
          <Button onPress={() => runCommand('memo.new')}>
            <Icon name="plus" size={14} /> New
          </Button>
        </header>
        <FilterField
          label="Filter memos"
          placeholder="Filter"
          value={query}
          onChange={value => memosState.setState({ query: value })}
        />
        <ul className="memos-list">
          {shown.map(entry => (
            <li key={entry.id}>
              <button
                type="button"
                className="memos-entry"
                aria-current={entry.id === memo?.id ? 'true' : undefined}
                onClick={() => memosState.setState({ memoId: entry.id })}
              >
                <span className="memos-entry-title">{entry.title}</span>
                <span className="memos-entry-line">
                  {entry.kind} · <MemoSubject memo={entry} />
                </span>
              </button>
            </li>
          ))}
        </ul>
        {shown.length === 0 ? (
          <p className="memos-none">{memos.length === 0 ? 'No memos yet.' : 'No memo fits.'}</p>
        ) : null}
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

function fits({ title, body }: Memo, query: string): boolean {
  const wanted = foldText(query.trim())
  return wanted === '' || foldText(`${title} ${body}`).includes(wanted)
}
