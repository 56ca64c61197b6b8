import { type KeyboardEvent, useId } from 'react'
import type { Command } from '../../shared/commands.ts'
import { Button } from '../ui/button.tsx'
import { conflictWords } from './key-words.ts'
import { askForKey, forgetStep, hearKey, type Step, settle } from './rekeying.ts'

/** Waits for a key. A field, so that screen readers hand every key on to it. */
export function KeyCapture({ label, refused }: { label: string; refused: string | null }) {
  const hint = useId()
  const press = (event: KeyboardEvent) => {
    if (!hearKey(event.nativeEvent)) return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <span className="keys-capture">
      <input
        // biome-ignore lint/a11y/noAutofocus: it was asked for, to be pressed into
        autoFocus
        readOnly
        value=""
        placeholder="Press the new key"
        aria-label={`New key for “${label}”`}
        aria-describedby={hint}
        onKeyDown={press}
        onBlur={forgetStep}
      />
      <span id={hint} className={refused === null ? 'keys-hint' : 'keys-hint keys-refused'} role="alert">
        {refused ?? 'Esc: leave it as it is'}
      </span>
    </span>
  )
}

/** A key that means something already: said in words, and nothing happens until it is decided. */
export function KeyQuestion({ command, step }: { command: Command; step: Step & { kind: 'ask' } }) {
  const { chord, conflicts, id, instead } = step
  const isSame = conflicts.some(({ kind }) => kind === 'same')
  const names = conflicts
    .filter(({ kind }) => !isSame || kind === 'same')
    .map(({ other }) => `“${other.label}”`)
    .join(' and ')
  return (
    <div
      className="keys-question"
      role="group"
      aria-label="This key is in use"
      onKeyDown={event => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        forgetStep()
      }}
    >
      <p role="alert">{conflictWords(command, chord, conflicts).join(' ')}</p>
      <span className="keys-answers">
        {isSame ? null : <Button onPress={() => settle('both')}>Keep both</Button>}
        <Button onPress={() => settle(isSame ? 'both' : 'take')}>Take it from {names}</Button>
        <Button autoFocus onPress={() => askForKey(id, instead)}>
          Another key
        </Button>
        <Button look="plain" onPress={forgetStep}>
          Leave it
        </Button>
      </span>
    </div>
  )
}
