import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { unpackLayout } from '../../src/core/exchange/documents/page-layout-codec.ts'
import { pdf } from '../../src/core/exchange/documents/pdf.ts'
import type { ReadDocument } from '../../src/core/exchange/documents/reader.ts'
import { Failure } from '../../src/shared/errors.ts'
import type { PageLayout } from '../../src/shared/model/page-layout.ts'
import { sharedData, sharedFile } from '../../tests/support/shared-data.ts'

const SHARE = 'corpus/share'

/** A file of the corpus and what became of it. */
export interface Quality {
  readonly path: string
  readonly bytes: Uint8Array
  readonly read: ReadDocument | Failure
  readonly layouts: readonly PageLayout[]
  /** of the processor's time, so that whatever else the machine does is left out */
  readonly pagesPerSecond: number
}

export const pdfPaths = (): string[] =>
  readdirSync(join(sharedData() ?? '', SHARE), { recursive: true, encoding: 'utf8' })
    .map(path => path.replaceAll('\\', '/'))
    .filter(path => path.endsWith('.pdf'))
    .sort()

export const fileOf = (path: string): Uint8Array => sharedFile(`${SHARE}/${path}`)
export const pathOf = (path: string): string => join(sharedData() ?? '', SHARE, path)

export async function readQuality(path: string): Promise<Quality> {
  const bytes = fileOf(path)
  const before = process.cpuUsage()
  const read = await readOrRefuse(path, bytes)
  const { user, system } = process.cpuUsage(before)
  const pages = read instanceof Failure ? 0 : read.structure.pages.length
  const packed = read instanceof Failure ? [] : (read.printed?.layouts ?? [])
  return {
    path,
    bytes,
    read,
    layouts: packed.map((layout, index) => unpackLayout(index, layout)),
    pagesPerSecond: (pages * 1e6) / (user + system),
  }
}

async function readOrRefuse(path: string, bytes: Uint8Array): Promise<ReadDocument | Failure> {
  try {
    return await pdf.read(bytes, path.split('/').at(-1) ?? '', {}, () => undefined)
  } catch (error) {
    if (error instanceof Failure) return error
    throw error
  }
}
