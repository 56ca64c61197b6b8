import { useEffect, useRef, useState } from 'react'
import { MEMO_KINDS, type Memo } from '../../../shared/contract/memos.ts'
import { client } from '../../data/session.ts'
import { attempt } from '../../state/messages.ts'
import { chooseCode, openDocument } from '../../state/workspace.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Icon } from '../../ui/icons.tsx'
import { sayUndoable } from '../../ui/undo-message.ts'
import { useStore } from '../../ui/use-store.ts'
import { Markdown } from './Markdown.tsx'
import { MemoSubject } from './MemoSubject.tsx'
import { memosState } from './memos-state.ts'

const KINDS = Object.fromEntries(MEMO_KINDS.map(kind => [kind, kind])) as Record<Memo['kind'], string>
const PAUSE = 800

/** Writes itself at every pause of typing; each pause is a step that can be undone. */
export function MemoEditor({ memo }: { memo: Memo }) {
  const preview = useStore(memosState, state => state.preview)
  const title = useDraft(memo.title, value => save(memo, { title: value.trim() || memo.title }))
  const body = useDraft(memo.body, value => save(memo, { body: value }))
  return (
    <article className="memos-editor">
      <header className="memos-editor-head">
        <input
          className="memos-editor-title"
          aria-label="Title of the memo"
          value={title.value}
          onChange={event => title.change(event.target.value)}
          onBlur={title.flush}
        />
        <Choice label="Kind" options={KINDS} value={memo.kind} onChange={kind => void save(memo, { kind })} />
        <Button
          look="plain"
          aria-pressed={preview}
          onPress={() => memosState.setState({ preview: !preview })}
        >
          {preview ? 'Write' : 'Read'}
        </Button>
        <IconButton label="Delete this memo" onPress={() => void remove(memo)}>
          <Icon name="trash" />
        </IconButton>
      </header>
      <About memo={memo} />
      {preview ? (
        <Markdown source={body.value} />
      ) : (
        <textarea
          className="memos-body"
          aria-label="Text of the memo, in Markdown"
          value={body.value}
          placeholder="Write here. *Emphasis*, **strong**, # headings, - lists."
          onChange={event => body.change(event.target.value)}
          onBlur={body.flush}
        />
      )}
    </article>
  )
}

function About({ memo }: { memo: Memo }) {
  const { codeId, documentId } = memo.about
  function go(): void {
    if (codeId) chooseCode(codeId)
    else if (documentId) openDocument(documentId)
  }
  return (
    <p className="memos-about">
      On{' '}
      {codeId || documentId ? (
        <button type="button" onClick={go}>
          <MemoSubject memo={memo} />
        </button>
      ) : (
        <MemoSubject memo={memo} />
      )}
    </p>
  )
}

/** What is being typed, saved at a pause, at leaving the field, and when the memo is left. */
function useDraft(kept: string, write: (value: string) => unknown) {
  const [draft, setDraft] = useState<string | null>(null)
  const pending = useRef<string | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const latest = useRef(write)
  latest.current = write
  function flush(): void {
    clearTimeout(timer.current)
    const value = pending.current
    pending.current = null
    if (value !== null) latest.current(value)
  }
  function change(value: string): void {
    setDraft(value)
    pending.current = value
    clearTimeout(timer.current)
    timer.current = setTimeout(flush, PAUSE)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: flush reads refs only; it must run once, at the end
  useEffect(() => flush, [])
  // an undo changes what is kept: then that is shown, unless something newer is being typed
  useEffect(() => {
    if (pending.current === null) setDraft(kept)
  }, [kept])
  return { value: draft ?? kept, change, flush }
}

function save(memo: Memo, change: Partial<Pick<Memo, 'title' | 'kind' | 'body'>>): Promise<unknown> {
  return attempt(() => client().memos.update({ memoId: memo.id, ...change }))
}

async function remove(memo: Memo): Promise<void> {
  await attempt(async () => {
    await client().memos.delete({ memoId: memo.id })
    memosState.setState({ memoId: null })
    await sayUndoable(`Deleted the memo “${memo.title}”.`)
  })
}
