import { Buffer } from 'node:buffer'
import { crc32 } from 'node:zlib'
import { type Entry, fromBuffer, type ZipFile } from 'yauzl'
import { Failure, fail } from '../../../shared/errors.ts'

/**
 * Foreign ZIP packages (DOCX, ODT) from memory. Nothing is ever written to disk, so a bad name
 * could do no harm here; it is refused all the same, because no honest program writes one.
 */
export interface Package {
  readonly names: readonly string[]
  has(name: string): boolean
  /** the bytes of one part; null if there is none of that name */
  read(name: string): Promise<Uint8Array | null>
}

export interface ZipLimits {
  readonly entries: number
  readonly total: number
  readonly ratio: number
}

const LIMITS: ZipLimits = { entries: 20_000, total: 1_000_000_000, ratio: 200 }
const MEGABYTE = 1_000_000

export async function openZip(bytes: Uint8Array, name: string, limits: ZipLimits = LIMITS): Promise<Package> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const zip = await open(buffer).catch(error => open(withTrueComment(buffer, error)))
    const entries = await list(zip, name, limits)
    return {
      names: [...entries.keys()],
      has: part => entries.has(part),
      read: part => readEntry(zip, entries.get(part), name, limits),
    }
  } catch (error) {
    throw asFailure(error, name)
  }
}

function open(buffer: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(buffer, { lazyEntries: true, strictFileNames: true }, (error, zip) =>
      zip ? resolve(zip) : reject(error ?? new Error('no ZIP directory')),
    )
  })
}

const END = Buffer.from('PK\x05\x06', 'latin1')

/** Word opens packages whose last comment lost a byte or gained some on the way; so do we. */
function withTrueComment(buffer: Buffer, error: unknown): Buffer {
  const at = buffer.lastIndexOf(END)
  const isComment = error instanceof Error && /comment length/i.test(error.message)
  if (!isComment || at < 0 || buffer.length < at + 22) throw error
  const repaired = Buffer.from(buffer)
  repaired.writeUInt16LE(Math.min(0xffff, buffer.length - at - 22), at + 20)
  return repaired
}

function list(zip: ZipFile, name: string, limits: ZipLimits): Promise<Map<string, Entry>> {
  if (zip.entryCount > limits.entries) throw unsafe(name, `it holds ${zip.entryCount} packed files`)
  return new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>()
    let total = 0
    zip.on('error', reject)
    zip.on('end', () => resolve(entries))
    zip.on('entry', (entry: Entry) => {
      total += entry.uncompressedSize
      const refusal = refusalOf(entry, entries, total, name, limits)
      if (refusal) return reject(refusal)
      if (!entry.fileName.endsWith('/')) entries.set(entry.fileName, entry)
      zip.readEntry()
    })
    zip.readEntry()
  })
}

function refusalOf(
  entry: Entry,
  seen: ReadonlyMap<string, Entry>,
  total: number,
  name: string,
  limits: ZipLimits,
): Failure | null {
  if (seen.has(entry.fileName)) return damaged(name, 'it holds two parts of the same name')
  if (isSymlink(entry)) return unsafe(name, 'it holds a link to another file')
  if (total > limits.total) return unsafe(name, 'it would unpack to more than 1 GB')
  const inflated = entry.uncompressedSize > MEGABYTE
  if (inflated && entry.uncompressedSize > entry.compressedSize * limits.ratio) {
    return unsafe(name, 'a part of it would unpack to a suspiciously large size')
  }
  return null
}

function isSymlink(entry: Entry): boolean {
  const madeOnUnix = entry.versionMadeBy >>> 8 === 3
  return madeOnUnix && ((entry.externalFileAttributes >>> 16) & 0xf000) === 0xa000
}

function readEntry(
  zip: ZipFile,
  entry: Entry | undefined,
  name: string,
  limits: ZipLimits,
): Promise<Uint8Array | null> {
  if (!entry) return Promise.resolve(null)
  if (!entry.canDecodeFileData()) {
    throw damaged(name, 'a part of it is packed in a way that cannot be unpacked here')
  }
  return new Promise((resolve, reject) => {
    const refuse = (error: unknown) => reject(asFailure(error, name))
    zip.openReadStream(entry, (error, stream) => {
      if (!stream) return refuse(error)
      const chunks: Buffer[] = []
      let length = 0
      stream.on('error', refuse)
      stream.on('data', (chunk: Buffer) => {
        length += chunk.length
        chunks.push(chunk)
        if (length > limits.total) stream.destroy(unsafe(name, 'it would unpack to more than 1 GB'))
      })
      stream.on('end', () => {
        const whole = Buffer.concat(chunks, length)
        if (crc32(whole) !== entry.crc32) refuse(damaged(name, 'the checksum of a part does not match'))
        else resolve(whole)
      })
    })
  })
}

const unsafe = (name: string, reason: string): Failure => fail('file-unsafe', { name, reason })
const damaged = (name: string, reason: string): Failure => fail('file-damaged', { name, reason })

/** yauzl's own words, turned into ours. */
function asFailure(error: unknown, name: string): Failure {
  if (error instanceof Failure) return error
  const said = error instanceof Error ? error.message : String(error)
  if (/absolute path|invalid relative path|invalid characters in fileName/i.test(said)) {
    return unsafe(name, 'it holds a part whose name leads out of it')
  }
  if (/too many bytes in the stream|not enough bytes in the stream|size mismatch/i.test(said)) {
    return damaged(name, 'a part of it is not as large as it claims')
  }
  if (/end of central directory/i.test(said)) {
    return damaged(name, 'it is not a complete ZIP package; it may have been cut off')
  }
  return damaged(name, 'its ZIP package is broken')
}
