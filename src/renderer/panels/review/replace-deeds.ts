import type { Replaced } from '../../../shared/contract/replacing.ts'
import { Failure } from '../../../shared/errors.ts'
import type { BrowserFile } from '../../../shared/host.ts'
import type { DocumentId } from '../../../shared/model/ids.ts'
import { focusPlace } from '../../app/regions.ts'
import { client } from '../../data/session.ts'
import { host } from '../../host/index.ts'
import { announce, attempt, say } from '../../state/messages.ts'
import { openDocument } from '../../state/workspace.ts'
import { sayUndoable } from '../../ui/undo-message.ts'
import { countsInWords } from './review-rows.ts'
import { openReview, reviewState } from './review-state.ts'

interface Target {
  readonly id: DocumentId
  readonly name: string
}

let input: HTMLInputElement | null = null
let target: Target | null = null

/** The hidden input of the window, whose chooser opens when a document is to be replaced. */
export function setVersionInput(element: HTMLInputElement | null): void {
  input = element
}

/** Asks for the better version of a document. */
export function chooseVersion(document: Target): void {
  target = document
  input?.click()
}

export function takeVersion(element: HTMLInputElement): void {
  const [file] = element.files ?? []
  element.value = ''
  if (file && target) void attempt(() => putVersion(target!, file))
}

async function putVersion(document: Target, file: BrowserFile): Promise<void> {
  const handle = await host().put(file)
  await replaceWith(document, { file: handle, fileName: file.name })
}

interface Version {
  readonly file: string
  readonly fileName: string
  readonly password?: string
}

/** Puts the version in the document's place and says what became of its segments. */
export async function replaceWith(document: Target, version: Version): Promise<void> {
  const { file, fileName, password } = version
  const reading = { document: document.name, file: fileName, handle: file, done: 0, total: 0 }
  reviewState.setState({ reading, locked: null })
  const looking = setInterval(() => void look(file), LOOK_MS)
  announce(`Reading ${fileName}`)
  try {
    const result = await client().documents.replace({
      documentId: document.id,
      file,
      ...(password === undefined ? {} : { options: { password } }),
    })
    await sayReplaced(document, result)
  } catch (error) {
    if (!(error instanceof Failure) || !(isLocked(error) || error.code === 'import-cancelled')) throw error
    if (!isLocked(error)) {
      announce('Nothing was replaced.')
      return
    }
    reviewState.setState({
      locked: {
        documentId: document.id,
        name: document.name,
        file,
        fileName,
        isWrong: error.code === 'file-wrong-password',
      },
    })
  } finally {
    clearInterval(looking)
    reviewState.setState({ reading: null })
  }
}

const LOOK_MS = 500

async function look(handle: string): Promise<void> {
  await attempt(async () => {
    const progress = await client().documents.reading({ file: handle })
    const { reading } = reviewState.getState()
    if (progress && reading?.handle === handle) reviewState.setState({ reading: { ...reading, ...progress } })
  })
}

/** The document stays as it is. */
export async function stopReading(handle: string): Promise<void> {
  await attempt(() => client().documents.stop({ file: handle }))
}

const isLocked = ({ code }: Failure): boolean => code === 'file-password' || code === 'file-wrong-password'

/** What became of the segments, in a sentence; the report where there is something to look at. */
export async function sayReplaced(
  { id, name }: Target,
  result: Replaced,
  before = '',
  done = 'has been replaced.',
): Promise<void> {
  openDocument(id)
  const { moved, review, lost, warnings } = result
  const all = moved + review + lost
  if (review + lost > 0) openReview(id)
  const words =
    all === 0
      ? 'It had no segments.'
      : review + lost === 0
        ? all === 1
          ? 'Its segment is on the same words.'
          : `All ${all.toLocaleString('en')} segments are on the same words.`
        : `Segments: ${countsInWords(result)}.`
  const losses = warnings.filter(({ severity }) => severity === 'loss').map(({ message }) => message)
  await sayUndoable([`${before} “${name}” ${done} ${words}`.trim(), ...losses].join(' '))
}

/** Opens the document with its report, if it has been replaced. */
export async function reviewDocument({ id, name }: Target): Promise<void> {
  await attempt(async () => {
    const { replaced } = await client().documents.reviews({ documentId: id })
    if (replaced === null) {
      say(`“${name}” has not been replaced: it is as it was imported.`)
      return
    }
    openDocument(id)
    openReview(id)
    focusPlace('review')
  })
}
