import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useKeyLabel } from '../commands/bindings.ts'
import { IconButton } from '../ui/button.tsx'
import { Icon } from '../ui/icons.tsx'
import { useStore } from '../ui/use-store.ts'
import './find-bar.css'
import { closeFind, lookFor, stepHit } from './finding.ts'
import type { ReaderModel } from './model.ts'

/** A slim line above the text: words, how often they occur, and which of these one is at. */
export function FindBar({ model }: { model: ReaderModel }) {
  const { isOpen } = useStore(model.store, state => state.finding)
  return isOpen ? <Bar model={model} /> : null
}

function Bar({ model }: { model: ReaderModel }) {
  const { words, hits, current } = useStore(model.store, state => state.finding)
  const keyLabel = useKeyLabel()
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.select(), [])
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter') stepHit(model, event.shiftKey ? -1 : 1)
    else if (event.key === 'Escape') closeFind(model)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const found =
    hits.length === 0
      ? words === ''
        ? ''
        : 'not found'
      : `${current + 1} of ${hits.length.toLocaleString('en')}`
  return (
    <search className="find-bar">
      <Icon name="search" size={14} />
      <input
        ref={field}
        // biome-ignore lint/a11y/noAutofocus: it was opened by a key to be typed into
        autoFocus
        className="find-bar-field"
        aria-label="Find in this document"
        placeholder="Find in this document"
        spellCheck={false}
        value={words}
        onChange={event => lookFor(model, event.target.value)}
        onKeyDown={press}
      />
      <span className="find-bar-count" role="status">
        {found}
      </span>
      <IconButton
        label="Previous hit"
        shortcut={keyLabel('find.previous')}
        isDisabled={hits.length === 0}
        onPress={() => stepHit(model, -1)}
      >
        <span className="find-bar-up">
          <Icon name="down" size={14} />
        </span>
      </IconButton>
      <IconButton
        label="Next hit"
        shortcut={keyLabel('find.next')}
        isDisabled={hits.length === 0}
        onPress={() => stepHit(model, 1)}
      >
        <Icon name="down" size={14} />
      </IconButton>
      <IconButton label="Close" shortcut="Esc" onPress={() => closeFind(model)}>
        <Icon name="close" size={14} />
      </IconButton>
    </search>
  )
}
