import { describe, expect, it } from 'vitest'
import { openCore } from '../../../src/core/core.ts'
import { createClient } from '../../../src/shared/client.ts'
import { testProject } from '../../support/project.ts'
import { temporaryFolder } from '../../support/temporary.ts'

describe('documents', () => {
  it('come in under names that tell them apart', async () => {
    const { client, document } = testProject()
    await document('A', 'one')
    const second = await document('A', 'two')
    expect((await client.documents.list()).map(({ name }) => name)).toEqual(['A', 'A (2)'])
    await client.documents.update({ documentId: second, name: 'A (2)', comment: 'the second' })
    expect((await client.documents.list())[1]).toMatchObject({ name: 'A (2)', comment: 'the second' })
  })

  it('take no name that another has, and keep their own', async () => {
    const { client, document } = testProject()
    const first = await document('Café', 'one')
    const second = await document('Other', 'two')
    const rename = (name: string) => client.documents.update({ documentId: second, name })
    await expect(rename('Cafe\u0301')).rejects.toMatchObject({ code: 'name-taken' })
    await expect(rename(' Café ')).rejects.toThrow('There is already a document called “Café”.')
    expect((await client.documents.list()).map(({ name }) => name)).toEqual(['Café', 'Other'])
    await rename('Other')
    await client.documents.update({ documentId: first, name: 'Café', comment: 'its own' })
    await rename('CAFÉ')
    expect((await client.documents.list()).map(({ name }) => name)).toEqual(['Café', 'CAFÉ'])
  })

  it('of the same bytes come in once, unless they are wanted twice', async () => {
    const { client, core } = testProject()
    const put = () => core.freight.keep('a.txt', 'text/plain', new TextEncoder().encode('same')).file
    await client.documents.import({ file: put() })
    await expect(client.documents.import({ file: put() })).rejects.toMatchObject({
      code: 'document-duplicate',
    })
    await client.documents.import({ file: put(), options: { duplicates: 'keep' } })
    expect(await client.documents.list()).toHaveLength(2)
  })

  it('go with their segments, and come back with them', async () => {
    const { client, document, code } = testProject()
    const documentId = await document('A', 'We share.')
    await code(documentId, 'share', await client.codes.create({ name: 'X' }))
    const before = await client.segments.list({})
    await client.documents.delete({ documentIds: [documentId] })
    expect((await client.segments.list({})).total).toBe(0)
    await client.history.undo()
    expect(await client.segments.list({})).toEqual(before)
  })

  it('count the same by the tables, before the columns are read, and by the columns', async () => {
    const path = `${temporaryFolder()}/a.postil`
    const { client, core, document, code } = testProject(path)
    const [a, b] = [await document('A', 'We share what we gain.'), await document('B', 'Nothing here.')]
    const [x, y] = [await client.codes.create({ name: 'X' }), await client.codes.create({ name: 'Y' })]
    await code(a, 'share', x, y)
    await code(a, 'gain', x)
    await client.groups.create({ name: 'G', documentIds: [b, a] })
    await core.close()
    const again = openCore({ path })
    const byTables = await createClient(again).documents.list()
    await createClient(again).codes.list()
    expect(await createClient(again).documents.list()).toEqual(byTables)
    expect(byTables.map(({ segments, codings }) => [segments, codings])).toEqual([
      [2, 3],
      [0, 0],
    ])
    await again.close()
    again.freight.clear()
  })
})
