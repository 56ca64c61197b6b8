import './editable-text.css'
import { useDraft } from './use-draft.ts'

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
  const { draft, write, keep } = useDraft(value, onSave, PAUSE)
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
