import { type FormEvent, useLayoutEffect, useState } from 'react'
import { attempt } from '../../state/messages.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useStore } from '../../ui/use-store.ts'
import { languageName } from './language-names.ts'
import { recogniseText, stopRecognition } from './recognise-deeds.ts'
import { emptyRecognition, recognitionState } from './recognition-state.ts'

/** Question and progress of recognising a text. Shows nothing while nobody wants it. */
export function Recognition() {
  useLayoutEffect(() => recognitionState.setState(emptyRecognition, true), [])
  const { asking, running } = useStore(recognitionState, state => state)
  return (
    <>
      {asking ? <Question key={asking.id} asking={asking} /> : null}
      {running ? (
        <section className="review-card" aria-label="Recognising text">
          <progress
            aria-label="Pages recognised"
            {...(running.total > 0 ? { max: running.total, value: running.done } : {})}
          />
          <p>
            Recognising the text of “{running.name}”
            {running.total > 0 ? `: ${running.done} of ${running.total} pages` : ''}
          </p>
          <Button look="plain" onPress={() => void stopRecognition(running.id)}>
            Stop
          </Button>
        </section>
      ) : null}
    </>
  )
}

const ENGINES = { tesseract: 'Tesseract', ocrmypdf: 'OCRmyPDF' } as const
type EngineId = keyof typeof ENGINES
type Asking = NonNullable<ReturnType<typeof recognitionState.getState>['asking']>

function Question({ asking }: { asking: Asking }) {
  const { engines } = asking
  const [engine, setEngine] = useState<EngineId>(engines[0]!.id)
  const languages = engines.find(({ id }) => id === engine)?.languages ?? []
  const [wanted, setLanguage] = useState('')
  const language = languages.includes(wanted) ? wanted : usualOf(languages)
  const close = () => recognitionState.setState({ asking: null })
  function begin(event: FormEvent): void {
    event.preventDefault()
    void attempt(() => recogniseText(asking, { engine, language }))
  }
  const named = Object.fromEntries(languages.map(code => [code, languageName(code)]))
  const offered = Object.fromEntries(engines.map(({ id, version }) => [id, `${ENGINES[id]} ${version}`]))
  return (
    <Dialog title={`Recognise the text of “${asking.name}”`} onClose={close}>
      <form className="review-question" onSubmit={begin}>
        <p>
          A program on this machine reads the pictures of the pages; nothing leaves it. The text is marked as
          recognised, since such programs misread letters. Areas that are coded stay.
        </p>
        <Choice<string>
          label="Program"
          options={offered}
          value={engine}
          onChange={id => setEngine(id as EngineId)}
        />
        {languages.length > 0 ? (
          <Choice label="Language" options={named} value={language} onChange={setLanguage} />
        ) : null}
        <footer className="dialog-foot">
          <Button onPress={close}>Cancel</Button>
          <Button look="primary" type="submit">
            Recognise
          </Button>
        </footer>
      </form>
    </Dialog>
  )
}

const usualOf = (languages: readonly string[]): string =>
  languages.includes('eng') ? 'eng' : (languages[0] ?? '')
