import { describe, expect, it } from 'vitest'
import { testProject } from '../../support/project.ts'

const TEXT = 'Partnership 🤝 is a shared responsibility.\nWe all gain from it, they said.'

describe('coding a passage', () => {
  it('puts several codes of several coders on one segment of that span', async () => {
    const { client, document } = testProject()
    const documentId = await document('A', TEXT)
    const codeIds = [await client.codes.create({ name: 'X' }), await client.codes.create({ name: 'Y' })]
    const span = { start: 0, end: 11 }
    const first = await client.segments.apply({ documentId, span, codeIds })
    await client.coders.use({ name: 'Eve' })
    const second = await client.segments.apply({ documentId, span, codeIds: [codeIds[0]!] })
    expect(second.segmentId).toBe(first.segmentId)
    const [segment] = await client.segments.ofDocument({ documentId })
    expect(segment).toMatchObject({ reference: '1:1', start: 0, end: 11 })
    expect(segment!.codings).toHaveLength(3)
    expect((await client.coders.list()).map(({ name, codings }) => [name, codings])).toEqual([
      ['Ada', 2],
      ['Eve', 1],
    ])
  })

  it.each([
    [{ start: 0, end: 999 }, 'span-outside'],
    [{ start: 13, end: 20 }, 'span-splits-character'],
    [{ start: 5, end: 5 }, 'bad-input'],
    [{ start: -1, end: 5 }, 'bad-input'],
    [{ start: 0.5, end: 5 }, 'bad-input'],
  ])('%j is refused with %s', async (span, code) => {
    const { client, document } = testProject()
    const documentId = await document('A', TEXT)
    const codeId = await client.codes.create({ name: 'X' })
    await expect(client.segments.apply({ documentId, span, codeIds: [codeId] })).rejects.toMatchObject({
      code,
    })
    expect(await client.segments.ofDocument({ documentId })).toEqual([])
  })

  it('refuses a heading of the tree, and codes that are gone', async () => {
    const { client, document } = testProject()
    const documentId = await document('A', TEXT)
    const heading = await client.codes.create({ name: 'H', codable: false })
    const span = { start: 0, end: 5 }
    await expect(client.segments.apply({ documentId, span, codeIds: [heading] })).rejects.toMatchObject({
      code: 'code-not-codable',
    })
    await client.codes.delete({ codeIds: [heading] })
    await expect(client.segments.apply({ documentId, span, codeIds: [heading] })).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  it('makes a path of codes with the passage, and never an exact name twice', async () => {
    const { client, document } = testProject()
    const documentId = await document('A', TEXT)
    const span = { start: 0, end: 11 }
    expect(await client.segments.createAndApply({ documentId, span, path: 'Framing/Win-win' })).toMatchObject(
      { created: true },
    )
    expect(
      await client.segments.createAndApply({
        documentId,
        span: { start: 20, end: 26 },
        path: 'framing / WIN-WIN',
      }),
    ).toMatchObject({ created: false })
    expect((await client.codes.list()).map(({ path, segments }) => [path, segments])).toEqual([
      ['Framing', 0],
      ['Framing/Win-win', 2],
    ])
    await client.history.undo()
    await client.history.undo()
    expect(await client.codes.list()).toEqual([])
  })

  it('recodes, resizes and removes; a bare segment goes with its last code', async () => {
    const { client, document, code } = testProject()
    const documentId = await document('A', TEXT)
    const [x, y] = [await client.codes.create({ name: 'X' }), await client.codes.create({ name: 'Y' })]
    await code(documentId, 'shared', x)
    const [segment] = await client.segments.ofDocument({ documentId })
    const codingId = segment!.codings[0]!.id
    expect(await client.segments.recode({ codingIds: [codingId], codeId: y })).toEqual({
      changed: 1,
      shared: 0,
    })
    await client.segments.resize({ segmentId: segment!.id, span: { start: 0, end: 41 } })
    expect((await client.segments.list({})).rows[0]).toMatchObject({
      quote: TEXT.slice(0, 41),
      code: 'Y',
      words: 5,
    })
    await client.segments.uncode({ codingIds: [codingId] })
    expect(await client.segments.ofDocument({ documentId })).toEqual([])
    expect((await client.project.check()).sound).toBe(true)
  })
})

describe('the list of segments', () => {
  it('is in the order of documents and text, restricted by any scope, with counts', async () => {
    const { client, document, code } = testProject()
    const [a, b] = [await document('A', TEXT), await document('B', `${TEXT} More.`)]
    const x = await client.codes.create({ name: 'X' })
    const y = await client.codes.create({ name: 'Y', parentId: x })
    await code(b, 'gain', x)
    await code(a, 'said', y)
    await code(a, 'shared', x, y)
    const group = await client.groups.create({ name: 'G', documentIds: [b] })
    const shown = async (scope: object) =>
      (await client.segments.list({ scope })).rows.map(
        ({ document, quote, code }) => `${document}:${quote}:${code}`,
      )
    expect(await shown({})).toEqual(['A:shared:X', 'A:shared:X/Y', 'A:said:X/Y', 'B:gain:X'])
    expect(await shown({ codeIds: [x] })).toEqual(['A:shared:X', 'B:gain:X'])
    expect(await shown({ codeIds: [x], withSubcodes: true, documentIds: [a] })).toEqual([
      'A:shared:X',
      'A:shared:X/Y',
      'A:said:X/Y',
    ])
    expect(await shown({ groupIds: [group] })).toEqual(['B:gain:X'])
    expect(await client.segments.list({ offset: 1, limit: 2 })).toMatchObject({
      total: 4,
      segments: 3,
      documents: 2,
      rows: [{ code: 'X/Y' }, { code: 'X/Y' }],
    })
  })
})
