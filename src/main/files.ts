import { copyFile, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { FreightRoom } from '../core/freight.ts'
import { LARGEST_FILE } from '../core/reading/read-file.ts'
import type { FileHandle } from '../shared/contract/common.ts'
import { fail } from '../shared/errors.ts'
import type { Dialogs } from './dialogs.ts'
import { bytes, fileName, filePath, handle } from './given.ts'

export interface Files {
  putPath(path: unknown, name: unknown): Promise<FileHandle>
  putBytes(name: unknown, given: unknown): Promise<FileHandle>
  take(wanted: unknown, name: unknown): Promise<'saved' | 'cancelled'>
  read(wanted: unknown): Promise<Uint8Array>
}

/** Bytes in and out: files of the disk by their path, exports by a save dialog. */
export function createFiles(freight: FreightRoom, dialogs: Dialogs): Files {
  async function putBytes(name: unknown, given: unknown): Promise<FileHandle> {
    const content = bytes(given, LARGEST_FILE)
    const { handle: fresh, path } = freight.fresh(fileName(name))
    await writeFile(path, content)
    return fresh
  }

  /** A file that cannot be saved is told in the dialog that asked for it, and another place can be chosen. */
  async function take(wanted: unknown, name: unknown): Promise<'saved' | 'cancelled'> {
    const { path: source } = freight.resolve(handle(wanted))
    let suggested = fileName(name)
    for (;;) {
      const target = await dialogs.askSave(suggested)
      if (target === null) return 'cancelled'
      try {
        await copyWhole(source, target)
        return 'saved'
      } catch (error) {
        await dialogs.tell(fail('file-not-saved', { path: target, reason: toReason(error) }).message)
        suggested = basename(target)
      }
    }
  }

  return {
    putPath: async (path, name) => freight.register(filePath(path), fileName(name)),
    putBytes,
    take,
    // plain bytes: a Buffer may be a window into a larger pool, all of which would go over the wire
    read: async wanted => new Uint8Array(await readFile(freight.resolve(handle(wanted)).path)),
  }
}

/** The old file or the new one, never half of it. */
async function copyWhole(source: string, target: string): Promise<void> {
  const part = `${target}.part`
  try {
    await copyFile(source, part)
    await rename(part, target)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EACCES: 'the folder is write-protected',
  EPERM: 'the folder is write-protected',
  EROFS: 'the folder is write-protected',
  EBUSY: 'the file is open in another program',
  ENOENT: 'the folder is not there any more',
}

function toReason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return REASONS[code] ?? (error instanceof Error ? error.message : String(error))
}
