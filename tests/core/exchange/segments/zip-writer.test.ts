import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { writeZip } from '../../../../src/core/exchange/segments/zip-writer.ts'
import { temporaryFolder } from '../../../support/temporary.ts'
import { unzipped } from '../../../support/unzip.ts'

async function* pieces(...texts: string[]) {
  for (const text of texts) yield Buffer.from(text)
}

describe('a ZIP that is written piece by piece', () => {
  it('gives back each part, also an empty one and one of many pieces', async () => {
    const path = join(temporaryFolder(), 'a.zip')
    const many = Array.from({ length: 5000 }, (_, index) => `${index} ä\n`)
    const size = await writeZip(path, [
      { name: 'ä/empty', content: pieces() },
      { name: 'many.txt', content: pieces(...many) },
      { name: 'last', content: pieces('x') },
    ])
    const bytes = readFileSync(path)
    expect(bytes.length).toBe(size)
    const parts = await unzipped(bytes)
    expect([...parts.keys()]).toEqual(['ä/empty', 'many.txt', 'last'])
    expect(parts.get('many.txt')).toBe(many.join(''))
    expect(parts.get('ä/empty')).toBe('')
  })

  it('says what went wrong with a part', async () => {
    async function* broken(): AsyncIterable<Uint8Array> {
      yield Buffer.from('x')
      throw new Error('the disk is gone')
    }
    const path = join(temporaryFolder(), 'a.zip')
    await expect(writeZip(path, [{ name: 'a', content: broken() }])).rejects.toThrow('the disk is gone')
  })
})
