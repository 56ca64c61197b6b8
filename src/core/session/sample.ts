import { chmodSync, copyFileSync, existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fail } from '../../shared/errors.ts'

/**
 * The sample as a file of the user's own: a copy that is there already is opened again,
 * with whatever was done in it.
 */
export function copySample(sampleFile: string, folder: string): string {
  const copy = join(folder, 'Postil sample.postil')
  if (existsSync(copy)) return copy
  if (!existsSync(sampleFile)) throw fail('project-missing', { path: sampleFile })
  mkdirSync(folder, { recursive: true })
  copyFileSync(sampleFile, copy)
  chmodSync(copy, 0o644)
  return copy
}
