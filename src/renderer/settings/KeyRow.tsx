import { memo, useEffect, useRef } from 'react'
import { Button as AriaButton, type PressEvent } from 'react-aria-components'
import type { Command } from '../../shared/commands.ts'
import { bindings } from '../commands/bindings.ts'
import { chordLabel } from '../commands/chords.ts'
import { WHERE } from '../commands/overrides.ts'
import { preferences } from '../state/preferences.ts'
import { Icon } from '../ui/icons.tsx'
import { useStore } from '../ui/use-store.ts'
import { KeyCapture, KeyQuestion } from './KeyCapture.tsx'
import { standingWords } from './key-words.ts'
import { askForKey, dropKey, rekeying, resetKeys } from './rekeying.ts'

/** A command, its keys, and what can be done with them. */
export const KeyRow = memo(function KeyRow({ command }: { command: Command }) {
  const { id, label, place } = command
  const now = useStore(bindings, state => state)
  const isChanged = useStore(preferences, state => state.keys[id] !== undefined)
  const step = useStore(rekeying, state => (state.step?.id === id ? state.step : null))
  const row = useRef<HTMLLIElement>(null)
  useFocusAfter(row, step !== null)
  const notes = standingWords(now, command)
  return (
    <li ref={row} className="keys-command">
      <span className="keys-name">
        {label} <span className="keys-place">{WHERE[place]}</span>
      </span>
      {step?.kind === 'press' ? (
        <KeyCapture label={label} refused={step.refused} />
      ) : (
        <Chips command={command} chords={now.chords.get(id)!} isChanged={isChanged} />
      )}
      {step?.kind === 'ask' ? <KeyQuestion command={command} step={step} /> : null}
      {notes.length > 0 && step === null ? <span className="keys-note">{notes.join(' ')}</span> : null}
    </li>
  )
})

interface ChipsProps {
  readonly command: Command
  readonly chords: readonly string[]
  readonly isChanged: boolean
}

function Chips({ command: { id, label }, chords, isChanged }: ChipsProps) {
  return (
    <span className="keys-chips">
      {isChanged ? (
        <AriaButton
          className="keys-act"
          aria-label={`The usual keys for “${label}”`}
          onPress={event => {
            stayInRow(event)
            resetKeys(id)
          }}
        >
          <Icon name="undo" size={13} />
        </AriaButton>
      ) : null}
      {chords.map(chord => (
        <span key={chord} className="keys-chip">
          <AriaButton
            className="keys-change"
            aria-label={`${chordLabel(chord)}, change this key of “${label}”`}
            onPress={() => askForKey(id, chord)}
          >
            {chordLabel(chord)}
          </AriaButton>
          <AriaButton
            className="keys-drop"
            aria-label={`Take ${chordLabel(chord)} off “${label}”`}
            onPress={event => {
              stayInRow(event)
              dropKey(id, chord)
            }}
          >
            <Icon name="close" size={10} />
          </AriaButton>
        </span>
      ))}
      <AriaButton
        className="keys-act keys-more"
        aria-label={`One more key for “${label}”`}
        onPress={() => askForKey(id, null)}
      >
        <Icon name="plus" size={13} />
      </AriaButton>
    </span>
  )
}

/** The button that was pressed goes; the one for another key stays. */
const stayInRow = ({ target }: PressEvent) =>
  target.closest('.keys-chips')?.querySelector<HTMLElement>('.keys-more')?.focus()

/** When the row is done with a key, the focus is where it was: not at the head of the dialog. */
function useFocusAfter(row: React.RefObject<HTMLLIElement | null>, isBusy: boolean): void {
  const wasBusy = useRef(false)
  useEffect(() => {
    const { activeElement } = document
    const isLost =
      activeElement === document.body || activeElement === null || activeElement.contains(row.current)
    if (wasBusy.current && !isBusy && isLost)
      row.current?.querySelector<HTMLElement>('.keys-change, .keys-more')?.focus()
    wasBusy.current = isBusy
  }, [row, isBusy])
}
