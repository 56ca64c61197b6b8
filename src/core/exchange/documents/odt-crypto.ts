import { Buffer } from 'node:buffer'
import { createDecipheriv, createHash, pbkdf2Sync } from 'node:crypto'
import { inflateRawSync } from 'node:zlib'
import { argon2id } from '@noble/hashes/argon2.js'
import { fail } from '../../../shared/errors.ts'
import { child, type Element, elements } from './xml.ts'

/** How one part of a package was locked, as its manifest says. */
export interface Lock {
  readonly algorithm: string
  readonly iv: Buffer
  readonly derivation: string
  readonly salt: Buffer
  readonly iterations: number
  /** argon2 only, in KiB */
  readonly memory: number
  readonly lanes: number
  readonly keySize: number
  readonly startKey: string
  readonly checksum: Buffer
  readonly checksumType: string
}

const MOST_ITERATIONS = 5_000_000
const MOST_MEMORY = 1_048_576
const MOST_INFLATED = 150_000_000

export function readLock(entry: Element | undefined): Lock | null {
  const data = child(entry, 'manifest:encryption-data')
  if (!data) return null
  const algorithm = child(data, 'manifest:algorithm')?.attributes ?? {}
  const derivation = child(data, 'manifest:key-derivation')?.attributes ?? {}
  const start = child(data, 'manifest:start-key-generation')?.attributes ?? {}
  const bytes = (value: string | undefined) => Buffer.from(value ?? '', 'base64')
  const argon = (name: string) =>
    Number(derivation[`loext:argon2-${name}`] ?? derivation[`manifest:argon2-${name}`] ?? 0)
  return {
    algorithm: lastWord(algorithm['manifest:algorithm-name']),
    iv: bytes(algorithm['manifest:initialisation-vector']),
    derivation: lastWord(derivation['manifest:key-derivation-name']),
    salt: bytes(derivation['manifest:salt']),
    iterations: Number(derivation['manifest:iteration-count'] ?? argon('iterations')),
    memory: argon('memory'),
    lanes: argon('lanes'),
    keySize: Number(derivation['manifest:key-size'] ?? 16),
    startKey: lastWord(start['manifest:start-key-generation-name'] ?? 'SHA1'),
    checksum: bytes(data.attributes['manifest:checksum']),
    checksumType: lastWord(data.attributes['manifest:checksum-type']),
  }
}

const lastWord = (uri: string | undefined): string => (uri ?? '').split('#').at(-1)?.toLowerCase() ?? ''

/** The manifest's entry for a part. */
export function entryFor(manifest: Element | undefined, path: string): Element | undefined {
  return elements(manifest, 'manifest:file-entry').find(
    entry => entry.attributes['manifest:full-path'] === path,
  )
}

export function unlockPart(packed: Uint8Array, lock: Lock, password: string, file: string): Uint8Array {
  const key = deriveKey(lock, password, file)
  try {
    const plain = lock.algorithm.endsWith('gcm') ? openGcm(packed, key) : openCbc(packed, lock, key, file)
    return inflateRawSync(plain, { maxOutputLength: MOST_INFLATED })
  } catch (error) {
    if (isOurs(error)) throw error
    throw fail('file-wrong-password', { name: file })
  }
}

const isOurs = (error: unknown): boolean => error instanceof Error && error.name === 'Failure'

function deriveKey(lock: Lock, password: string, file: string): Buffer {
  const start = createHash(lock.startKey === 'sha256' ? 'sha256' : 'sha1')
    .update(password, 'utf8')
    .digest()
  const slow = lock.iterations > MOST_ITERATIONS || lock.memory > MOST_MEMORY || lock.lanes > 64
  if (slow || lock.keySize > 64) {
    throw fail('file-unsafe', { name: file, reason: 'checking its password would take minutes' })
  }
  if (lock.derivation.includes('argon2id')) {
    const { iterations: t, memory: m, lanes: p, keySize: dkLen } = lock
    return Buffer.from(argon2id(start, lock.salt, { t, m, p, dkLen }))
  }
  if (lock.derivation !== 'pbkdf2') throw unknownCipher(file)
  return pbkdf2Sync(start, lock.salt, lock.iterations, lock.keySize, 'sha1')
}

function openCbc(packed: Uint8Array, lock: Lock, key: Buffer, file: string): Buffer {
  if (!/^aes(128|192|256)-cbc$/.test(lock.algorithm)) throw unknownCipher(file)
  const decipher = createDecipheriv(`aes-${key.length * 8}-cbc`, key, lock.iv).setAutoPadding(false)
  const padded = Buffer.concat([decipher.update(packed), decipher.final()])
  const padding = padded.at(-1) ?? 0
  if (padding < 1 || padding > 16) throw fail('file-wrong-password', { name: file })
  const plain = padded.subarray(0, padded.length - padding)
  if (!checks(plain, lock)) throw fail('file-wrong-password', { name: file })
  return plain
}

function checks(plain: Buffer, { checksum, checksumType }: Lock): boolean {
  const algorithm = checksumType.startsWith('sha256') ? 'sha256' : 'sha1'
  if (checksum.length === 0) return true
  const of = checksumType.endsWith('1k') ? plain.subarray(0, 1024) : plain
  return createHash(algorithm).update(of).digest().equals(checksum)
}

/** Since 2024 the whole package is locked at once: initialisation vector, content, tag. */
function openGcm(packed: Uint8Array, key: Buffer): Buffer {
  const iv = packed.subarray(0, 12)
  const tag = packed.subarray(packed.length - 16)
  const decipher = createDecipheriv(key.length === 32 ? 'aes-256-gcm' : 'aes-128-gcm', key, iv)
  decipher.setAuthTag(tag)
  return Buffer.concat([decipher.update(packed.subarray(12, packed.length - 16)), decipher.final()])
}

const unknownCipher = (file: string) =>
  fail('file-damaged', {
    name: file,
    reason:
      'its encryption is of an old kind that Postil cannot open; save it without a password and import that',
  })
