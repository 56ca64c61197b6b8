import { type FormEvent, useLayoutEffect, useState } from 'react'
import { attempt } from '../../state/messages.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { useStore } from '../../ui/use-store.ts'
import { replaceWith, setVersionInput, stopReading, takeVersion } from './replace-deeds.ts'
import { emptyReview, reviewState } from './review-state.ts'

/** Chooser, progress and password of the version that takes a document's place. Shows nothing while none is wanted. */
export function VersionInput() {
  useLayoutEffect(() => reviewState.setState(emptyReview, true), [])
  const reading = useStore(reviewState, state => state.reading)
  return (
    <>
      <input
        ref={setVersionInput}
        type="file"
        hidden
        aria-label="Better version of the document"
        onChange={event => takeVersion(event.currentTarget)}
      />
      {reading ? (
        <section className="review-card" aria-label="Replacing a document">
          <progress
            aria-label={`Reading ${reading.file}`}
            {...(reading.total > 0 ? { max: reading.total, value: reading.done } : {})}
          />
          <p>
            Replacing “{reading.document}” by {reading.file}
          </p>
          <Button look="plain" onPress={() => void stopReading(reading.handle)}>
            Stop
          </Button>
        </section>
      ) : null}
      <Password />
    </>
  )
}

function Password() {
  const locked = useStore(reviewState, state => state.locked)
  const [password, setPassword] = useState('')
  if (!locked) return null
  const close = () => {
    setPassword('')
    reviewState.setState({ locked: null })
  }
  function submit(event: FormEvent): void {
    event.preventDefault()
    if (!locked || password === '') return
    const { documentId, name, file, fileName } = locked
    setPassword('')
    void attempt(() => replaceWith({ id: documentId, name }, { file, fileName, password }))
  }
  return (
    <Dialog title={`Password of ${locked.fileName}`} onClose={close}>
      <form onSubmit={submit}>
        {locked.isWrong ? <p role="alert">This password does not open it.</p> : null}
        <Field
          label="Password"
          type="password"
          autoComplete="off"
          autoFocus
          value={password}
          onChange={setPassword}
        />
        <footer className="dialog-foot">
          <Button onPress={close}>Cancel</Button>
          <Button look="primary" type="submit" isDisabled={password === ''}>
            Replace
          </Button>
        </footer>
      </form>
    </Dialog>
  )
}
