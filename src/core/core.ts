import { z } from 'zod'
import { type Change, findProcedure, type Transport } from '../shared/client.ts'
import type { Mutation, Procedure } from '../shared/contract/define.ts'
import { fail } from '../shared/errors.ts'
import type { Context } from './context.ts'
import { LiveCorpus } from './corpus.ts'
import { createDatabase, explain, type OpenDatabase, openDatabase } from './db/open.ts'
import { FreightRoom } from './freight.ts'
import { createJournal } from './journal.ts'
import { newId } from './new-id.ts'
import { currentCoder, describeNewProject } from './procedures/beginnings.ts'
import { stopRecognitions } from './procedures/documents-recognise.ts'
import { handlerOf } from './procedures/index.ts'
import { createReadingPool } from './reading/pool.ts'
import { type ReadFile, readFileHere } from './reading/read-file.ts'
import { Readings } from './reading/readings.ts'
import { Texts } from './texts.ts'
import { VERSION } from './version.ts'

export interface CoreOptions {
  /** the project file, or ":memory:" */
  readonly path: string
  /** make a new project there (refused if something is there) instead of opening one */
  readonly create?: boolean
  /** who codes; without a name, whoever coded last in this project, else "Coder 1" */
  readonly coder?: string
  /** where files wait on their way in and out; shared with the door */
  readonly freight?: FreightRoom
  /** the module of the reading worker; without it documents are read in this thread */
  readonly readingWorker?: URL
}

/** The open project: everything any door can ask of it. */
export interface Core extends Transport {
  readonly freight: FreightRoom
  close(): Promise<void>
}

/** Opens (or makes) a project. Throws a `Failure` that says what is wrong with the file. */
export function openCore(options: CoreOptions): Core {
  const isNew = options.create === true || options.path === ':memory:'
  const file = isNew ? createDatabase(options.path) : openDatabase(options.path)
  try {
    return startCore(file, options, isNew)
  } catch (error) {
    file.close()
    throw error
  }
}

function startCore(file: OpenDatabase, options: CoreOptions, isNew: boolean): Core {
  const listeners = new Set<(change: Change) => void>()
  const pool = options.readingWorker ? createReadingPool(options.readingWorker) : undefined
  const ctx = createContext(file, options, pool?.readFile ?? readFileHere, change => {
    for (const listener of listeners) listener(change)
  })
  if (isNew) describeNewProject(ctx)
  return {
    freight: ctx.freight,
    call: async (name, input) => {
      try {
        return await answer(ctx, name, input)
      } catch (error) {
        throw explain(error, file.path)
      }
    },
    onChange: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: async () => {
      stopRecognitions(ctx)
      await pool?.close()
      if (file.db.open) file.close()
    },
  }
}

function createContext(
  file: OpenDatabase,
  options: CoreOptions,
  readFile: ReadFile,
  changed: (change: Change) => void,
): Context {
  const { db, path, readOnly } = file
  const corpus = new LiveCorpus(db)
  const coder = currentCoder(db, options.coder, readOnly)
  const journal = createJournal(db, () => coder.name, { changed, rows: changes => corpus.follow(changes) })
  return {
    db,
    path,
    readOnly,
    version: VERSION,
    journal,
    corpus,
    texts: new Texts(db),
    freight: options.freight ?? new FreightRoom(),
    readFile,
    readings: new Readings(readFile),
    coder,
    now: () => new Date().toISOString(),
    newId: () => newId(),
  }
}

/** One call: the input is checked, and a deed becomes one step of the diary. */
async function answer(ctx: Context, name: string, input: unknown): Promise<unknown> {
  const procedure = findProcedure(name)
  const handler = handlerOf(name)
  if (!procedure || !handler) throw fail('no-such-procedure', { name: name.slice(0, 100) })
  const parsed = parse(procedure, name, input)
  if (procedure.kind === 'query') return (handler as (ctx: Context, input: unknown) => unknown)(ctx, parsed)
  if (ctx.readOnly) throw fail('project-read-only', { path: ctx.path })
  const act =
    typeof handler === 'function'
      ? () => (handler as (ctx: Context, input: unknown) => unknown)(ctx, parsed)
      : await (handler as { prepare(ctx: Context, input: unknown): Promise<(ctx: Context) => unknown> })
          .prepare(ctx, parsed)
          .then(prepared => () => prepared(ctx))
  return perform(ctx, procedure, name, parsed, act)
}

function perform(
  ctx: Context,
  procedure: Mutation,
  name: string,
  input: unknown,
  act: () => unknown,
): unknown {
  if (procedure.label === null) return act()
  const { label, pause } = procedure
  return ctx.journal.step({ procedure: name, label, continues: procedure.continues?.(input), pause }, act)
}

function parse(procedure: Procedure, name: string, input: unknown): unknown {
  const result = procedure.input.safeParse(input)
  if (result.success) return result.data
  throw fail('bad-input', {
    name,
    reason: z
      .prettifyError(result.error)
      .replace(/\s*\n\s*/g, ' ')
      .replace(/^✖ /, ''),
  })
}
