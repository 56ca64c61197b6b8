import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react'
import type { Segment } from '../../shared/contract/segments.ts'
import type { SegmentId } from '../../shared/model/ids.ts'
import { client } from '../data/session.ts'
import { attempt } from '../state/messages.ts'
import { useBeside } from '../ui/anchored.ts'
import { useStore } from '../ui/use-store.ts'
import { anchorOf } from './anchor.ts'
import './comment-editor.css'
import { codeNames, type ReaderData, type ReaderModel } from './model.ts'

/** Beside its segment, at the margin: a few lines, saved while they are typed. */
export function CommentEditor({ model, data }: { model: ReaderModel; data: ReaderData }) {
  const commenting = useStore(model.store, state => state.commenting)
  const segment = commenting ? data.every.byId(commenting.segmentId) : undefined
  return segment ? (
    <Editor
      key={segment.id}
      model={model}
      data={data}
      segment={segment}
      isFresh={commenting?.isFresh === true}
    />
  ) : null
}

interface Props {
  readonly model: ReaderModel
  readonly data: ReaderData
  readonly segment: Segment
  readonly isFresh: boolean
}

function Editor({ model, data, segment, isFresh }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const [words, setWords] = useState(segment.comment)
  useBeside(
    box,
    useCallback(() => anchorOf(model, segment), [model, segment]),
    'right',
  )
  const save = useSaving(segment.id, segment.comment)
  const close = () => {
    save.now()
    model.store.setState({ commenting: null })
    model.view.focus()
    // it was made for a comment that was not written after all
    if (isFresh && words === '' && segment.codings.length === 0)
      void attempt(() => client().segments.delete({ segmentIds: [segment.id] }))
  }
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' && !(event.key === 'Enter' && (event.ctrlKey || event.metaKey))) return
    event.preventDefault()
    event.stopPropagation()
    close()
  }
  const names = codeNames(segment, data).join(', ')
  return (
    <div ref={box} className="comment">
      <label className="comment-label" htmlFor={`comment-${segment.id}`}>
        Comment on {segment.reference}
        {names === '' ? '' : ` · ${names}`}
      </label>
      <textarea
        id={`comment-${segment.id}`}
        className="comment-field"
        // biome-ignore lint/a11y/noAutofocus: it was opened by a key to be typed into
        autoFocus
        rows={3}
        onFocus={event => event.currentTarget.setSelectionRange(words.length, words.length)}
        value={words}
        onChange={event => {
          setWords(event.target.value)
          save.later(event.target.value)
        }}
        onBlur={() => save.now()}
        onKeyDown={press}
      />
      <div className="comment-foot">
        <span>saved as you type</span>
        <button type="button" className="comment-done" onClick={close}>
          Done{' '}
          <span className="comment-key" aria-hidden="true">
            Esc
          </span>
        </button>
      </div>
    </div>
  )
}

const PAUSE_MS = 400

/** Saves what was typed last after a short pause, at once when asked, and when the editor goes. */
function useSaving(segmentId: SegmentId, saved: string) {
  const state = useRef<{
    words: string | null
    timer: ReturnType<typeof setTimeout> | undefined
    last: string
  }>({
    words: null,
    timer: undefined,
    last: saved,
  })
  const [save] = useState(() => {
    const now = () => {
      const { words, last } = state.current
      clearTimeout(state.current.timer)
      state.current.words = null
      if (words === null || words === last) return
      state.current.last = words
      void attempt(() => client().segments.comment({ segmentId, comment: words }))
    }
    const later = (words: string) => {
      state.current.words = words
      clearTimeout(state.current.timer)
      state.current.timer = setTimeout(now, PAUSE_MS)
    }
    return { now, later }
  })
  useEffect(() => save.now, [save])
  return save
}
