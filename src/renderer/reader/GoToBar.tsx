import { type KeyboardEvent, useState } from 'react'
import { announce } from '../state/messages.ts'
import { IconButton } from '../ui/button.tsx'
import { Icon } from '../ui/icons.tsx'
import { useStore } from '../ui/use-store.ts'
import './find-bar.css'
import type { ReaderModel } from './model.ts'
import { type NamedPlace, placeNamed } from './place-names.ts'
import { selectSegment } from './selecting.ts'

/** A slim line above the text: a page, a paragraph or a segment by its number. */
export function GoToBar({ model }: { model: ReaderModel }) {
  const isGoing = useStore(model.store, state => state.isGoing)
  return isGoing ? <Bar model={model} /> : null
}

function Bar({ model }: { model: ReaderModel }) {
  const [typed, setTyped] = useState('')
  const { text, structure, data } = model
  const place = placeNamed(typed, { text, structure, segments: data.every.all })
  const close = () => {
    model.store.setState({ isGoing: false })
    model.view.focus()
  }
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && place) {
      close()
      go(model, place)
    } else if (event.key === 'Escape') close()
    else if (event.key !== 'Enter') return
    event.preventDefault()
    event.stopPropagation()
  }
  const hint = structure.pages.length > 0 ? 'p. 17, §12 or 3:10' : '§12 or 3:10'
  return (
    <search className="find-bar">
      <Icon name="forward" size={14} />
      <input
        // biome-ignore lint/a11y/noAutofocus: it was opened by a key to be typed into
        autoFocus
        className="find-bar-field"
        aria-label="Go to page, paragraph or segment"
        placeholder={`Go to ${hint}`}
        spellCheck={false}
        value={typed}
        onChange={event => setTyped(event.target.value)}
        onKeyDown={press}
      />
      <span className="find-bar-count" role="status">
        {typed.trim() === '' ? '' : (place?.words ?? 'no such place in this document')}
      </span>
      <IconButton label="Close" shortcut="Esc" onPress={close}>
        <Icon name="close" size={14} />
      </IconButton>
    </search>
  )
}

function go(model: ReaderModel, { span, words, segment }: NamedPlace): void {
  if (segment) selectSegment(model, segment)
  else {
    model.view.placeCaret(span.start)
    announce(`At ${words}`)
  }
  model.view.reveal(span)
}
