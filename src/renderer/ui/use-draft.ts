import { useCallback, useEffect, useRef, useState } from 'react'

export interface Draft {
  /** what has been typed and is not what is kept yet; null: nothing */
  readonly draft: string | null
  readonly write: (text: string) => void
  /** keeps at once what is still unsaved */
  readonly keep: () => void
  /** forgets what is still unsaved: the thing it belongs to is going */
  readonly discard: () => void
}

/** Text on its way to being kept: saved after a pause in typing, and when its field goes away. */
export function useDraft(value: string, onSave: (value: string) => void, pause: number): Draft {
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
      timer.current = setTimeout(keep, pause)
    },
    [keep, pause],
  )

  const discard = useCallback(() => {
    clearTimeout(timer.current)
    state.current.unsaved = null
    setDraft(null)
  }, [])

  useEffect(() => keep, [keep])
  return { draft, write, keep, discard }
}
