import { copyFileSync, readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { FreightRoom } from '../core/freight.ts'
import { FileResult } from '../shared/contract/common.ts'

export const printJson = (value: unknown, indent?: number): Promise<void> =>
  print(`${JSON.stringify(value ?? null, null, indent)}\n`)

/** Waits until it is written, so that a large answer is whole when the process ends. */
export async function print(data: string | Uint8Array): Promise<void> {
  await pipeline(Readable.from([data]), process.stdout, { end: false })
}

/** Writes a file of the freight room to its place, or its bytes to standard output. */
export async function deliver(freight: FreightRoom, result: unknown, out: string | undefined): Promise<void> {
  const { file } = FileResult.parse(result)
  const { path } = freight.resolve(file)
  if (out === undefined) await print(readFileSync(path))
  else copyFileSync(path, out)
}
