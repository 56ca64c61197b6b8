import { createStore } from 'zustand/vanilla'
import { findProcedure, type Transport } from '../../shared/client.ts'
import { type Failure, fail } from '../../shared/errors.ts'

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
    const answer = await answerTo(question)
    if (watched.get(key) === question && question.asked === turn) store.setState({ [key]: answer })
  }

  async function answerTo({ name, input }: Watched): Promise<Answer> {
    try {
      return { value: await transport.call(name, input) }
    } catch (error) {
      return { error: asFailure(error) }
    }
  }

  const stop = transport.onChange(({ tables }) => {
    const touched = [...watched].flatMap(([key, { name }]) => {
      const procedure = findProcedure(name)
      const isTouched = procedure?.kind === 'query' && procedure.reads.some(table => tables.includes(table))
      return isTouched ? [{ key, breadth: procedure.reads.length }] : []
    })
    // narrow questions first: they are what the eye waits for (the segments of this document), and
    // the core answers one after the other
    for (const { key } of touched.toSorted((a, b) => a.breadth - b.breadth)) void ask(key)
  })

  /** Begins to look at a question; returns how to stop. */
  function watch(key: string, name: string, input: unknown): () => void {
    const known = watched.get(key)
    if (known) known.readers++
    else {
      watched.set(key, { name, input, readers: 1, asked: 0 })
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

  return { store, watch, stop }
}
export type Answers = ReturnType<typeof createAnswers>

export function asFailure(error: unknown): Failure {
  const isFailure = error instanceof Error && error.name === 'Failure'
  return isFailure
    ? (error as Failure)
    : fail('internal', { reason: error instanceof Error ? error.message : String(error) })
}
