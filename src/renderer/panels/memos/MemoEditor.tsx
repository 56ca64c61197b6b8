import { useEffect, useRef } from 'react'
import { MEMO_KINDS, type Memo } from '../../../shared/contract/memos.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Icon } from '../../ui/icons.tsx'
import { type Draft, useDraft } from '../../ui/use-draft.ts'
import { useStore } from '../../ui/use-store.ts'
import { Markdown } from './Markdown.tsx'
import { MemoSubject } from './MemoSubject.tsx'
import { deleteMemo, openSubject, saveMemo } from './memo-deeds.ts'
import { memosState } from './memos-state.ts'

const KINDS = Object.fromEntries(
  MEMO_KINDS.map(kind => [kind, kind[0]!.toUpperCase() + kind.slice(1)]),
) as Record<Memo['kind'], string>
const PAUSE = 800
const when = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' })

/** Writes itself at every pause of typing; pauses that follow closely are one step of the history. */
export function MemoEditor({ memo }: { memo: Memo }) {
  const preview = useStore(memosState, state => state.preview)
  // a title without a word is not kept
  const title = useDraft(memo.title, value => value.trim() !== '' && saveMemo(memo, { title: value }), PAUSE)
  const body = useDraft(memo.body, value => saveMemo(memo, { body: value }), PAUSE)
  function remove(): void {
    title.discard()
    body.discard()
    void deleteMemo(memo)
  }
  return (
    <article className="memos-editor" aria-label={memo.title}>
      <Title memo={memo} title={title} />
      <header className="memos-editor-head">
        <Choice label="Kind" options={KINDS} value={memo.kind} onChange={kind => saveMemo(memo, { kind })} />
        <About memo={memo} />
        <Button look="plain" onPress={() => memosState.setState({ preview: !preview })}>
          {preview ? 'Write' : 'Read'}
        </Button>
        <IconButton label="Delete this memo" onPress={remove}>
          <Icon name="trash" />
        </IconButton>
      </header>
      {preview ? <Read text={body.draft ?? memo.body} /> : <Write memo={memo} body={body} />}
      <footer className="memos-editor-foot">
        Begun {when.format(new Date(memo.created))}, changed {when.format(new Date(memo.changed))}
      </footer>
    </article>
  )
}

function Title({ memo, title }: { memo: Memo; title: Draft }) {
  const naming = useStore(memosState, state => state.naming === memo.id)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (!naming) return
    memosState.setState({ naming: null })
    // after the menu that asked for it has given the focus back
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        field.current?.focus()
        field.current?.select()
      }),
    )
  }, [naming])
  return (
    <input
      ref={field}
      className="memos-editor-title"
      aria-label="Title of the memo"
      dir="auto"
      value={title.draft ?? memo.title}
      onChange={event => title.write(event.target.value)}
      maxLength={1000}
      onBlur={title.draft?.trim() === '' ? title.discard : title.keep}
    />
  )
}

function Read({ text }: { text: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls must be reachable by keys
    <div className="memos-read" tabIndex={0} role="region" aria-label="Text of the memo">
      {text.trim() === '' ? (
        <p className="memos-none">Nothing is written yet.</p>
      ) : (
        <Markdown source={text} />
      )}
    </div>
  )
}

function Write({ memo, body }: { memo: Memo; body: Draft }) {
  return (
    <textarea
      className="memos-body"
      aria-label="Text of the memo, in Markdown"
      dir="auto"
      value={body.draft ?? memo.body}
      placeholder="Write here. # Heading, *emphasis*, **strong**, - list, > quote"
      onChange={event => body.write(event.target.value)}
      onBlur={body.keep}
    />
  )
}

function About({ memo }: { memo: Memo }) {
  const { codeId, documentId, segmentId } = memo.about
  return (
    <p className="memos-about">
      On{' '}
      {codeId || documentId || segmentId ? (
        <button type="button" onClick={() => void openSubject(memo)}>
          <MemoSubject memo={memo} />
        </button>
      ) : (
        <MemoSubject memo={memo} />
      )}
    </p>
  )
}
