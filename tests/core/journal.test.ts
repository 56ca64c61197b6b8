import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openCore } from '../../src/core/core.ts'
import { type Change, createClient, type PostilClient } from '../../src/shared/client.ts'
import type {
  CodeId,
  CodingId,
  DocumentId,
  GroupId,
  MemoId,
  SegmentId,
  VariableId,
} from '../../src/shared/model/ids.ts'
import { stateOf, testProject } from '../support/project.ts'
import { temporaryFolder } from '../support/temporary.ts'

const TEXT =
  'Partnership is a shared responsibility. We all gain from it, they said, and nobody asked who pays.'

describe('a step of the diary', () => {
  it('is one transaction, one line of history and one notice', async () => {
    const { client, core, document } = testProject()
    const documentId = await document('A', TEXT)
    const codeId = await client.codes.create({ name: 'Win-win' })
    const heard: Change[] = []
    core.onChange(change => heard.push(change))
    await client.segments.apply({ documentId, span: { start: 0, end: 11 }, codeIds: [codeId] })
    expect(heard).toHaveLength(1)
    expect(heard[0]).toMatchObject({ label: 'Apply code' })
    expect([...heard[0]!.tables].sort()).toEqual(['coding', 'segment', 'step'])
    const { steps } = await client.history.list()
    expect(steps[0]).toMatchObject({
      actor: 'Ada',
      procedure: 'segments.apply',
      label: 'Apply code',
      changes: 2,
    })
  })

  it('leaves nothing when it changes nothing or fails', async () => {
    const { client, document } = testProject()
    const documentId = await document('A', TEXT)
    const codeId = await client.codes.create({ name: 'Win-win' })
    await client.segments.apply({ documentId, span: { start: 0, end: 11 }, codeIds: [codeId] })
    const before = await client.history.list()
    const again = await client.segments.apply({ documentId, span: { start: 0, end: 11 }, codeIds: [codeId] })
    expect(again).toMatchObject({ added: [], already: 1 })
    await expect(client.codes.create({ name: 'win-WIN' })).rejects.toMatchObject({ code: 'code-name-taken' })
    await expect(
      client.segments.apply({ documentId, span: { start: 0, end: 9999 }, codeIds: [codeId] }),
    ).rejects.toMatchObject({
      code: 'span-outside',
    })
    expect(await client.history.list()).toEqual(before)
  })

  it('is undone and redone across restarts, by name', async () => {
    const path = `${temporaryFolder()}/study.postil`
    const first = openCore({ path, create: true, coder: 'Ada' })
    const codeId = await createClient(first).codes.create({ name: 'Before' })
    await createClient(first).codes.update({ codeId, name: 'After' })
    await first.close()
    const second = openCore({ path })
    const client = createClient(second)
    expect(await client.history.state()).toMatchObject({ undo: 'Change code', redo: null })
    await client.history.undo()
    expect((await client.codes.list())[0]!.name).toBe('Before')
    await second.close()
    const third = openCore({ path })
    expect(await createClient(third).history.redo()).toMatchObject({ label: 'Change code' })
    expect((await createClient(third).codes.list())[0]!.name).toBe('After')
    await third.close()
  })

  it('joins steps that continue one another, such as the files of one import', async () => {
    const { client, core } = testProject()
    for (const name of ['a', 'b', 'c']) {
      const { handle, path } = core.freight.fresh(`${name}.txt`)
      await import('node:fs').then(fs => fs.writeFileSync(path, `${name} ${TEXT}`))
      await client.documents.import({ file: handle, batch: 'one' })
    }
    expect((await client.history.list()).steps).toHaveLength(1)
    await client.history.undo()
    expect(await client.documents.list()).toEqual([])
    await client.history.redo()
    expect((await client.documents.list()).map(({ name }) => name)).toEqual(['a', 'b', 'c'])
  })

  it('that was written and taken back again is undone and redone like any other', async () => {
    const { client } = testProject()
    const memoId = await client.memos.create({ title: 'M', body: 'a' })
    await client.memos.update({ memoId, body: 'ab' })
    await client.memos.update({ memoId, body: 'a' })
    const body = async () => (await client.memos.list()).map(memo => memo.body)
    const { label } = await client.history.undo()
    expect(label).toBe('Change memo')
    expect(await body()).toEqual(['a'])
    expect((await client.history.undo()).label).not.toBe(label)
    expect(await body()).toEqual([])
    await client.history.redo()
    await client.history.redo()
    expect(await body()).toEqual(['a'])
    expect(await client.history.state()).toMatchObject({ undo: label, redo: null })
  })

  it('does not let a cascade of undo take along what the step never touched', async () => {
    const { client, document, code } = testProject()
    const documentId = await document('A', TEXT)
    const child = await client.codes.create({ name: 'Child' })
    await code(documentId, 'shared', child)
    const before = await stateOf(client)
    const parent = await client.codes.create({ name: 'Parent' })
    await client.codes.move({ codeId: child, parentId: parent, before: null })
    await client.history.undo()
    await client.history.undo()
    expect(await stateOf(client)).toEqual(before)
  })

  it('never gives a segment number twice, even after an undo', async () => {
    const { client, document, code } = testProject()
    const documentId = await document('A', TEXT)
    const codeId = await client.codes.create({ name: 'X' })
    await code(documentId, 'shared', codeId)
    await client.history.undo()
    await code(documentId, 'gain', codeId)
    const [segment] = await client.segments.ofDocument({ documentId })
    expect(segment!.reference).toBe('1:2')
  })
})

interface Known {
  documents: DocumentId[]
  codes: CodeId[]
  codings: CodingId[]
  segments: SegmentId[]
  groups: GroupId[]
  memos: MemoId[]
  variables: VariableId[]
}

/** What is there now; random deeds pick from it. */
async function look(client: PostilClient): Promise<Known> {
  const documents = (await client.documents.list()).map(({ id }) => id)
  const segments = (
    await Promise.all(documents.map(documentId => client.segments.ofDocument({ documentId })))
  ).flat()
  return {
    documents,
    codes: (await client.codes.list()).map(({ id }) => id),
    codings: segments.flatMap(({ codings }) => codings.map(({ id }) => id)),
    segments: segments.map(({ id }) => id),
    groups: (await client.groups.list()).map(({ id }) => id),
    memos: (await client.memos.list()).map(({ id }) => id),
    variables: (await client.variables.list()).map(({ id }) => id),
  }
}

type Deed = { readonly kind: number; readonly a: number; readonly b: number; readonly n: number }
const deed = fc.record({ kind: fc.nat(17), a: fc.nat(50), b: fc.nat(50), n: fc.nat(60) })

const pick = <T>(list: readonly T[], index: number): T | undefined =>
  list.length === 0 ? undefined : list[index % list.length]

/** One random deed; what cannot be done (nothing there, a refusal) is skipped. */
async function act(
  client: PostilClient,
  document: (name: string, text: string) => Promise<unknown>,
  { kind, a, b, n }: Deed,
) {
  const known = await look(client)
  const [documentId, codeId, other] = [pick(known.documents, a), pick(known.codes, a), pick(known.codes, b)]
  const [segmentId, codingId, groupId] = [
    pick(known.segments, a),
    pick(known.codings, a),
    pick(known.groups, b),
  ]
  const [memoId, variableId] = [pick(known.memos, a), pick(known.variables, b)]
  const span = { start: n, end: n + 5 + b / 10 }
  const whole = { start: span.start, end: Math.floor(span.end) }
  const deeds: (() => Promise<unknown> | undefined)[] = [
    () => document(`D${n}`, `${n} ${TEXT}`),
    () => client.codes.create({ name: `C${n}`, parentId: b % 2 ? (codeId ?? null) : null }),
    () => documentId && codeId && client.segments.apply({ documentId, span: whole, codeIds: [codeId] }),
    () =>
      documentId &&
      codeId &&
      other &&
      client.segments.apply({ documentId, span: whole, codeIds: [codeId, other] }),
    () => documentId && client.segments.createAndApply({ documentId, span: whole, path: `P${b}/Q${n}` }),
    () => codingId && client.segments.uncode({ codingIds: [codingId] }),
    () => codingId && other && client.segments.recode({ codingIds: [codingId], codeId: other }),
    () => segmentId && client.segments.resize({ segmentId, span: whole }),
    () => segmentId && client.segments.comment({ segmentId, comment: `note ${n}` }),
    () => segmentId && client.segments.delete({ segmentIds: [segmentId] }),
    () => codeId && client.codes.delete({ codeIds: [codeId] }),
    () => codeId && other && client.codes.merge({ sourceIds: [codeId], targetId: other }),
    () => codeId && client.codes.move({ codeId, parentId: other ?? null, before: null }),
    () => documentId && client.documents.delete({ documentIds: [documentId] }),
    () => client.groups.create({ name: `G${n}`, documentIds: documentId ? [documentId] : [] }),
    () =>
      groupId &&
      documentId &&
      client.groups.assign({ groupId, documentIds: [documentId], member: n % 2 === 0 }),
    () =>
      memoId
        ? client.memos.update({ memoId, body: `${n}` })
        : client.memos.create({ title: `M${n}`, about: codeId ? { codeId } : {} }),
    () =>
      variableId && documentId
        ? client.variables.set({ variableId, documentId, value: String(n) })
        : client.variables.create({ name: `V${n}`, type: 'number' }),
  ]
  try {
    await deeds[kind]!()
  } catch (error) {
    if (!(error instanceof Error && error.name === 'Failure')) throw error
    expect((error as Error & { code: string }).code, String(error)).not.toBe('internal')
  }
}

describe('the law of the diary', () => {
  it('any deeds, undone entirely, are the state before; redone entirely, the state after', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 1, maxLength: 25 }), async deeds => {
        const { client, document, core } = testProject()
        const first = await document('First', TEXT)
        const codeId = await client.codes.create({ name: 'Root' })
        await client.segments.apply({ documentId: first, span: { start: 0, end: 11 }, codeIds: [codeId] })
        const states = [await stateOf(client)]
        const steps = [(await client.history.state()).step]
        for (const one of deeds) {
          await act(client, document, one)
          const { step } = await client.history.state()
          const state = await stateOf(client)
          if (step !== steps.at(-1)) {
            states.push(state)
            steps.push(step)
          } else states[states.length - 1] = state // a deed that continued the step before, or did nothing
        }
        const undos = states.length - 1
        for (let i = undos - 1; i >= 0; i--) {
          await client.history.undo()
          expect(await stateOf(client)).toEqual(states[i])
        }
        for (let i = 1; i <= undos; i++) {
          await client.history.redo()
          expect(await stateOf(client)).toEqual(states[i])
        }
        expect((await client.project.check()).findings).toEqual([])
        await core.close()
      }),
      { numRuns: 60 },
    )
  }, 120_000)
})
