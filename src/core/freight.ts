import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { FileResult } from '../shared/contract/common.ts'
import { FileHandle } from '../shared/contract/common.ts'
import { fail } from '../shared/errors.ts'

interface Waybill {
  readonly name: string
  readonly path: string
  /** the bytes lie in this room and go with it */
  readonly own: boolean
}

/**
 * Where bytes wait: imports on their way in, exports on their way out. Calls carry only
 * handles. The room is a private folder; a waybill a handle says where the bytes lie, so
 * that the door and the core can run in different threads and share nothing but the folder.
 */
export class FreightRoom {
  readonly folder: string
  constructor(folder = mkdtempSync(join(tmpdir(), 'postil-freight-'))) {
    this.folder = folder
  }

  /** Registers a file that lies elsewhere and is not to be moved. */
  register(path: string, name = basename(path)): FileHandle {
    return this.write({ name, path, own: false })
  }

  /** A fresh place for bytes to be written to. */
  fresh(name: string): { handle: FileHandle; path: string } {
    const handle = newHandle()
    const path = join(this.folder, `${handle}.bytes`)
    this.write({ name, path, own: true }, handle)
    return { handle, path }
  }

  /** Bytes that are there already, such as an export just made. */
  keep(name: string, mediaType: string, bytes: Uint8Array): FileResult {
    const { handle, path } = this.fresh(name)
    writeFileSync(path, bytes)
    return { file: handle, name, mediaType, bytes: bytes.byteLength }
  }

  resolve(handle: string): Waybill {
    if (!FileHandle.safeParse(handle).success) throw fail('file-gone', { name: handle.slice(0, 40) })
    const bill = join(this.folder, `${handle}.json`)
    if (!existsSync(bill)) throw fail('file-gone', { name: handle })
    const waybill = JSON.parse(readFileSync(bill, 'utf8')) as Waybill
    if (!existsSync(waybill.path)) throw fail('file-gone', { name: waybill.name })
    return waybill
  }

  size(handle: string): number {
    return statSync(this.resolve(handle).path).size
  }

  /** Lets go of one file; a registered file itself is never touched. */
  release(handle: string): void {
    const { path, own } = this.resolve(handle)
    rmSync(join(this.folder, `${handle}.json`), { force: true })
    if (own) rmSync(path, { force: true })
  }

  clear(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }

  private write(waybill: Waybill, handle = newHandle()): FileHandle {
    mkdirSync(this.folder, { recursive: true, mode: 0o700 })
    writeFileSync(join(this.folder, `${handle}.json`), JSON.stringify(waybill))
    return handle
  }
}

const newHandle = () => FileHandle.parse(randomBytes(16).toString('hex'))
