import { Failure } from '../../../shared/errors.ts'
import type { DocumentId } from '../../../shared/model/ids.ts'
import { client } from '../../data/session.ts'
import { attempt, say } from '../../state/messages.ts'
import { type Recognisable, recognitionState } from './recognition-state.ts'
import { sayReplaced } from './replace-deeds.ts'

const NONE =
  'No program that recognises text was found on this machine. Postil brings none and downloads none. Install Tesseract (for PDFs with Poppler) or OCRmyPDF, then try again.'

/** Asks with which engine and in which language; says so where there is no engine. */
export async function askRecognition(document: Recognisable): Promise<void> {
  await attempt(async () => {
    const { engines } = await client().documents.recognition({ documentId: document.id })
    const fit = engines.filter(({ reads }) => reads.includes(document.kind))
    if (fit.length === 0) say(NONE)
    else recognitionState.setState({ asking: { ...document, engines: fit } })
  })
}

interface Choice {
  readonly engine: 'tesseract' | 'ocrmypdf'
  readonly language: string
}

const LOOK_MS = 700

/** Begins, shows how far it is, and says what became of the segments. */
export async function recogniseText(document: Recognisable, { engine, language }: Choice): Promise<void> {
  recognitionState.setState({ asking: null, running: { ...document, done: 0, total: 0 } })
  const looking = setInterval(() => void look(document), LOOK_MS)
  try {
    const result = await client().documents.recognise({
      documentId: document.id,
      engine,
      ...(language === '' ? {} : { language }),
    })
    await sayReplaced(document, result, 'The text of', 'has been recognised.')
  } catch (error) {
    if (!(error instanceof Failure && error.code === 'recognition-stopped')) throw error
    say(error.message)
  } finally {
    clearInterval(looking)
    recognitionState.setState({ running: null })
  }
}

async function look(document: Recognisable): Promise<void> {
  await attempt(async () => {
    const { running } = await client().documents.recognition({ documentId: document.id })
    const { running: shown } = recognitionState.getState()
    if (running && shown?.id === document.id)
      recognitionState.setState({ running: { ...document, ...running } })
  })
}

export async function stopRecognition(documentId: DocumentId): Promise<void> {
  await attempt(() => client().documents.stopRecognition({ documentId }))
}
