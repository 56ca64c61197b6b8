import { Buffer } from 'node:buffer'

const SECTOR = 512
const FREE = 0xffffffff
const END = 0xfffffffe

/** An OLE container with these streams, all in full sectors (its limit for small streams is 0). */
export function compoundFile(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const table: number[] = []
  const bodies: Buffer[] = []
  const append = (content: Uint8Array): number => {
    const first = table.length
    const sectors = Math.max(1, Math.ceil(content.length / SECTOR))
    const body = Buffer.alloc(sectors * SECTOR)
    body.set(content)
    bodies.push(body)
    for (let at = 0; at < sectors; at++) table.push(at === sectors - 1 ? END : first + at + 1)
    return first
  }
  const entries = [directoryEntry('Root Entry', 5, END, 0)]
  for (const [name, content] of Object.entries(streams)) {
    entries.push(directoryEntry(name, 2, append(content), content.length))
  }
  const directory = append(Buffer.concat(entries))
  const allocation = table.length
  table.push(0xfffffffd)
  const allocated = Buffer.alloc(SECTOR, 0xff)
  for (const [at, next] of table.entries()) allocated.writeUInt32LE(next, at * 4)
  return Buffer.concat([header(directory, allocation), ...bodies, allocated])
}

function directoryEntry(name: string, type: number, first: number, size: number): Buffer {
  const entry = Buffer.alloc(128)
  entry.write(name, 'utf16le')
  entry.writeUInt16LE((name.length + 1) * 2, 64)
  entry[66] = type
  entry.writeUInt32LE(first, 116)
  entry.writeUInt32LE(size, 120)
  return entry
}

function header(directory: number, allocation: number): Buffer {
  const bytes = Buffer.alloc(SECTOR)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes)
  bytes.writeUInt16LE(9, 30)
  bytes.writeUInt16LE(6, 32)
  bytes.writeUInt32LE(1, 44)
  bytes.writeUInt32LE(directory, 48)
  bytes.writeUInt32LE(0, 56)
  bytes.writeUInt32LE(END, 60)
  bytes.writeUInt32LE(END, 68)
  for (let at = 0; at < 109; at++) bytes.writeUInt32LE(at === 0 ? allocation : FREE, 76 + at * 4)
  return bytes
}
