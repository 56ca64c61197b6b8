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
    const isDone = event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
    if (!isDone) return
    event.preventDefault()
    event.stopPropagation()
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
