import { announce } from '../state/messages.ts'
import { ANYHOW, findFolded } from './find.ts'
import { foldedOf } from './folded-text.ts'
import type { Finding, ReaderModel } from './model.ts'
import { suggest, type Vocabulary, vocabularyReader } from './suggest.ts'

/** What may help where nothing was found. */
export interface FindHint {
  /** spelling: other words, which are there · switches: the same words, with the switches off */
  readonly kind: 'spelling' | 'switches'
  readonly words: string
  readonly hits: number
}

/** Who is still typing is not answered. */
const PAUSE_MS = 250

let timer: ReturnType<typeof setTimeout> | undefined

/** Looks for help when typing has paused, piece by piece: typing on is never held up. */
export function hintLater(model: ReaderModel): void {
  clearTimeout(timer)
  const asked = model.store.getState().finding
  if (asked.words.trim() === '') return
  const isAsked = () => {
    const { words, how, isOpen } = model.store.getState().finding
    return isOpen && words === asked.words && how === asked.how
  }
  timer = setTimeout(async () => {
    const hint = switchHint(model, asked) ?? (await spellingHint(model, asked, isAsked))
    if (hint === null || !isAsked()) return
    model.store.setState(({ finding }) => ({ finding: { ...finding, hint } }))
    announce(hintWords(hint))
  }, PAUSE_MS)
}

export const hintWords = ({ kind, words, hits }: FindHint): string =>
  kind === 'spelling'
    ? `Did you mean “${words}” (${hits.toLocaleString('en')})?`
    : `${hits.toLocaleString('en')} with the switches off`

function switchHint({ text }: ReaderModel, { words, how }: Finding): FindHint | null {
  if (!how.matchCase && !how.wholeWords) return null
  const hits = findFolded(foldedOf(text), words, ANYHOW).length
  return hits > 0 ? { kind: 'switches', words, hits } : null
}

async function spellingHint(
  { text }: ReaderModel,
  asked: Finding,
  isAsked: () => boolean,
): Promise<FindHint | null> {
  const vocabulary = await vocabularyOf(text, isAsked)
  const words = vocabulary && suggest(asked.words, vocabulary)
  if (!words) return null
  // words that are all there need not stand together
  const hits = findFolded(foldedOf(text), words, ANYHOW).length
  return hits > 0 ? { kind: 'spelling', words, hits } : null
}

interface Read {
  readonly text: string
  readonly reader: ReturnType<typeof vocabularyReader>
  words: Vocabulary | null
}
/** of the text that was asked last: where its reading was left off, it goes on */
let read: Read | null = null

async function vocabularyOf(text: string, isAsked: () => boolean): Promise<Vocabulary | null> {
  if (read?.text !== text) read = { text, reader: vocabularyReader(text), words: null }
  const mine = read
  while (mine.words === null) {
    if (!isAsked()) return null
    if (!mine.reader.step()) mine.words = mine.reader.words()
    await new Promise(resolve => setTimeout(resolve))
  }
  return mine.words
}
