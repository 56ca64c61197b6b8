import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useRef } from 'react'
import { useKeyLabel } from '../commands/bindings.ts'
import { IconButton } from '../ui/button.tsx'
import { Icon } from '../ui/icons.tsx'
import { useStore } from '../ui/use-store.ts'
import './find-bar.css'
import { ANYHOW, type FindHow } from './find.ts'
import { type FindHint, hintWords } from './find-hints.ts'
import { closeFind, lookFor, stepHit, switchFind } from './finding.ts'
import type { ReaderModel } from './model.ts'

/** A slim line above the text: words, how often they occur, and which of these one is at. */
export function FindBar({ model }: { model: ReaderModel }) {
  const { isOpen } = useStore(model.store, state => state.finding)
  return isOpen ? <Bar model={model} /> : null
}

function Bar({ model }: { model: ReaderModel }) {
  const { words, hits, current, hint } = useStore(model.store, state => state.finding)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.select(), [])
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') closeFind(model)
    else if (event.key !== 'Enter' || event.target !== field.current) return
    else if (hint) takeHint(model, hint, field)
    else stepHit(model, event.shiftKey ? -1 : 1)
    event.preventDefault()
    event.stopPropagation()
  }
  const found = words === '' ? '' : `${current + 1} of ${hits.length.toLocaleString('en')}`
  return (
    <search className="find-bar" onKeyDown={press}>
      <Icon name="search" size={14} />
      <input
        ref={field}
        // biome-ignore lint/a11y/noAutofocus: it was opened by a key to be typed into
        autoFocus
        className="find-bar-field"
        aria-label="Find in this document"
        placeholder="Find in this document"
        spellCheck={false}
        dir="auto"
        value={words}
        onChange={event => lookFor(model, event.target.value)}
      />
      {hint ? (
        <button type="button" className="find-bar-hint" onClick={() => takeHint(model, hint, field)}>
          {hintWords(hint)}
        </button>
      ) : null}
      <span className="find-bar-count" role="status">
        {hits.length === 0 && words.trim() !== '' ? 'not found' : found}
      </span>
      <Switch model={model} which="matchCase" label="Match capitals">
        Aa
      </Switch>
      <Switch model={model} which="wholeWords" label="Whole words only">
        <span className="find-bar-word">ab</span>
      </Switch>
      <Steps model={model} isIdle={hits.length === 0} />
      <IconButton label="Close" shortcut="Esc" onPress={() => closeFind(model)}>
        <Icon name="close" size={14} />
      </IconButton>
    </search>
  )
}

function takeHint(model: ReaderModel, { words }: FindHint, field: RefObject<HTMLInputElement | null>): void {
  // its hits were counted so
  lookFor(model, words, ANYHOW)
  field.current?.focus()
}

interface SwitchProps {
  readonly model: ReaderModel
  readonly which: keyof FindHow
  readonly label: string
  readonly children: ReactNode
}

function Switch({ model, which, label, children }: SwitchProps) {
  const isOn = useStore(model.store, state => state.finding.how[which])
  return (
    <span className="find-bar-switch">
      <IconButton
        label={isOn ? `${label} (on)` : label}
        aria-pressed={isOn}
        onPress={() => switchFind(model, which)}
      >
        {children}
      </IconButton>
    </span>
  )
}

function Steps({ model, isIdle }: { model: ReaderModel; isIdle: boolean }) {
  const keyLabel = useKeyLabel()
  return (
    <>
      <IconButton
        label="Previous hit"
        shortcut={keyLabel('find.previous')}
        isDisabled={isIdle}
        onPress={() => stepHit(model, -1)}
      >
        <span className="find-bar-up">
          <Icon name="down" size={14} />
        </span>
      </IconButton>
      <IconButton
        label="Next hit"
        shortcut={keyLabel('find.next')}
        isDisabled={isIdle}
        onPress={() => stepHit(model, 1)}
      >
        <Icon name="down" size={14} />
      </IconButton>
    </>
  )
}
