import type { Engine } from '../../shared/contract/recognition.ts'
import { fail } from '../../shared/errors.ts'
import type { Context } from '../context.ts'
import { findEngines, type InstalledEngine } from '../recognition/engines.ts'
import { recognise } from '../recognition/recognise.ts'
import { pagesOf } from './documents-pages.ts'
import { putInPlace } from './documents-replace.ts'

interface Running {
  readonly stop: AbortController
  done: number
  readonly total: number
}

/** By project and document. */
const runnings = new WeakMap<Context, Map<string, Running>>()

function runningIn(ctx: Context): Map<string, Running> {
  const known = runnings.get(ctx) ?? new Map<string, Running>()
  runnings.set(ctx, known)
  return known
}

/** Programs are asked once in a while only: one may be installed while Postil runs. */
const FRESH_MS = 20_000
let asked: { readonly at: number; readonly engines: Promise<InstalledEngine[]> } | null = null

function enginesNow(): Promise<InstalledEngine[]> {
  if (asked === null || Date.now() - asked.at > FRESH_MS) asked = { at: Date.now(), engines: findEngines() }
  return asked.engines
}

/** Tests bring an engine of their own. */
export function forgetEngines(): void {
  asked = null
}

export async function recognitionOf(ctx: Context, documentId: string) {
  const engines = await enginesNow()
  const running = runningIn(ctx).get(documentId)
  return {
    engines: engines.map(({ id, version, languages, reads }): Engine => ({ id, version, languages, reads })),
    running: running ? { done: running.done, total: running.total } : null,
  }
}

interface Row {
  readonly name: string
  readonly kind: 'text' | 'pdf' | 'image'
  readonly mediaType: string
  readonly fileName: string
  readonly bytes: Buffer
}

interface RecogniseInput {
  readonly documentId: string
  readonly engine?: Engine['id'] | undefined
  readonly language?: string | undefined
}

export const recogniseDocument = {
  prepare: async (ctx: Context, { documentId, engine: wanted, language }: RecogniseInput) => {
    const row = rowOf(ctx, documentId)
    const { kind, name, mediaType, bytes } = row
    if (kind === 'text') throw fail('recognition-of-text', { name })
    if (runningIn(ctx).has(documentId)) throw fail('recognition-running', { name })
    const engine = (await enginesNow()).find(
      ({ id, reads }) => reads.includes(kind) && (wanted === undefined || id === wanted),
    )
    if (!engine) throw fail('recognition-no-engine', { name })
    const { pages } = await pagesOf(ctx, documentId)
    if (pages.length === 0) throw fail('area-pages-unknown', { document: name })
    const running: Running = { stop: new AbortController(), done: 0, total: pages.length }
    runningIn(ctx).set(documentId, running)
    try {
      const recognised = await recognise(
        {
          engine,
          language: language ?? null,
          kind,
          name,
          mediaType,
          bytes,
          pages,
          readFile: ctx.readFile,
          signal: running.stop.signal,
          progress: done => {
            running.done = done
          },
        },
        ctx.freight.folder,
      )
      return putInPlace(ctx, documentId, { ...recognised, fileName: row.fileName })
    } finally {
      runningIn(ctx).delete(documentId)
    }
  },
}

/** Nothing is changed by it: what was to be done is not done. */
export function stopRecognition(ctx: Context, documentId: string): null {
  runningIn(ctx).get(documentId)?.stop.abort()
  return null
}

/** The project closes: no program goes on working for it. */
export function stopRecognitions(ctx: Context): void {
  for (const { stop } of runningIn(ctx).values()) stop.abort()
}

function rowOf({ db }: Context, documentId: string): Row {
  const row = db
    .prepare<[string], Row>(
      `SELECT d.name, d.kind, d.media_type AS mediaType, d.file_name AS fileName, a.bytes
        FROM document d JOIN asset a ON a.sha256 = d.asset_sha256 WHERE d.id = ?`,
    )
    .get(documentId)
  if (!row) throw fail('not-found', { what: 'document' })
  return row
}
