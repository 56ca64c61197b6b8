import { useCallback, useEffect, useRef, useState } from 'react'
import './editable-text.css'

interface Props {
  readonly label: string
  /** what is kept */
  readonly value: string
  readonly placeholder: string
  readonly onSave: (value: string) => void
}

const PAUSE = 1500

/**
 * A text edited in its place: kept after a pause in typing, and when the field is left or
 * goes away. Give it a `key` of the thing it belongs to, so that one's words never reach another.
 */
export function EditableText({ label, value, placeholder, onSave }: Props) {
  const { draft, write, keep } = useDraft(value, onSave)
  return (
    <textarea
      className="editable-text"
      aria-label={label}
      placeholder={placeholder}
      dir="auto"
      rows={1}
      value={draft ?? value}
      onChange={event => write(event.currentTarget.value)}
      onBlur={keep}
      onKeyDown={event => {
        // while words are typed here, undo is that of the field
        const undoes = (event.ctrlKey || event.metaKey) && /^[zy]$/i.test(event.key)
        if (undoes && draft !== null) event.stopPropagation()
      }}
    />
  )
}

/** What has been typed and is not what is kept yet; null: nothing. */
function useDraft(value: string, onSave: (value: string) => void) {
  const [draft, setDraft] = useState<string | null>(null)
  const state = useRef({ unsaved: null as string | null, value, onSave })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  useEffect(() => {
    state.current.onSave = onSave
  }, [onSave])

  // what is kept has changed: by this field, by undo or in another window
  useEffect(() => {
    state.current.value = value
    if (state.current.unsaved === null) setDraft(null)
  }, [value])

  const keep = useCallback(() => {
    clearTimeout(timer.current)
    const { unsaved, value: kept, onSave: save } = state.current
    state.current.unsaved = null
    if (unsaved !== null && unsaved !== kept) save(unsaved)
    else if (unsaved !== null) setDraft(null)
  }, [])

  const write = useCallback(
    (text: string) => {
      setDraft(text)
      state.current.unsaved = text
      clearTimeout(timer.current)
      timer.current = setTimeout(keep, PAUSE)
    },
    [keep],
  )

  useEffect(() => keep, [keep])
  return { draft, write, keep }
}
