import { ListBox, ListBoxItem, Text } from 'react-aria-components'
import type { Memo } from '../../../shared/contract/memos.ts'
import type { MemoId } from '../../../shared/model/ids.ts'
import { MemoSubject } from './MemoSubject.tsx'
import { memosState } from './memos-state.ts'

interface Props {
  readonly memos: readonly Memo[]
  readonly chosen: Memo | undefined
  /** what is said where there is none */
  readonly none: string
}

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' })

/** Title, kind, what it is about, and the day: arrows move, and what they come to is shown beside. */
export function MemoList({ memos, chosen, none }: Props) {
  return (
    <ListBox
      className="memos-list"
      aria-label="Memos"
      items={memos}
      selectionMode="single"
      selectionBehavior="replace"
      disallowEmptySelection
      selectedKeys={chosen ? [chosen.id] : []}
      onSelectionChange={keys => {
        const [id] = keys === 'all' ? [] : keys
        if (id !== undefined) memosState.setState({ memoId: id as MemoId })
      }}
      renderEmptyState={() => <p className="memos-none">{none}</p>}
    >
      {memo => (
        <ListBoxItem id={memo.id} textValue={memo.title} className="memos-entry">
          <Text slot="label" className="memos-entry-title" dir="auto">
            {memo.title}
          </Text>
          <Text slot="description" className="memos-entry-line">
            {memo.kind} · <MemoSubject memo={memo} /> · {day.format(new Date(memo.created))}
          </Text>
        </ListBoxItem>
      )}
    </ListBox>
  )
}
