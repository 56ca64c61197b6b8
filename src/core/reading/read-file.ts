import { open, readFile } from 'node:fs/promises'
import { fail } from '../../shared/errors.ts'
import { pickReader } from '../exchange/documents/formats.ts'
import type { Progress, ReadDocument, ReadOptions } from '../exchange/documents/reader.ts'

/** Turns the file at `path`, called `name`, into text and structure; ends with `import-cancelled` when told to stop. */
export type ReadFile = (
  path: string,
  name: string,
  options: ReadOptions,
  progress?: Progress,
  stop?: AbortSignal,
) => Promise<ReadDocument>

export const LARGEST_FILE = 512 * 1024 * 1024
const HEAD = 4096

/** Reads in this thread. The reading worker does nothing else; tests use it directly. */
export const readFileHere: ReadFile = async (path, name, options, report = () => undefined, stop) => {
  const progress: Progress = (done, total) => {
    if (stop?.aborted) throw fail('import-cancelled', { name })
    report(done, total)
  }
  const head = await readHead(path, name)
  const reader = pickReader(head, name)
  return reader.read(await readFile(path), name, options, progress)
}

async function readHead(path: string, name: string): Promise<Uint8Array> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    if (size === 0) throw fail('file-empty', { name })
    if (size > LARGEST_FILE)
      throw fail('file-too-large', { name, size: megabytes(size), limit: megabytes(LARGEST_FILE) })
    const head = Buffer.alloc(Math.min(HEAD, size))
    await file.read(head, 0, head.length, 0)
    return head
  } finally {
    await file.close()
  }
}

const megabytes = (bytes: number) => `${Math.ceil(bytes / 1024 / 1024)} MB`
