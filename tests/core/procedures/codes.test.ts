import { describe, expect, it } from 'vitest'
import { stateOf, type TestProject, testProject } from '../../support/project.ts'

const TEXT = 'Partnership is a shared responsibility. We all gain from it, they said.'
const paths = async ({ client }: TestProject) => (await client.codes.list()).map(({ path }) => path)

describe('the code tree', () => {
  it('lets a name recur under different parents, not under one', async () => {
    const { client } = testProject()
    const a = await client.codes.create({ name: 'A' })
    await client.codes.create({ name: 'Same', parentId: a })
    await client.codes.create({ name: 'Same' })
    await expect(client.codes.create({ name: 'sAME' })).rejects.toMatchObject({ code: 'code-name-taken' })
    await expect(client.codes.create({ name: '   ' })).rejects.toMatchObject({ code: 'bad-input' })
  })

  it('makes a whole path in one step, and nothing of it twice', async () => {
    const project = testProject()
    const { client } = project
    await client.codes.create({ name: 'Actors' })
    const made = await client.codes.ensure({ path: 'ACTORS/State/Local' })
    expect(made.created).toBe(true)
    expect(await client.codes.ensure({ path: 'actors/state/local' })).toEqual({ ...made, created: false })
    expect(await paths(project)).toEqual(['Actors', 'Actors/State', 'Actors/State/Local'])
    await client.history.undo()
    expect(await paths(project)).toEqual(['Actors'])
    await expect(client.codes.ensure({ path: ' / ' })).rejects.toMatchObject({ code: 'bad-input' })
  })

  it('moves codes to a place among their siblings, and never below themselves', async () => {
    const project = testProject()
    const { client } = project
    const [a, b, c] = [
      await client.codes.create({ name: 'A' }),
      await client.codes.create({ name: 'B' }),
      await client.codes.create({ name: 'C' }),
    ]
    await client.codes.move({ codeId: c, parentId: null, before: a })
    expect(await paths(project)).toEqual(['C', 'A', 'B'])
    await client.codes.move({ codeId: b, parentId: c, before: null })
    expect(await paths(project)).toEqual(['C', 'C/B', 'A'])
    await expect(client.codes.move({ codeId: c, parentId: b, before: null })).rejects.toMatchObject({
      code: 'code-into-itself',
    })
  })

  it('stays in order through a thousand insertions at one spot', async () => {
    const project = testProject()
    const { client } = project
    const first = await client.codes.create({ name: 'first' })
    const last = await client.codes.create({ name: 'last' })
    const movers = [await client.codes.create({ name: 'm1' }), await client.codes.create({ name: 'm2' })]
    for (let i = 0; i < 60; i++)
      await client.codes.move({ codeId: movers[i % 2]!, parentId: null, before: i % 2 ? last : movers[1]! })
    const order = await paths(project)
    expect(order.indexOf('last')).toBe(3)
    expect(order[0]).toBe('first')
    expect(first).toBeTruthy()
  })

  it('gives sub-codes their parent’s colour, and paints a branch', async () => {
    const { client } = testProject()
    const parent = await client.codes.create({ name: 'P', color: '#259CDE' })
    await client.codes.create({ name: 'Q', parentId: parent })
    expect((await client.codes.list()).map(({ color }) => color)).toEqual(['#259CDE', '#259CDE'])
    await client.codes.update({ codeId: parent, color: '#C13425', branch: true })
    expect((await client.codes.list()).map(({ color }) => color)).toEqual(['#C13425', '#C13425'])
  })
})

describe('merging codes', () => {
  it('moves codings, shares what both had, adopts sub-codes and memos, writes a trail, and is one undo', async () => {
    const project = testProject()
    const { client, document, code } = project
    const documentId = await document('A', TEXT)
    const [from, into] = [
      await client.codes.create({ name: 'From', definition: 'the old one' }),
      await client.codes.create({ name: 'Into' }),
    ]
    const childFrom = await client.codes.create({ name: 'Child', parentId: from })
    const childInto = await client.codes.create({ name: 'Child', parentId: into })
    await code(documentId, 'shared', from, into)
    await code(documentId, 'gain', from)
    await code(documentId, 'said', childFrom)
    await client.memos.create({ title: 'M', about: { codeId: from } })
    const before = await stateOf(client)
    expect(await client.codes.merge({ sourceIds: [from], targetId: into })).toEqual({ moved: 1, shared: 1 })
    const codes = await client.codes.list()
    expect(codes.map(({ path, segments }) => [path, segments])).toEqual([
      ['Into', 2],
      ['Into/Child', 1],
    ])
    expect(codes[1]!.id).toBe(childInto)
    expect(codes[0]!.definition).toMatch(/Ada: merged in “From” \(2 codings\): the old one/)
    expect((await client.memos.list())[0]!.about).toEqual({ codeId: into })
    await client.history.undo()
    expect(await stateOf(client)).toEqual(before)
  })

  it('into the parent keeps a sub-code of the same name', async () => {
    const project = testProject()
    const { client, document, code } = project
    const documentId = await document('A', TEXT)
    const parent = await client.codes.create({ name: 'P' })
    const source = await client.codes.create({ name: 'A', parentId: parent })
    const inner = await client.codes.create({ name: 'A', parentId: source })
    await code(documentId, 'shared', inner)
    await client.codes.merge({ sourceIds: [source], targetId: parent })
    expect((await client.codes.list()).map(({ path, segments }) => [path, segments])).toEqual([
      ['P', 0],
      ['P/A', 1],
    ])
  })

  it('refuses a code into itself or its own sub-code', async () => {
    const { client } = testProject()
    const a = await client.codes.create({ name: 'A' })
    const b = await client.codes.create({ name: 'B', parentId: a })
    for (const targetId of [a, b])
      await expect(client.codes.merge({ sourceIds: [a], targetId })).rejects.toMatchObject({
        code: 'merge-into-self',
      })
  })
})

describe('deleting codes', () => {
  it('takes sub-codes, codings and bare segments along; commented segments stay; undo brings all back', async () => {
    const { client, document, code } = testProject()
    const documentId = await document('A', TEXT)
    const a = await client.codes.create({ name: 'A' })
    const b = await client.codes.create({ name: 'B', parentId: a })
    await code(documentId, 'shared', b)
    const kept = await code(documentId, 'gain', a)
    const [, second] = await client.segments.ofDocument({ documentId })
    await client.segments.comment({ segmentId: second!.id, comment: 'think' })
    const before = await stateOf(client)
    expect(await client.codes.delete({ codeIds: [a] })).toEqual({ codes: 2, codings: 2 })
    expect(
      (await client.segments.ofDocument({ documentId })).map(({ id, codings }) => [id, codings]),
    ).toEqual([[kept, []]])
    await client.history.undo()
    expect(await stateOf(client)).toEqual(before)
  })
})
