import { Buffer } from 'node:buffer'
import { crc32, deflateRawSync } from 'node:zlib'

/** One file of a package, with every lie a ZIP can tell about it. */
export interface ZipEntry {
  readonly name: string
  readonly content: string | Uint8Array
  /** instead of the true size */
  readonly claimedSize?: number
  /** Unix mode, as in a symbolic link's 0o120777 */
  readonly mode?: number
  readonly wrongChecksum?: boolean
  readonly stored?: boolean
}

/** Writes a ZIP by hand, since honest libraries refuse to write dishonest ones. */
export function zipOf(entries: readonly ZipEntry[]): Uint8Array {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const name = Buffer.from(entry.name)
    const content = Buffer.from(entry.content)
    const packed = entry.stored ? content : deflateRawSync(content)
    const about = Buffer.alloc(26)
    about.writeUInt16LE(20, 0)
    about.writeUInt16LE(0x800, 2)
    about.writeUInt16LE(entry.stored ? 0 : 8, 4)
    about.writeUInt32LE((crc32(content) + (entry.wrongChecksum ? 1 : 0)) >>> 0, 10)
    about.writeUInt32LE(packed.length, 14)
    about.writeUInt32LE(entry.claimedSize ?? content.length, 18)
    about.writeUInt16LE(name.length, 22)
    const body = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), about, name, packed])
    const central = Buffer.alloc(16)
    central.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 6)
    central.writeUInt32LE(offset, 10)
    const madeOnUnix = Buffer.from([20, 3])
    const record = [Buffer.from('PK\x01\x02', 'latin1'), madeOnUnix, about, central.subarray(0, 14), name]
    directory.push(Buffer.concat(record))
    bodies.push(body)
    offset += body.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...bodies, listed, end])
}

export const zipOfParts = (parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipOf(Object.entries(parts).map(([name, content]) => ({ name, content })))
