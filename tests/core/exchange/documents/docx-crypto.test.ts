import { Buffer } from 'node:buffer'
import { createCipheriv, createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { openCompoundFile } from '../../../../src/core/exchange/documents/cfb.ts'
import { docx } from '../../../../src/core/exchange/documents/docx.ts'
import { compoundFile } from '../../../support/compound-files.ts'
import { p, wordFile } from '../../../support/word-files.ts'

const hash = (...parts: Buffer[]): Buffer => createHash('sha512').update(Buffer.concat(parts)).digest()
const number = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
const padded = (content: Buffer): Buffer =>
  Buffer.concat([content, Buffer.alloc((16 - (content.length % 16)) % 16)])
const encrypt = (key: Buffer, iv: Buffer, content: Buffer): Buffer => {
  const cipher = createCipheriv('aes-256-cbc', key, iv).setAutoPadding(false)
  return Buffer.concat([cipher.update(padded(content)), cipher.final()])
}

const SALT = Buffer.alloc(16, 7)
const ROUNDS = 20

/** "Agile" encryption, as Word has written it since 2010, with fewer rounds. */
function locked(content: Uint8Array, password: string): Uint8Array {
  let stretched = hash(SALT, Buffer.from(password, 'utf16le'))
  for (let round = 0; round < ROUNDS; round++) stretched = hash(number(round), stretched)
  const wrap = (block: string, value: Buffer) =>
    encrypt(hash(stretched, Buffer.from(block, 'hex')).subarray(0, 32), SALT, value).toString('base64')
  const secret = Buffer.alloc(32, 9)
  const verifier = Buffer.alloc(16, 5)
  const cipher = `keyBits="256" blockSize="16" saltSize="16" hashSize="64" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" hashAlgorithm="SHA512" saltValue="${SALT.toString('base64')}"`
  const key = `encryptedVerifierHashInput="${wrap('fea7d2763b4b9e79', verifier)}" encryptedVerifierHashValue="${wrap('d7aa0f6d3061344e', hash(verifier))}" encryptedKeyValue="${wrap('146e0be7abacd0d6', secret)}"`
  const xml = `<encryption xmlns="http://schemas.microsoft.com/office/2006/encryption" xmlns:p="http://schemas.microsoft.com/office/2006/keyEncryptor/password"><keyData ${cipher}/><keyEncryptors><keyEncryptor><p:encryptedKey spinCount="${ROUNDS}" ${cipher} ${key}/></keyEncryptor></keyEncryptors></encryption>`
  const segments: Buffer[] = []
  for (let at = 0; at < content.length; at += 4096) {
    const iv = hash(SALT, number(at / 4096)).subarray(0, 16)
    segments.push(encrypt(secret, iv, Buffer.from(content.subarray(at, at + 4096))))
  }
  const size = Buffer.alloc(8)
  size.writeBigUInt64LE(BigInt(content.length))
  return compoundFile({
    EncryptionInfo: Buffer.concat([Buffer.from([4, 0, 4, 0, 0x40, 0, 0, 0]), Buffer.from(xml)]),
    EncryptedPackage: Buffer.concat([size, ...segments]),
  })
}

const read = (bytes: Uint8Array, password?: string) =>
  docx.read(bytes, 'x.docx', password === undefined ? {} : { password }, () => undefined)
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'read',
    error => error.code,
  )

describe('docx with a password', () => {
  const file = locked(wordFile({ body: p('secret '.repeat(2000)) }), 'Pässword')

  it('opens with the right one', async () => {
    expect((await read(file, 'Pässword')).text).toBe('secret '.repeat(2000))
  })

  it('tells a missing password from a wrong one, and both from damage', async () => {
    expect(await codeOf(read(file))).toBe('file-password')
    expect(await codeOf(read(file, 'password'))).toBe('file-wrong-password')
    expect(await codeOf(read(file.subarray(0, 600), 'Pässword'))).toBe('file-damaged')
    expect(await codeOf(read(compoundFile({ Other: Buffer.from('x') }), 'x'))).toBe('file-damaged')
  })

  it('knows an old Word file by its stream', async () => {
    expect(await codeOf(read(compoundFile({ WordDocument: Buffer.from('x') })))).toBe('file-legacy-doc')
  })
})

describe('openCompoundFile', () => {
  it('reads streams back, and does not follow a chain without end', () => {
    const content = Buffer.from('y'.repeat(1500))
    const file = compoundFile({ One: content, Two: Buffer.from('z') })
    expect(openCompoundFile(file).names).toEqual(['One', 'Two'])
    expect(openCompoundFile(file).read('One')).toEqual(content)
    expect(openCompoundFile(file).read('Three')).toBeNull()
    const looped = Buffer.from(file)
    looped.writeUInt32LE(0, looped.length - 512)
    expect(() => openCompoundFile(looped).read('One')).toThrow(RangeError)
  })
})
