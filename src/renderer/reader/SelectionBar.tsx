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
import { currentTarget } from './target.ts'

/** Below the selection, one row: what can be done with it, and the keys that do the same. */
export function SelectionBar({ model, data }: { model: ReaderModel; data: ReaderData }) {
  const isShown = useStore(model.store, state => state.isBarShown)
  const isPicking = useOwnCoding(state => state.picking)
  const span = useOwnCoding(state => state.selection?.span)
  const draft = useStore(model.store, state => state.draft)
  if (!isShown || isPicking || (!span && !draft)) return null
  const key = draft ? `${draft.page} ${draft.x} ${draft.y}` : `${span?.start} ${span?.end}`
  return <Verbs key={key} model={model} data={data} isArea={draft !== null} />
}

function Verbs({ model, data, isArea }: { model: ReaderModel; data: ReaderData; isArea: boolean }) {
  const bar = useRef<HTMLDivElement>(null)
  const last = useStore(coding, state => state.lastCodeId)
  const again = last && data.code.get(last)
  useBeside(
    bar,
    useCallback(() => {
      const target = currentTarget(model)
      return target && anchorOf(model, { ...target.span, area: target.area })
    }, [model]),
  )
  return (
    <div
      ref={bar}
      className="selection-bar"
      role="toolbar"
      aria-label={isArea ? 'Code the area' : 'Code the selection'}
      // the selection keeps the focus
      onMouseDown={event => event.preventDefault()}
    >
      <Verb command="code.pick">Code</Verb>
      {isArea ? null : <Verb command="code.inVivo">In vivo</Verb>}
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
