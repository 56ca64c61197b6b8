import type { AnyContract, Client, Procedure } from './contract/define.ts'
import { type Contract, contract } from './contract/index.ts'
import type { Readable } from './model/tables.ts'

/** What every window learns about a step: enough to re-ask what was read, and to show where it happened. */
export interface Change {
  readonly step: number
  readonly label: string
  readonly tables: readonly Readable[]
  /** the first rows that changed, at most 50: where to look after an undo */
  readonly rows: readonly { readonly table: Readable; readonly id: string }[]
}

/** The two words of every wire. `call` rejects with a `Failure`. */
export interface Transport {
  call(name: string, input: unknown): Promise<unknown>
  /** returns the function that stops listening */
  onChange(listener: (change: Change) => void): () => void
}

export type PostilClient = Client<Contract>

/** The typed client, derived from the contract: `client.codes.create({ name })`. */
export function createClient(transport: Pick<Transport, 'call'>): PostilClient {
  const groups = Object.entries(contract as AnyContract).map(([noun, procedures]) => {
    const verbs = Object.keys(procedures).map(verb => [
      verb,
      (input: unknown) => transport.call(`${noun}.${verb}`, input),
    ])
    return [noun, Object.fromEntries(verbs)]
  })
  return Object.fromEntries(groups) as PostilClient
}

/** Looks up "noun.verb" in the contract. */
export function findProcedure(name: string): Procedure | undefined {
  const [noun = '', verb = '', ...rest] = name.split('.')
  if (rest.length > 0 || !Object.hasOwn(contract, noun)) return undefined
  const group = (contract as AnyContract)[noun]
  return group && Object.hasOwn(group, verb) ? group[verb] : undefined
}

/** All names, in the contract's order. */
export function procedureNames(): string[] {
  return Object.entries(contract as AnyContract).flatMap(([noun, group]) =>
    Object.keys(group).map(verb => `${noun}.${verb}`),
  )
}
