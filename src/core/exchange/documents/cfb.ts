import { Buffer } from 'node:buffer'

/**
 * Compound files (the OLE containers of old Office): only as much as it takes to get a
 * named stream out of one. Every chain is bounded, so that a crafted file cannot loop.
 */
export interface CompoundFile {
  readonly names: readonly string[]
  read(name: string): Buffer | null
}

interface Stream {
  readonly first: number
  readonly size: number
}

const MAGIC = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const LAST_SECTOR = 0xfffffffa
const ENTRY = 128

export function isCompoundFile(bytes: Uint8Array): boolean {
  return bytes.length >= 8 && MAGIC.equals(bytes.subarray(0, 8))
}

/** Throws a RangeError (or the like) if the file is broken: the caller says so in its own words. */
export function openCompoundFile(bytes: Uint8Array): CompoundFile {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const sectorSize = 1 << file.readUInt16LE(30)
  const miniSize = 1 << file.readUInt16LE(32)
  if (sectorSize < 128 || sectorSize > 4096 || miniSize > 64) throw new RangeError('no such sector size')
  const sector = (at: number) => file.subarray((at + 1) * sectorSize, (at + 2) * sectorSize)
  const numbers = (buffer: Buffer) =>
    Array.from({ length: Math.floor(buffer.length / 4) }, (_, at) => buffer.readUInt32LE(at * 4))
  const limit = Math.ceil(file.length / sectorSize)

  const table = allocationSectors(file, limit, at => numbers(sector(at))).flatMap(at => numbers(sector(at)))
  const chain = (first: number, next: readonly number[], most: number): number[] => {
    const path: number[] = []
    for (let at = first; at < LAST_SECTOR; at = next[at] ?? LAST_SECTOR) {
      if (path.length > most) throw new RangeError('a chain of sectors has no end')
      path.push(at)
    }
    return path
  }
  const whole = (first: number) => Buffer.concat(chain(first, table, limit).map(sector))

  const directory = readDirectory(whole(file.readUInt32LE(48)))
  const miniStream = whole(directory.root.first)
  const miniTable = numbers(whole(file.readUInt32LE(60)))
  const miniSector = (at: number) => miniStream.subarray(at * miniSize, (at + 1) * miniSize)
  const cutoff = file.readUInt32LE(56)

  return {
    names: [...directory.streams.keys()],
    read: name => {
      const stream = directory.streams.get(name)
      if (!stream) return null
      const small = stream.size < cutoff
      const content = small
        ? Buffer.concat(chain(stream.first, miniTable, miniTable.length).map(miniSector))
        : whole(stream.first)
      return content.subarray(0, stream.size)
    },
  }
}

/** Where the sector allocation table itself lies: 109 places in the header, then a chain of further lists. */
function allocationSectors(file: Buffer, limit: number, list: (at: number) => number[]): number[] {
  const places: number[] = []
  for (let at = 0; at < 109; at++) places.push(file.readUInt32LE(76 + at * 4))
  let next = file.readUInt32LE(68)
  for (let hops = 0; next < LAST_SECTOR && hops <= limit; hops++) {
    const more = list(next)
    next = more.pop() ?? LAST_SECTOR
    places.push(...more)
  }
  return places.filter(at => at < LAST_SECTOR)
}

function readDirectory(bytes: Buffer): { root: Stream; streams: Map<string, Stream> } {
  const streams = new Map<string, Stream>()
  let root: Stream = { first: LAST_SECTOR, size: 0 }
  for (let at = 0; at + ENTRY <= bytes.length; at += ENTRY) {
    const length = bytes.readUInt16LE(at + 64)
    if (length < 2 || length > 64) continue
    const name = bytes.toString('utf16le', at, at + length - 2)
    const type = bytes[at + 66]
    const stream = { first: bytes.readUInt32LE(at + 116), size: bytes.readUInt32LE(at + 120) }
    if (type === 5) root = stream
    if (type === 2 && !streams.has(name)) streams.set(name, stream)
  }
  return { root, streams }
}
