import { isAbsolute } from 'node:path'
import { FileHandle } from '../shared/contract/common.ts'
import type { ShownState } from '../shared/desktop.ts'
import { fail } from '../shared/errors.ts'
import { isObject } from './json-file.ts'

// What the page gives is checked here: the types of the wire are a promise, not a proof.

const LONGEST = 32_767

export function text(given: unknown, what: string): string {
  if (typeof given === 'string' && given !== '' && given.length <= LONGEST) return given
  throw fail('bad-input', { name: 'this', reason: `${what} is needed` })
}

export const optionalText = (given: unknown, what: string): string | undefined =>
  given === undefined || given === null ? undefined : text(given, what)

export function filePath(given: unknown): string {
  const path = text(given, 'the path of a file')
  if (isAbsolute(path) && !path.includes('\0')) return path
  throw fail('bad-input', { name: 'this', reason: 'the whole path of a file is needed' })
}

/** The last part of a name, without characters that no file name holds. */
export function fileName(given: unknown): string {
  const name = text(given, 'the name of a file')
  return name.replace(/^.*[\\/]/s, '').replace(/[\u0000-\u001f\u007f<>:"|?*]/g, '_') || 'file'
}

export function handle(given: unknown): FileHandle {
  const parsed = FileHandle.safeParse(given)
  if (parsed.success) return parsed.data
  throw fail('file-gone', { name: typeof given === 'string' ? given.slice(0, 40) : typeof given })
}

export function bytes(given: unknown, most: number): Uint8Array {
  if (!(given instanceof ArrayBuffer)) throw fail('bad-input', { name: 'this', reason: 'bytes are needed' })
  if (given.byteLength <= most) return new Uint8Array(given)
  const megabytes = (size: number) => `${Math.ceil(size / 1024 / 1024)} MB`
  throw fail('file-too-large', {
    name: 'The file',
    size: megabytes(given.byteLength),
    limit: megabytes(most),
  })
}

const isTexts = (given: unknown): given is string[] =>
  Array.isArray(given) && given.length <= 1000 && given.every(entry => typeof entry === 'string')

const isChords = (given: unknown): given is Record<string, string[]> =>
  isObject(given) && Object.keys(given).length <= 1000 && Object.values(given).every(isTexts)

/** What the page shows; null if it is not that. */
export function shownState(given: unknown): ShownState | null {
  if (!isObject(given)) return null
  const { disabled, checked, theme, keys } = given
  if (!isTexts(disabled) || !isTexts(checked) || !isChords(keys)) return null
  return theme === 'system' || theme === 'light' || theme === 'dark'
    ? { disabled, checked, theme, keys }
    : null
}

/** 0 to 1, or null for no progress at all. */
export function progress(given: unknown): number | null {
  return typeof given === 'number' && Number.isFinite(given) ? Math.min(1, Math.max(0, given)) : null
}

const MOST_KEPT = 1024 * 1024

/** Entries of localStorage; null if they are not that, or more than preferences can be. */
export function keptEntries(given: unknown): Record<string, string> | null {
  if (!isObject(given)) return null
  const entries = Object.entries(given)
  if (!entries.every((entry): entry is [string, string] => typeof entry[1] === 'string')) return null
  const size = entries.reduce((sum, [key, value]) => sum + key.length + value.length, 0)
  return size > MOST_KEPT ? null : Object.fromEntries(entries)
}
