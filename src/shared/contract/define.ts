import type { z } from 'zod'
import type { Readable } from '../model/tables.ts'

/** A question: answers, changes nothing, and names the tables its answer depends on. */
export interface Query<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly kind: 'query'
  readonly about: string
  readonly input: I
  readonly output: O
  readonly reads: readonly Readable[]
}

/**
 * A deed: one transaction, one step of the diary, undoable under `label`
 * (null: it is the diary's own business, or touches nothing that is kept).
 * `continues`: deeds with the same key join the step before (one undo for a whole
 * import of forty files, or for a paragraph of typing).
 */
export interface Mutation<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly kind: 'mutation'
  readonly about: string
  readonly input: I
  readonly output: O
  readonly label: string | null
  readonly continues?: (input: z.output<I>) => string | undefined
  /** longest pause in milliseconds after which a deed still continues the one before (default: any) */
  readonly pause?: number
}

export type Procedure = Query | Mutation
export type Group = Readonly<Record<string, Procedure>>
export type AnyContract = Readonly<Record<string, Group>>

export type Parsed<P extends Procedure> = z.output<P['input']>
export type In<P extends Procedure> = z.input<P['input']>
export type Out<P extends Procedure> = z.output<P['output']>

/**
 * A query may take its time. A mutation acts at once inside its transaction; one that
 * must first wait (unzip, parse, extract) says so with `prepare`, which resolves to the act.
 */
export type Handler<P extends Procedure, Ctx> = P extends Query
  ? (ctx: Ctx, input: Parsed<P>) => Out<P> | Promise<Out<P>>
  :
      | ((ctx: Ctx, input: Parsed<P>) => Out<P>)
      | { prepare(ctx: Ctx, input: Parsed<P>): Promise<(ctx: Ctx) => Out<P>> }

export type Handlers<G extends Group, Ctx> = { readonly [K in keyof G]: Handler<G[K], Ctx> }

export type Client<C extends AnyContract> = {
  readonly [G in keyof C]: {
    readonly [K in keyof C[G]]: (
      ...args: undefined extends In<C[G][K]> ? [input?: In<C[G][K]>] : [input: In<C[G][K]>]
    ) => Promise<Out<C[G][K]>>
  }
}

export function query<I extends z.ZodType, O extends z.ZodType>(
  procedure: Omit<Query<I, O>, 'kind'>,
): Query<I, O> {
  return { kind: 'query', ...procedure }
}

export function mutation<I extends z.ZodType, O extends z.ZodType>(
  procedure: Omit<Mutation<I, O>, 'kind'>,
): Mutation<I, O> {
  return { kind: 'mutation', ...procedure }
}
