import { type KeyboardEvent, useCallback, useRef, useState } from 'react'
import { useKeyLabel } from '../commands/bindings.ts'
import { useBeside } from '../ui/anchored.ts'
import { useStore } from '../ui/use-store.ts'
import { anchorOf } from './anchor.ts'
import type { ReaderModel } from './model.ts'
import { closeNaming, type Fresh, giveName, hideLater, openNaming, stay } from './naming.ts'
import './new-name.css'
import './selection-bar.css'

/** Below a passage whose words have become a code: the name, and the way to correct it. */
export function NewName({ model }: { model: ReaderModel }) {
  const fresh = useStore(model.store, state => state.fresh)
  const isBarShown = useStore(model.store, state => state.isBarShown)
  if (!fresh || fresh.state === 'gone' || (isBarShown && fresh.state === 'slip')) return null
  return <Slip key={fresh.codeId} model={model} fresh={fresh} />
}

function Slip({ model, fresh }: { model: ReaderModel; fresh: Fresh }) {
  const box = useRef<HTMLDivElement>(null)
  const key = useKeyLabel()('code.renameNew')
  useBeside(
    box,
    useCallback(() => anchorOf(model, fresh.span), [model, fresh.span]),
  )
  return (
    <div
      ref={box}
      className="new-name"
      role="group"
      aria-label="The new code"
      onPointerEnter={stay}
      onPointerLeave={() => hideLater(model)}
    >
      {fresh.state === 'field' ? (
        <Field model={model} name={fresh.name} />
      ) : (
        <>
          <span className="new-name-now" dir="auto">
            {fresh.name}
          </span>
          <button
            type="button"
            className="selection-bar-verb new-name-verb"
            onMouseDown={event => event.preventDefault()}
            onClick={() => openNaming(model)}
            onFocus={stay}
            onBlur={() => hideLater(model)}
          >
            Rename
            {key === undefined ? null : (
              <span className="new-name-key" aria-hidden="true">
                {key}
              </span>
            )}
          </button>
        </>
      )}
    </div>
  )
}

function Field({ model, name }: { model: ReaderModel; name: string }) {
  const [words, setWords] = useState(name)
  // what was decided by a key is not decided again when the focus goes
  const isDecided = useRef(false)
  const keep = async (next: 'text' | 'elsewhere') => {
    isDecided.current = true
    const isGiven = await giveName(model, words)
    if (isGiven) leave(next)
    else isDecided.current = false
  }
  const leave = (next: 'text' | 'elsewhere') => {
    closeNaming(model)
    if (next === 'text') model.view.focus()
  }
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Enter') void keep('text')
    else {
      isDecided.current = true
      leave('text')
    }
  }
  return (
    <>
      <input
        // biome-ignore lint/a11y/noAutofocus: it was opened by a key to be typed into
        autoFocus
        className="new-name-field"
        aria-label="Name of the new code"
        dir="auto"
        spellCheck={false}
        value={words}
        onFocus={event => event.currentTarget.select()}
        onChange={event => setWords(event.target.value)}
        onBlur={() => !isDecided.current && void keep('elsewhere')}
        onKeyDown={press}
      />
      <span className="new-name-key" aria-hidden="true">
        Enter
      </span>
    </>
  )
}
