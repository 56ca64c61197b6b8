import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openZip } from '../../../../src/core/exchange/documents/zip.ts'
import { type ZipEntry, zipOf } from '../../../support/zip-files.ts'

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'nothing was refused',
    error => error.code,
  )

const opening = (entries: readonly ZipEntry[]) => openZip(zipOf(entries), 'x.docx')
const reading = async (entries: readonly ZipEntry[], name: string) => (await opening(entries)).read(name)
const content = 'text'

describe('openZip', () => {
  it('reads what was packed, and says of what is missing that there is none', async () => {
    const zip = await opening([
      { name: 'a.xml', content: 'one' },
      { name: 'b/c.xml', content: 'two', stored: true },
    ])
    expect(zip.names).toEqual(['a.xml', 'b/c.xml'])
    expect(new TextDecoder().decode((await zip.read('a.xml')) ?? undefined)).toBe('one')
    expect(new TextDecoder().decode((await zip.read('b/c.xml')) ?? undefined)).toBe('two')
    expect(await zip.read('d.xml')).toBeNull()
  })

  it.each([
    ['a name that climbs out', [{ name: '../evil.xml', content }], 'file-unsafe'],
    ['a name that climbs out later', [{ name: 'word/../../evil.xml', content }], 'file-unsafe'],
    ['an absolute name', [{ name: '/etc/passwd', content }], 'file-unsafe'],
    ['a drive', [{ name: 'C:/evil.xml', content }], 'file-unsafe'],
    ['a backslash', [{ name: 'word\\evil.xml', content }], 'file-unsafe'],
    ['a symbolic link', [{ name: 'link', content: '/etc/passwd', mode: 0o120777 }], 'file-unsafe'],
    [
      'two parts of one name',
      [
        { name: 'a', content },
        { name: 'a', content: 'other' },
      ],
      'file-damaged',
    ],
    ['a bomb', [{ name: 'bomb', content: '0'.repeat(5_000_000) }], 'file-unsafe'],
  ] as [string, ZipEntry[], string][])('refuses %s', async (_, entries, code) => {
    expect(await codeOf(opening(entries))).toBe(code)
  })

  it('refuses a part that is larger or smaller than it says', async () => {
    const large = { name: 'a', content: 'x'.repeat(2000) }
    expect(await codeOf(reading([{ ...large, claimedSize: 10 }], 'a'))).toBe('file-damaged')
    expect(await codeOf(reading([{ ...large, claimedSize: 3000 }], 'a'))).toBe('file-damaged')
  })

  it('refuses a part that was changed after it was packed', async () => {
    expect(await codeOf(reading([{ name: 'a', content, wrongChecksum: true }], 'a'))).toBe('file-damaged')
  })

  it('refuses more parts, and more bytes in all, than any document has', async () => {
    const limits = { entries: 2, total: 1000, ratio: 200 }
    const many = zipOf(['a', 'b', 'c'].map(name => ({ name, content })))
    expect(await codeOf(openZip(many, 'x', limits))).toBe('file-unsafe')
    const large = zipOf([{ name: 'a', content: 'x'.repeat(1001), stored: true }])
    expect(await codeOf(openZip(large, 'x', limits))).toBe('file-unsafe')
  })

  it('takes a package whose last comment lost a byte on the way, as Word does', async () => {
    const bytes = zipOf([{ name: 'a', content }])
    bytes[bytes.length - 2] = 1
    expect((await openZip(bytes, 'x')).names).toEqual(['a'])
  })

  it('says of every cut-off package that it is damaged, whatever was left of it', async () => {
    const whole = zipOf([{ name: 'a', content: 'x'.repeat(300) }])
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: whole.length - 23 }), async length => {
        expect(await codeOf(openZip(whole.subarray(0, length), 'x'))).toBe('file-damaged')
      }),
      { numRuns: 40 },
    )
  })
})
