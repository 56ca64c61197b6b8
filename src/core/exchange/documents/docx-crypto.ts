import { Buffer } from 'node:buffer'
import { createDecipheriv, createHash } from 'node:crypto'
import { fail } from '../../../shared/errors.ts'
import { type Element, elements, parseXml } from './xml.ts'

/** Office documents with a password ([MS-OFFCRYPTO]): "agile" (2010 on) and "standard" (2007). */
interface Encrypted {
  readonly info: Buffer
  readonly content: Buffer
}

const MOST_ROUNDS = 2_000_000
const SEGMENT = 4096

export function decryptOffice({ info, content }: Encrypted, password: string, file: string): Uint8Array {
  const major = info.readUInt16LE(0)
  const minor = info.readUInt16LE(2)
  const size = Number(content.readBigUInt64LE(0))
  const packed = content.subarray(8)
  const plain =
    major === 4 && minor === 4
      ? decryptAgile(info.subarray(8), packed, password, file)
      : decryptStandard(info, packed, password, file)
  return plain.subarray(0, size)
}

// --- agile

interface Cipher {
  readonly hash: string
  readonly algorithm: string
  readonly keyLength: number
  readonly blockSize: number
  readonly salt: Buffer
}

const KEY_BLOCKS = {
  verifierInput: Buffer.from('fea7d2763b4b9e79', 'hex'),
  verifierHash: Buffer.from('d7aa0f6d3061344e', 'hex'),
  key: Buffer.from('146e0be7abacd0d6', 'hex'),
}

function decryptAgile(xml: Buffer, packed: Buffer, password: string, file: string): Buffer {
  const root = parseXml(xml, { file, prefixes: {} })
  const data = elements(root).find(element => element.name.endsWith('keyData'))
  const key = passwordKey(root)
  if (!data || !key) throw unknownCipher(file)
  const cipher = readCipher(key.attributes, file)
  const rounds = Number(key.attributes['spinCount'])
  const stretched = stretch(cipher.hash, cipher.salt, password, rounds, file)
  const open = (block: Buffer, name: string) =>
    decrypt(
      cipher,
      toLength(digest(cipher.hash, stretched, block), cipher.keyLength),
      toLength(cipher.salt, cipher.blockSize),
      Buffer.from(key.attributes[name] ?? '', 'base64'),
    )
  const input = open(KEY_BLOCKS.verifierInput, 'encryptedVerifierHashInput')
  const expected = open(KEY_BLOCKS.verifierHash, 'encryptedVerifierHashValue')
  const found = digest(cipher.hash, input.subarray(0, Number(key.attributes['saltSize'] ?? input.length)))
  if (!found.equals(expected.subarray(0, found.length))) throw fail('file-wrong-password', { name: file })
  const secret = open(KEY_BLOCKS.key, 'encryptedKeyValue').subarray(0, cipher.keyLength)
  return decryptSegments(readCipher(data.attributes, file), secret, packed)
}

/** The password's key sits in a namespace of its own, under whatever prefix. */
function passwordKey(root: Element): Element | undefined {
  return elements(root)
    .filter(list => list.name.endsWith('keyEncryptors'))
    .flatMap(list => elements(list).flatMap(encryptor => elements(encryptor)))
    .find(key => key.attributes['encryptedVerifierHashInput'] !== undefined)
}

function readCipher(attributes: Element['attributes'], file: string): Cipher {
  const keyLength = Number(attributes['keyBits']) / 8
  const hash = (attributes['hashAlgorithm'] ?? '').toLowerCase().replace('-', '')
  const known = attributes['cipherAlgorithm'] === 'AES' && attributes['cipherChaining'] === 'ChainingModeCBC'
  if (!known || !/^(sha1|sha256|sha384|sha512|md5)$/.test(hash)) throw unknownCipher(file)
  return {
    hash,
    algorithm: `aes-${keyLength * 8}-cbc`,
    keyLength,
    blockSize: Number(attributes['blockSize'] ?? 16),
    salt: Buffer.from(attributes['saltValue'] ?? '', 'base64'),
  }
}

function decryptSegments(cipher: Cipher, secret: Buffer, packed: Buffer): Buffer {
  const plain: Buffer[] = []
  for (let at = 0; at < packed.length; at += SEGMENT) {
    const iv = toLength(digest(cipher.hash, cipher.salt, littleEndian(at / SEGMENT)), cipher.blockSize)
    const segment = packed.subarray(at, at + SEGMENT)
    plain.push(
      decrypt(cipher, secret, iv, segment.subarray(0, segment.length - (segment.length % cipher.blockSize))),
    )
  }
  return Buffer.concat(plain)
}

// --- standard

function decryptStandard(info: Buffer, packed: Buffer, password: string, file: string): Buffer {
  const headerSize = info.readUInt32LE(8)
  const algorithm = info.readUInt32LE(12 + 8)
  const bits = { 26126: 128, 26127: 192, 26128: 256 }[algorithm]
  if (!bits) throw unknownCipher(file)
  const verifier = info.subarray(12 + headerSize)
  const salt = verifier.subarray(4, 20)
  const key = standardKey(stretch('sha1', salt, password, 50_000, file), bits / 8)
  const ecb = (content: Buffer) => {
    const decipher = createDecipheriv(`aes-${bits}-ecb`, key, null).setAutoPadding(false)
    return Buffer.concat([
      decipher.update(content.subarray(0, content.length - (content.length % 16))),
      decipher.final(),
    ])
  }
  const found = digest('sha1', ecb(verifier.subarray(20, 36)))
  if (!found.equals(ecb(verifier.subarray(40, 72)).subarray(0, 20)))
    throw fail('file-wrong-password', { name: file })
  return ecb(packed)
}

function standardKey(stretched: Buffer, length: number): Buffer {
  const hash = digest('sha1', stretched, littleEndian(0))
  const half = (fill: number) => {
    const block = Buffer.alloc(64, fill)
    for (const [at, byte] of hash.entries()) block[at] = (block[at] ?? 0) ^ byte
    return digest('sha1', block)
  }
  return Buffer.concat([half(0x36), half(0x5c)]).subarray(0, length)
}

// --- both

function stretch(hash: string, salt: Buffer, password: string, rounds: number, file: string): Buffer {
  if (!(rounds >= 0 && rounds <= MOST_ROUNDS)) {
    throw fail('file-unsafe', { name: file, reason: 'checking its password would take minutes' })
  }
  let value = digest(hash, salt, Buffer.from(password, 'utf16le'))
  for (let round = 0; round < rounds; round++) value = digest(hash, littleEndian(round), value)
  return value
}

function digest(hash: string, ...parts: readonly Buffer[]): Buffer {
  const sum = createHash(hash)
  for (const part of parts) sum.update(part)
  return sum.digest()
}

function decrypt(cipher: Cipher, key: Buffer, iv: Buffer, content: Buffer): Buffer {
  const decipher = createDecipheriv(cipher.algorithm, key, iv).setAutoPadding(false)
  return Buffer.concat([decipher.update(content), decipher.final()])
}

/** Cut to this length, or filled up to it with the byte the standard names. */
function toLength(value: Buffer, length: number): Buffer {
  return value.length >= length
    ? value.subarray(0, length)
    : Buffer.concat([value, Buffer.alloc(length - value.length, 0x36)])
}

function littleEndian(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

const unknownCipher = (file: string) =>
  fail('file-damaged', { name: file, reason: 'its encryption is of a kind that Postil does not know' })
