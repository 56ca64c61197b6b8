import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The folder of test data beside the project; null where it is not. */
export function sharedData(): string | null {
  const folder = resolve(process.env['POSTIL_SHARED'] ?? join(root, '..', 'shared'), 'data')
  return existsSync(folder) ? folder : null
}

export const NOT_HERE = 'not run: ../shared is not here'

/** Bytes of a file of the shared corpus, by its path below `data`. */
export function sharedFile(path: string): Uint8Array {
  return new Uint8Array(readFileSync(join(sharedData() ?? '', path)))
}
