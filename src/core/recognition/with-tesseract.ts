import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fail } from '../../shared/errors.ts'
import type { PageInfo } from '../../shared/model/page-layout.ts'
import type { ReadPage } from '../exchange/documents/pdf-source.ts'
import type { InstalledEngine } from './engines.ts'
import { run } from './programs.ts'
import { toPage } from './recognised-page.ts'
import { type RecognisedPage, readTsv } from './tsv.ts'

export interface Task {
  readonly engine: InstalledEngine
  readonly language: string | null
  readonly kind: 'pdf' | 'image'
  readonly name: string
  /** the original, as a file */
  readonly file: string
  /** an empty folder for what is made on the way */
  readonly folder: string
  readonly pages: readonly PageInfo[]
  readonly signal: AbortSignal
  /** so many pages are done */
  readonly progress: (done: number) => void
}

/** Pages are drawn so fine: what tesseract's makers advise. */
const DOTS_PER_INCH = 300
export const PATIENCE_A_PAGE = 180_000
/** Two cores have two pages at once. */
const AT_ONCE = 2

/** Draws each page and has it read; the words in their places. A page that fails ends the others. */
export async function readPagesWithTesseract(task: Task): Promise<ReadPage[]> {
  const read: ReadPage[] = []
  const failed = new AbortController()
  const own: Task = { ...task, signal: AbortSignal.any([task.signal, failed.signal]) }
  const failures: unknown[] = []
  let next = 0
  let done = 0
  const work = async (): Promise<void> => {
    for (let index = next++; index < task.pages.length && failures.length === 0; index = next++) {
      try {
        read[index] = await readPage(own, task.pages[index]!)
        task.progress(++done)
      } catch (error) {
        // the first failure is the one that says why
        failures.push(error)
        failed.abort()
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  if (failures.length > 0) throw failures[0]
  return read
}

async function readPage(task: Task, page: PageInfo): Promise<ReadPage> {
  const picture = task.kind === 'image' ? task.file : await drawPage(task, page.index + 1)
  const { engine, language, signal, folder } = task
  const args = [picture, 'stdout', ...(language === null ? [] : ['-l', language]), 'tsv']
  const { ok, output, complaint } = await run(engine.program, args, {
    signal,
    timeout: PATIENCE_A_PAGE,
    cwd: folder,
  })
  if (!ok) throw refusal(task, complaint)
  const recognised = readTsv(output)
  if (isTurned(recognised, page)) throw refusal(task, 'the picture is turned: save it upright')
  return toPage(recognised, page)
}

/** Engines do not heed that a camera was held sideways; the window does. */
const isTurned = (read: RecognisedPage, page: PageInfo): boolean =>
  read.width > 0 &&
  read.height > 0 &&
  Math.abs(read.width / read.height / (page.width / page.height) - 1) > 0.05

async function drawPage(task: Task, number: number): Promise<string> {
  const { engine, file, folder, signal } = task
  const prefix = join(folder, `page-${number}`)
  const range = ['-f', String(number), '-l', String(number)]
  // what pages show is the crop box, here as in the window
  const args = ['-r', String(DOTS_PER_INCH), '-cropbox', '-gray', '-png', ...range, file, prefix]
  const { ok, complaint } = await run(engine.drawer!, args, { signal, timeout: PATIENCE_A_PAGE, cwd: folder })
  // it adds the number of the page, with as many noughts as it thinks fit
  const drawn = ok ? (await readdir(folder)).find(name => isDrawing(name, number)) : undefined
  if (drawn === undefined || !existsSync(join(folder, drawn))) throw refusal(task, complaint)
  return join(folder, drawn)
}

const isDrawing = (name: string, number: number): boolean =>
  new RegExp(`^page-${number}-0*${number}\\.png$`).test(name)

export function refusal({ signal, name, engine }: Task, complaint: string) {
  if (signal.aborted) return fail('recognition-stopped', { name })
  return fail('recognition-failed', { name, engine: engine.id, reason: complaint || 'it gave no reason' })
}
