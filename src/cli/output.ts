import { copyFileSync, existsSync, readFileSync, statSync } from 'node:fs'
import type { FreightRoom } from '../core/freight.ts'
import { FileResult } from '../shared/contract/common.ts'
import { fail } from '../shared/errors.ts'

export const printJson = (value: unknown, indent?: number): Promise<void> =>
  print(`${JSON.stringify(value ?? null, null, indent)}\n`)

/**
 * Waits until it is written, so that a large answer is whole when the process ends.
 * Whoever reads may stop reading (`| head`): that is no error, and what was begun is done to its end.
 */
export const print = (data: string | Uint8Array): Promise<void> => write(process.stdout, data)

/** A sentence on standard error. */
export const complain = (sentence: string): Promise<void> => write(process.stderr, `${sentence}\n`)

function write(stream: NodeJS.WriteStream, data: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(data, error => {
      if (error && !isReaderGone(error)) reject(error)
      else resolve()
    })
  })
}

export const isReaderGone = (error: NodeJS.ErrnoException): boolean =>
  error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED'

/** Writes a file of the freight room to its place, or its bytes to standard output. */
export async function deliver(freight: FreightRoom, result: unknown, out: string | undefined): Promise<void> {
  const { file } = FileResult.parse(result)
  const { path } = freight.resolve(file)
  if (out === undefined) await print(readFileSync(path))
  else saveAs(path, out)
}

function saveAs(path: string, out: string): void {
  if (existsSync(out) && statSync(out).isDirectory())
    throw fail('file-not-saved', { path: out, reason: 'this is a folder' })
  try {
    copyFileSync(path, out)
  } catch (error) {
    throw fail('file-not-saved', {
      path: out,
      reason: error instanceof Error ? error.message : String(error),
    })
  }
}
