import { createStore } from 'zustand/vanilla'
import type { Transport } from '../../shared/client.ts'
import { type Failure, fail } from '../../shared/errors.ts'
import { askAfterChanges } from './after-changes.ts'
import { type Followed, followedQuestions } from './followed.ts'
import { withSameParts } from './same-parts.ts'

export interface Answer {
  readonly value?: unknown
  readonly error?: Failure
}

interface Watched {
  readonly name: string
  readonly input: unknown
  readers: number
  /** counts the times asked, so that an answer overtaken by a later one is dropped */
  asked: number
  /** of a question that is followed: the answer that the next one tells the news to */
  followed: Followed | undefined
}

interface Answered {
  readonly answer: Answer
  readonly followed: Followed | undefined
}

/**
 * What the core has said, by question, kept while someone is looking, and asked again
 * when a step touches a table it was read from. There is nothing else to keep in step.
 */
export function createAnswers(transport: Transport) {
  const store = createStore<Readonly<Record<string, Answer>>>(() => ({}))
  const watched = new Map<string, Watched>()

  async function ask(key: string): Promise<void> {
    const question = watched.get(key)
    if (!question) return
    const turn = ++question.asked
    const { answer, followed } = await answerTo(question)
    if (watched.get(key) !== question || question.asked !== turn) return
    question.followed = followed
    const known = store.getState()[key]
    // what is followed keeps its unchanged parts by itself
    const told = followed ? answer : withSameParts(known, answer)
    if (told !== known) store.setState({ [key]: told })
  }

  async function answerTo({ name, input, followed: known }: Watched): Promise<Answered> {
    try {
      const follow = followedQuestions[name]
      if (!follow) return { answer: { value: await transport.call(name, input) }, followed: undefined }
      const followed = await follow(transport, input, known)
      return { answer: { value: followed.value }, followed }
    } catch (error) {
      return { answer: { error: asFailure(error) }, followed: undefined }
    }
  }

  const { stop, hold } = askAfterChanges(transport, watched, key => void ask(key))

  /** Begins to look at a question; returns how to stop. */
  function watch(key: string, name: string, input: unknown): () => void {
    const known = watched.get(key)
    if (known) known.readers++
    else {
      watched.set(key, { name, input, readers: 1, asked: 0, followed: undefined })
      void ask(key)
    }
    return () => {
      const entry = watched.get(key)
      if (!entry || --entry.readers > 0) return
      watched.delete(key)
      const { [key]: _gone, ...rest } = store.getState()
      store.setState(rest, true)
    }
  }

  return { store, watch, stop, hold }
}
export type Answers = ReturnType<typeof createAnswers>

export function asFailure(error: unknown): Failure {
  const isFailure = error instanceof Error && error.name === 'Failure'
  return isFailure
    ? (error as Failure)
    : fail('internal', { reason: error instanceof Error ? error.message : String(error) })
}
