import { type FocusEvent, type KeyboardEvent, useRef } from 'react'
import './inline-name.css'

interface Props {
  readonly label: string
  readonly initial: string
  readonly placeholder?: string
  /** once: the name, trimmed, or null where it was given up, emptied or left as it was */
  readonly onDone: (name: string | null) => void
}

/** Renames in place: Enter or leaving the field keeps the name, Esc does not. */
export function InlineName({ label, initial, placeholder, onDone }: Props) {
  const done = useRef(false)
  function finish(input: HTMLInputElement, keep: boolean): void {
    if (done.current) return
    done.current = true
    const name = input.value.trim()
    onDone(keep && name !== '' && name !== initial ? name : null)
  }
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    // the keys of the list around it do not act while its name is written
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' || event.key === 'Escape') {
      event.preventDefault()
      finish(event.currentTarget, event.key === 'Enter')
      // the field goes; its row has the keys again
      event.currentTarget.closest<HTMLElement>('[role="treeitem"]')?.focus({ preventScroll: true })
    }
  }
  return (
    <input
      className="inline-name"
      aria-label={label}
      defaultValue={initial}
      placeholder={placeholder}
      dir="auto"
      maxLength={1000}
      spellCheck={false}
      // biome-ignore lint/a11y/noAutofocus: it appears because the user asked to write here
      autoFocus
      onFocus={(event: FocusEvent<HTMLInputElement>) => event.currentTarget.select()}
      onBlur={event => finish(event.currentTarget, true)}
      onKeyDown={onKeyDown}
      onMouseDown={event => event.stopPropagation()}
      onDoubleClick={event => event.stopPropagation()}
    />
  )
}
