import type { KeyboardEvent } from 'react'
import type { SegmentRow } from '../../../shared/contract/segments.ts'
import { useDraft } from '../../ui/use-draft.ts'
import { drawerState } from './drawer-state.ts'
import { saveComment } from './segment-deeds.ts'

const PAUSE = 800

/** The comment, written where it is read. Esc gives the keys back to the row. */
export function CommentField({ row }: { row: SegmentRow }) {
  const { draft, write, keep } = useDraft(row.comment, words => saveComment(row, words), PAUSE)
  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    const held = event.ctrlKey || event.metaKey
    const isDone = event.key === 'Escape' || (event.key === 'Enter' && held)
    // the keys of the list do not act while words are typed, and undo is that of the field
    if (!isDone && held && !/^[zy]$/i.test(event.key)) return
    event.stopPropagation()
    if (!isDone) return
    event.preventDefault()
    keep()
    const line = event.currentTarget.closest<HTMLElement>('[role="row"]')
    drawerState.setState({ commenting: null })
    line?.focus({ preventScroll: true })
  }
  return (
    <textarea
      className="segments-comment-field"
      aria-label={`Comment on ${row.reference}`}
      dir="auto"
      // biome-ignore lint/a11y/noAutofocus: it was asked for, to be written into
      autoFocus
      value={draft ?? row.comment}
      onFocus={event => event.currentTarget.setSelectionRange(row.comment.length, row.comment.length)}
      onChange={event => write(event.currentTarget.value)}
      onBlur={() => {
        keep()
        drawerState.setState({ commenting: null })
      }}
      onKeyDown={onKeyDown}
    />
  )
}
