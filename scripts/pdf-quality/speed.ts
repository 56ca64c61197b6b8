import { writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { createReadingPool } from '../../src/core/reading/pool.ts'
import type { ReadFile } from '../../src/core/reading/read-file.ts'
import { Failure } from '../../src/shared/errors.ts'
import { fileOf, pathOf } from './corpus.ts'

const WORKER = new URL('../../src/core/reading/reading-worker.ts', import.meta.url)
const LONGEST = 'us/FOMC_press_conferences_2011-2016_merged.pdf'

const seconds = (since: number): number => (performance.now() - since) / 1000

/** Pages a second of the longest file, in a worker that has read before; the best of three. */
export async function speedInWorker(): Promise<{ pages: number; perSecond: number }> {
  const { readFile, close } = createReadingPool(WORKER, 1)
  let [pages, best] = [0, Number.POSITIVE_INFINITY]
  for (let round = 0; round < 3; round++) {
    const since = performance.now()
    const read = await readFile(pathOf(LONGEST), basename(LONGEST), {})
    best = Math.min(best, seconds(since))
    pages = read.structure.pages.length
  }
  await close()
  return { pages, perSecond: pages / best }
}

/** Twenty files asked for at once, the longest among them: when the first is there, and when all are. */
export async function firstOfTwenty(paths: readonly string[]): Promise<{ first: number; all: number }> {
  const { readFile, close } = createReadingPool(WORKER, 2)
  const since = performance.now()
  let first = 0
  await Promise.all(
    paths.slice(0, 20).map(async path => {
      await answerOf(readFile, pathOf(path), basename(path))
      first ||= seconds(since)
    }),
  )
  const all = seconds(since)
  await close()
  return { first, all }
}

export interface Damaged {
  readonly files: number
  /** how many were read all the same */
  readonly read: number
  readonly refused: Readonly<Record<string, number>>
  readonly longest: number
}

/** Files cut off, with bytes changed, and with their tables of contents gone: each costs one row and little time. */
export async function damagedFiles(paths: readonly string[], folder: string): Promise<Damaged> {
  const { readFile, close } = createReadingPool(WORKER, 1)
  const refused: Record<string, number> = {}
  let [files, read, longest] = [0, 0, 0]
  for (const path of paths) {
    for (const [kind, bytes] of Object.entries(damages(fileOf(path)))) {
      const file = join(folder, `${kind}.pdf`)
      writeFileSync(file, bytes)
      const since = performance.now()
      const answer = await answerOf(readFile, file, basename(file))
      longest = Math.max(longest, seconds(since))
      files++
      if (answer === null) read++
      else refused[answer] = (refused[answer] ?? 0) + 1
    }
  }
  await close()
  return { files, read, refused, longest }
}

/** The code of its refusal, or null. */
async function answerOf(readFile: ReadFile, path: string, name: string): Promise<string | null> {
  try {
    await readFile(path, name, {})
    return null
  } catch (error) {
    if (error instanceof Failure) return error.code
    throw error
  }
}

function damages(bytes: Uint8Array): Record<string, Uint8Array> {
  let seed = 7
  const random = () => {
    seed = (seed * 1103515245 + 12345) % 2147483648
    return seed / 2147483648
  }
  const changed = (share: number) => bytes.map(byte => (random() < share ? Math.floor(random() * 256) : byte))
  return {
    half: bytes.slice(0, bytes.length / 2),
    tail: bytes.slice(bytes.length / 2),
    head: bytes.slice(0, 1500),
    few: changed(0.0005),
    many: changed(0.02),
    blank: bytes.map((byte, at) => (at > bytes.length * 0.4 && at < bytes.length * 0.6 ? 0 : byte)),
  }
}
