import { createContext, useCallback, useContext, useEffect, useRef, useSyncExternalStore } from 'react'
import type { In, Out, Query } from '../../shared/contract/define.ts'
import type { Contract } from '../../shared/contract/index.ts'
import type { Failure } from '../../shared/errors.ts'
import { withSameParts } from './same-parts.ts'
import type { Session } from './session.ts'

export const SessionContext = createContext<Session | null>(null)

export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('no project is open here')
  return session
}

type QueryKeys<G> = { [K in keyof G]: G[K] extends Query ? K : never }[keyof G] & string
export type QueryName = { [G in keyof Contract]: `${G & string}.${QueryKeys<Contract[G]>}` }[keyof Contract]
type Named<N extends QueryName> = N extends `${infer G extends keyof Contract & string}.${infer K}`
  ? K extends keyof Contract[G]
    ? Contract[G][K] extends Query
      ? Contract[G][K]
      : never
    : never
  : never

export interface Asked<T> {
  /** undefined until the first answer; afterwards the old answer stays until the new one is there */
  readonly value: T | undefined
  readonly error: Failure | undefined
}

/** Asks the core and keeps the answer fresh. `input: null` asks nothing (a thing is not chosen yet). */
export function useAsk<N extends QueryName>(name: N, input: In<Named<N>> | null): Asked<Out<Named<N>>> {
  const { answers } = useSession()
  const key = input === null ? '' : `${name} ${JSON.stringify(input) ?? ''}`
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is the input, compared by value
  useEffect(() => (key === '' ? undefined : answers.watch(key, name, input)), [answers, key])
  const answer = useSyncExternalStore(
    answers.store.subscribe,
    useCallback(() => answers.store.getState()[key], [answers, key]),
  )
  // the contract ties the name to its output
  return { value: answer?.value as Out<Named<N>> | undefined, error: answer?.error }
}

/**
 * A part of an answer, for what shows little of it: drawn anew only when that part changes. A
 * coding changes a count in the list of documents, which the tabs do not show.
 */
export function useQueryPart<N extends QueryName, T>(
  name: N,
  input: In<Named<N>>,
  part: (value: Out<Named<N>>) => T,
): T | undefined {
  const { answers } = useSession()
  const key = `${name} ${JSON.stringify(input) ?? ''}`
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is the input, compared by value
  useEffect(() => answers.watch(key, name, input), [answers, key])
  const taken = useRef<{ from: unknown; part: T }>(null)
  const answer = useSyncExternalStore(answers.store.subscribe, () => {
    const { value, error } = answers.store.getState()[key] ?? {}
    if (value === undefined) return error
    // the contract ties the name to its output
    if (taken.current?.from !== value)
      taken.current = { from: value, part: withSameParts(taken.current?.part, part(value as Out<Named<N>>)) }
    return taken.current.part
  })
  if (answer instanceof Error) throw answer
  return answer
}

/** The answer alone; an error goes to the nearest error boundary. */
export function useQuery<N extends QueryName>(
  name: N,
  input: In<Named<N>> | null,
): Out<Named<N>> | undefined {
  const { value, error } = useAsk(name, input)
  if (error && value === undefined) throw error
  return value
}
