import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { fail } from '../../shared/errors.ts'
import type { ReadDocument } from '../exchange/documents/reader.ts'
import type { ReadFile } from '../reading/read-file.ts'
import { run } from './programs.ts'
import { PATIENCE_A_PAGE, readPagesWithTesseract, refusal, type Task } from './with-tesseract.ts'

/** The original to be recognised, and how. */
export type Wanted = Omit<Task, 'file' | 'folder'> & {
  readonly bytes: Buffer
  readonly mediaType: string
  readonly readFile: ReadFile
}

/** A text for the document, and the file it is in: the original itself, or one that the engine has made of it. */
export interface Recognised {
  readonly read: ReadDocument
  readonly bytes: Buffer
}

/** Recognises the text of a document within a folder of its own below `room`, which is gone afterwards. */
export async function recognise(wanted: Wanted, room: string): Promise<Recognised> {
  const folder = mkdtempSync(join(room, 'recognition-'))
  try {
    const file = join(folder, `original${wanted.kind === 'pdf' ? '.pdf' : safeExtension(wanted.name)}`)
    writeFileSync(file, wanted.bytes)
    const task: Task = { ...wanted, file, folder }
    const recognised =
      wanted.engine.id === 'tesseract'
        ? await withTesseract(task, wanted)
        : await withOcrMyPdf(task, wanted.readFile)
    if (recognised.read.printed?.text === 'none' || recognised.read.text.trim() === '')
      throw fail('recognition-empty', { name: wanted.name })
    return recognised
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const safeExtension = (name: string): string => (/^\.\w{1,5}$/.test(extname(name)) ? extname(name) : '')

async function withTesseract(task: Task, { bytes, mediaType }: Wanted): Promise<Recognised> {
  const pages = await readPagesWithTesseract(task)
  const labels = task.pages.map(({ label }) => label)
  // brings pdf.js with it, which the core does without until somebody needs it
  const { assemblePages } = await import('../exchange/documents/pdf.ts')
  const read = assemblePages(
    { labels, title: null, language: null, xfa: false, fonts: { metrics: () => null, isHidden: true } },
    { pages, damaged: 0 },
  )
  return {
    bytes,
    read: {
      ...read,
      kind: task.kind,
      mediaType,
      ...(read.printed ? { printed: marked(read.printed, task) } : {}),
    },
  }
}

async function withOcrMyPdf(task: Task, readFile_: ReadFile): Promise<Recognised> {
  const { engine, language, file, folder, signal, name } = task
  const result = join(folder, 'recognised.pdf')
  // pages that have text keep it; nothing about how the pages look is touched
  const languages = language === null ? [] : ['-l', language]
  const args = ['--skip-text', '--output-type', 'pdf', '--jobs', '2', ...languages, file, result]
  const timeout = PATIENCE_A_PAGE * Math.max(1, task.pages.length)
  const { ok, complaint } = await run(engine.program, args, { signal, timeout, cwd: folder })
  if (!ok) throw refusal(task, complaint)
  const read = await readFile_(result, name, {})
  const printed = read.printed
  return {
    bytes: await readFile(result),
    read: printed && printed.text !== 'none' ? { ...read, printed: marked(printed, task) } : read,
  }
}

type Printed = NonNullable<ReadDocument['printed']>

/** That the text was recognised, and by what, stays with it. */
const marked = (printed: Printed, { engine, language }: Task): Printed =>
  printed.text === 'none'
    ? printed
    : {
        ...printed,
        text: 'recognised',
        extraction: `${engine.id} ${engine.version}${language === null ? '' : `, ${language}`}`,
      }
