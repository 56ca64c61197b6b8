import { describe, expect, it } from 'vitest'
import { stateOf, testProject } from '../../support/project.ts'
import { exported } from '../../support/segment-tables.ts'

const TEXT = 'Partnership is a shared responsibility.\nWe all gain from it, they said.'

async function withFree() {
  const project = testProject()
  const { client } = project
  const documentId = await project.document('A', TEXT)
  const codeId = await client.codes.create({ name: 'X' })
  const span = { start: 17, end: 23 }
  const { segmentId } = await client.segments.create({ documentId, span })
  const segments = () => client.segments.ofDocument({ documentId })
  return { ...project, documentId, codeId, span, segmentId, segments }
}

describe('a free segment', () => {
  it('is made on a passage, once, and can be undone and redone', async () => {
    const { client, documentId, span, segmentId, segments } = await withFree()
    expect(await client.segments.create({ documentId, span })).toEqual({ segmentId, created: false })
    expect(await segments()).toMatchObject([{ id: segmentId, reference: '1:1', codings: [], ...span }])
    const made = await stateOf(client)
    expect((await client.history.state()).undo).toBe('Free segment')
    await client.history.undo()
    expect(await segments()).toEqual([])
    await client.history.redo()
    expect(await stateOf(client)).toEqual(made)
    expect((await client.project.check()).sound).toBe(true)
  })

  it('finds a coded segment that is there, and leaves it as it is', async () => {
    const { client, document, code } = testProject()
    const documentId = await document('A', TEXT)
    const x = await client.codes.create({ name: 'X' })
    await code(documentId, 'shared', x)
    const before = await stateOf(client)
    expect(await client.segments.create({ documentId, span: { start: 17, end: 23 } })).toMatchObject({
      created: false,
    })
    expect(await stateOf(client)).toEqual(before)
  })

  it('is refused outside of the text', async () => {
    const { client, documentId } = await withFree()
    await expect(client.segments.create({ documentId, span: { start: 0, end: 999 } })).rejects.toMatchObject({
      code: 'span-outside',
    })
  })

  it('stays when codes come and go, and goes when it is deleted', async () => {
    const { client, codeId, segmentId, segments } = await withFree()
    expect(await client.segments.addCode({ segmentIds: [segmentId], codeId })).toEqual({
      added: 1,
      already: 0,
    })
    const [segment] = await segments()
    await client.segments.uncode({ codingIds: [segment!.codings[0]!.id] })
    expect(await segments()).toMatchObject([{ id: segmentId, codings: [] }])
    await client.segments.addCode({ segmentIds: [segmentId], codeId })
    await client.codes.delete({ codeIds: [codeId] })
    expect(await segments()).toMatchObject([{ id: segmentId, codings: [] }])
    await client.history.undo()
    expect(await segments()).toMatchObject([{ id: segmentId, codings: [{ codeId }] }])
    await client.segments.delete({ segmentIds: [segmentId] })
    expect(await segments()).toEqual([])
  })

  it('stays also when its making was undone and redone before', async () => {
    const { client, codeId, segmentId, segments } = await withFree()
    await client.history.undo()
    await client.history.redo()
    await client.segments.addCode({ segmentIds: [segmentId], codeId })
    const [segment] = await segments()
    await client.segments.uncode({ codingIds: [segment!.codings[0]!.id] })
    expect(await segments()).toHaveLength(1)
  })

  it('is listed where it is asked for, by whoever made it, and counted apart', async () => {
    const { client, document, documentId, codeId, segmentId } = await withFree()
    const b = await document('B', TEXT)
    await client.segments.apply({ documentId, span: { start: 0, end: 11 }, codeIds: [codeId] })
    await client.segments.apply({ documentId: b, span: { start: 0, end: 11 }, codeIds: [codeId] })
    await client.coders.use({ name: 'Eve' })
    await client.segments.create({ documentId: b, span: { start: 40, end: 42 } })
    const listed = async (scope: object) =>
      (await client.segments.list({ scope })).rows.map(row => `${row.reference} ${row.code}|${row.coder}`)
    expect(await listed({})).toEqual(['1:2 X|Ada', '2:1 X|Ada'])
    expect(await listed({ free: 'with' })).toEqual(['1:2 X|Ada', '1:1 |Ada', '2:1 X|Ada', '2:2 |Eve'])
    expect(await listed({ free: 'only' })).toEqual(['1:1 |Ada', '2:2 |Eve'])
    const [eve] = (await client.coders.list()).filter(({ name }) => name === 'Eve')
    expect(await listed({ free: 'with', coderIds: [eve!.id] })).toEqual(['2:2 |Eve'])
    expect(await listed({ free: 'with', documentIds: [documentId] })).toEqual(['1:2 X|Ada', '1:1 |Ada'])
    expect(await listed({ free: 'with', codeIds: [codeId] })).toEqual(['1:2 X|Ada', '2:1 X|Ada'])
    const list = await client.segments.list({ scope: { free: 'with' } })
    expect(list).toMatchObject({ total: 4, segments: 4, documents: 2, free: 2 })
    expect(list.rows[1]).toMatchObject({ segmentId, codingId: null, codeId: null, quote: 'shared' })
  })

  it('is left out of the tidy table unless it is asked for', async () => {
    const project = await withFree()
    const rows = async (scope: object) =>
      exported(project, await project.client.exchange.segments({ scope, format: 'csv' }))
        .toString()
        .split('\r\n')
    expect(await rows({})).toHaveLength(2)
    expect((await rows({ free: 'with' }))[1]).toMatch(/^A,,,Ada,17,23,shared,,1:1,,1,/)
  })

  it('is coded with others in one step', async () => {
    const { client, documentId, codeId, segmentId } = await withFree()
    const y = await client.codes.create({ name: 'Y' })
    const { added } = await client.segments.apply({
      documentId,
      span: { start: 0, end: 5 },
      codeIds: [codeId],
    })
    expect(await client.segments.recode({ codingIds: added, segmentIds: [segmentId], codeId: y })).toEqual({
      changed: 2,
      shared: 0,
    })
    expect((await client.segments.list({})).rows.map(row => row.code)).toEqual(['Y', 'Y'])
    await client.history.undo()
    const { rows } = await client.segments.list({ scope: { free: 'with' } })
    expect(rows.map(row => row.code)).toEqual(['X', ''])
  })
})

describe('a segment that was made with a code', () => {
  it('stays without it if it has a comment', async () => {
    const { client, document } = testProject()
    const documentId = await document('A', TEXT)
    const codeIds = [await client.codes.create({ name: 'X' })]
    const span = { start: 0, end: 11 }
    const { segmentId, added } = await client.segments.apply({ documentId, span, codeIds, comment: 'why' })
    await client.segments.uncode({ codingIds: added })
    expect(await client.segments.ofDocument({ documentId })).toMatchObject([
      { id: segmentId, comment: 'why' },
    ])
    expect((await client.segments.list({ scope: { free: 'only' } })).total).toBe(1)
  })
})
