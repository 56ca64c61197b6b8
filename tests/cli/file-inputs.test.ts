import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'
import { fileFields, withHandles } from '../../src/cli/file-inputs.ts'
import { FreightRoom } from '../../src/core/freight.ts'
import { findProcedure, procedureNames } from '../../src/shared/client.ts'
import { FileHandle } from '../../src/shared/contract/common.ts'
import { temporaryFolder } from '../support/temporary.ts'

function room(): FreightRoom {
  const freight = new FreightRoom()
  onTestFinished(() => freight.clear())
  return freight
}

describe('the fields of an input that are files', () => {
  it('are found in the contract', () => {
    const found = procedureNames().filter(name => fileFields(findProcedure(name)!.input).length > 0)
    expect(found).toEqual(
      expect.arrayContaining(['documents.import', 'documents.preview', 'segments.importTable']),
    )
    for (const name of found) expect(fileFields(findProcedure(name)!.input)).toEqual(['file'])
  })

  it('are found behind optional and the like, and nowhere else', () => {
    const schema = z.strictObject({
      a: FileHandle,
      b: FileHandle.optional(),
      c: FileHandle.nullable().default(null),
      d: z.string(),
      e: z.strictObject({ file: FileHandle }),
    })
    expect(fileFields(schema)).toEqual(['a', 'b', 'c'])
    expect(fileFields(schema.optional())).toEqual(['a', 'b', 'c'])
    expect(fileFields(z.string())).toEqual([])
    expect(fileFields(undefined)).toEqual([])
  })
})

describe('a path in the place of a file', () => {
  it('becomes a handle under which the file is found', () => {
    const freight = room()
    const path = join(temporaryFolder(), 'Gespräch 1.txt')
    writeFileSync(path, 'x')
    const input = withHandles(freight, 'documents.import', { file: path, name: path }) as {
      file: string
      name: string
    }
    expect(freight.resolve(input.file)).toMatchObject({ path, name: 'Gespräch 1.txt' })
    expect(input.name).toBe(path)
  })

  it('may be a handle already', () => {
    const freight = room()
    const { file } = freight.keep('a.txt', 'text/plain', Buffer.from('x'))
    expect(withHandles(freight, 'documents.import', { file })).toEqual({ file })
  })

  it('that leads to no file is told of: also a folder', () => {
    const freight = room()
    const folder = temporaryFolder()
    for (const file of [join(folder, 'none.txt'), folder, ''])
      expect(() => withHandles(freight, 'documents.import', { file })).toThrow(
        expect.objectContaining({ code: 'file-missing', details: { path: file } }),
      )
  })

  it('is left alone where no file is wanted, and what is no string is left to the contract', () => {
    const freight = room()
    for (const input of [undefined, null, 'x', 7, [], { file: 7 }, {}])
      expect(withHandles(freight, 'documents.import', input)).toEqual(input)
    expect(withHandles(freight, 'codes.create', { file: '/etc/hosts' })).toEqual({ file: '/etc/hosts' })
    expect(withHandles(freight, 'no.such', { file: '/etc/hosts' })).toEqual({ file: '/etc/hosts' })
  })
})
