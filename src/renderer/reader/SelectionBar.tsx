import { type ReactNode, useCallback, useRef } from 'react'
import { actingChord, useKeyLabel } from '../commands/bindings.ts'
import { ariaKeys } from '../commands/chords.ts'
import { runCommand } from '../commands/run.ts'
import { coding } from '../state/coding.ts'
import { useBeside } from '../ui/anchored.ts'
import { useStore } from '../ui/use-store.ts'
import { anchorOf } from './anchor.ts'
import type { ReaderData, ReaderModel } from './model.ts'
import { useOwnCoding } from './own-pane.ts'
import './selection-bar.css'

/** Below the selection, one row: what can be done with it, and the keys that do the same. */
export function SelectionBar({ model, data }: { model: ReaderModel; data: ReaderData }) {
  const isShown = useStore(model.store, state => state.isBarShown)
  const isPicking = useOwnCoding(state => state.picking)
  const span = useOwnCoding(state => state.selection?.span)
  return isShown && span && !isPicking ? (
    <Verbs key={`${span.start} ${span.end}`} model={model} data={data} />
  ) : null
}

function Verbs({ model, data }: { model: ReaderModel; data: ReaderData }) {
  const bar = useRef<HTMLDivElement>(null)
  const last = useStore(coding, state => state.lastCodeId)
  const again = last && data.code.get(last)
  useBeside(
    bar,
    useCallback(() => {
      const span = coding.getState().selection?.span
      return span ? anchorOf(model, span) : null
    }, [model]),
  )
  return (
    <div
      ref={bar}
      className="selection-bar"
      role="toolbar"
      aria-label="Code the selection"
      // the selection keeps the focus
      onMouseDown={event => event.preventDefault()}
    >
      <Verb command="code.pick">Code</Verb>
      <Verb command="code.inVivo">In vivo</Verb>
      {again ? (
        <Verb command="code.again">
          Again: <span className="selection-bar-last">{again.name}</span>
        </Verb>
      ) : null}
      <Verb command="code.comment">Comment</Verb>
    </div>
  )
}

function Verb({ command, children }: { command: string; children: ReactNode }) {
  const key = useKeyLabel()(command)
  const chord = actingChord(command)
  return (
    <button
      type="button"
      className="selection-bar-verb"
      {...(chord === undefined ? {} : { 'aria-keyshortcuts': ariaKeys(chord) })}
      onClick={() => runCommand(command)}
    >
      {children}
      {key === undefined ? null : (
        <span className="selection-bar-key" aria-hidden="true">
          {key}
        </span>
      )}
    </button>
  )
}
