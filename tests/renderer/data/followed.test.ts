import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Followed, followedQuestions } from '../../../src/renderer/data/followed.ts'
import type { PostilClient, Transport } from '../../../src/shared/client.ts'
import type { CodeId, DocumentId } from '../../../src/shared/model/ids.ts'
import { testProject } from '../../support/project.ts'

const TEXT = 'Partnership in migration is a responsibility that all of us share, and none of us alone.'
const follow = followedQuestions['segments.ofDocument']!

async function project() {
  const { client, core, document } = testProject()
  const documentId = await document('A', TEXT)
  const other = await document('B', TEXT)
  const codeIds = [await client.codes.create({ name: 'X' }), await client.codes.create({ name: 'Y' })]
  const heard: unknown[] = []
  const transport: Transport = {
    call: async (name, input) => {
      heard.push([name, input])
      return core.call(name, input)
    },
    onChange: core.onChange,
  }
  return { client, documentId, other, codeIds, transport, heard }
}

interface Deed {
  readonly kind: 'apply' | 'elsewhere' | 'uncode' | 'resize' | 'comment' | 'delete' | 'code' | 'undo' | 'redo'
  readonly which: number
  readonly start: number
  readonly length: number
}

const kinds = [
  'apply',
  'apply',
  'apply',
  'elsewhere',
  'uncode',
  'resize',
  'comment',
  'delete',
  'code',
  'undo',
] as const
const deed: fc.Arbitrary<Deed> = fc.record({
  kind: fc.constantFrom(...kinds, 'redo' as const),
  which: fc.nat(20),
  start: fc.nat(TEXT.length - 12),
  length: fc.integer({ min: 1, max: 10 }),
})

type Place = { client: PostilClient; documentId: DocumentId; other: DocumentId; codeIds: readonly CodeId[] }

/** What cannot be done here is not done. */
async function act({ client, documentId, other, codeIds }: Place, { kind, which, start, length }: Deed) {
  const span = { start, end: start + length }
  const segments = await client.segments.ofDocument({ documentId })
  const segment = segments[which % Math.max(1, segments.length)]
  const codes = await client.codes.list()
  const codeId = codes[which % Math.max(1, codes.length)]?.id ?? codeIds[0]!
  const { undo, redo } = await client.history.state()
  if (kind === 'apply' && codes.length > 0)
    await client.segments.apply({ documentId, span, codeIds: [codeId] })
  if (kind === 'elsewhere' && codes.length > 0)
    await client.segments.apply({ documentId: other, span, codeIds: [codeId] })
  if (kind === 'uncode' && segment?.codings[0])
    await client.segments.uncode({ codingIds: [segment.codings[0].id] })
  if (kind === 'resize' && segment && !segments.some(one => one.start === span.start && one.end === span.end))
    await client.segments.resize({ segmentId: segment.id, span })
  if (kind === 'comment' && segment)
    await client.segments.comment({ segmentId: segment.id, comment: `${which}` })
  if (kind === 'delete' && segment) await client.segments.delete({ segmentIds: [segment.id] })
  if (kind === 'code' && which === 7 && codes.length > 0) await client.codes.delete({ codeIds: [codeId] })
  // not the documents and codes that all began with
  if (kind === 'undo' && undo !== null && !/^(Import|New code$)/.test(undo)) await client.history.undo()
  if (kind === 'redo' && redo !== null) await client.history.redo()
}

describe('the segments of a document, followed', () => {
  it('are after any deeds what the core would say if it were asked for all of them', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(deed, fc.boolean()), { minLength: 1, maxLength: 25 }),
        async deeds => {
          const { transport, ...place } = await project()
          const { client, documentId } = place
          let known: Followed = await follow(transport, { documentId }, undefined)
          for (const [deed, isLooking] of deeds) {
            await act(place, deed)
            if (!isLooking) continue
            known = await follow(transport, { documentId }, known)
            expect(known.value).toEqual(await client.segments.ofDocument({ documentId }))
          }
          known = await follow(transport, { documentId }, known)
          expect(known.value).toEqual(await client.segments.ofDocument({ documentId }))
        },
      ),
      { numRuns: 40 },
    )
  })

  it('come over the wire once: afterwards only what has changed, and what did not stays the same object', async () => {
    const { client, transport, heard, documentId, codeIds } = await project()
    for (const start of [0, 10, 20])
      await client.segments.apply({ documentId, span: { start, end: start + 5 }, codeIds: [codeIds[0]!] })
    const before = await follow(transport, { documentId }, undefined)
    await client.segments.apply({ documentId, span: { start: 10, end: 15 }, codeIds: [codeIds[1]!] })
    const after = await follow(transport, { documentId }, before)
    const news = await client.segments.since({ documentId, mark: before.mark })
    expect(news).toMatchObject({ whole: false, gone: [], segments: [{ start: 10, codings: [{}, {}] }] })
    expect(heard).toEqual([
      ['segments.since', { documentId }],
      ['segments.since', { documentId, mark: before.mark }],
    ])
    const [first, second, third] = before.value as unknown[]
    expect((after.value as unknown[])[0]).toBe(first)
    expect((after.value as unknown[])[1]).not.toBe(second)
    expect((after.value as unknown[])[2]).toBe(third)
  })

  it('are the same list as long as nothing in this document changes', async () => {
    const { client, transport, documentId, other, codeIds } = await project()
    await client.segments.apply({ documentId, span: { start: 0, end: 5 }, codeIds })
    const before = await follow(transport, { documentId }, undefined)
    await client.segments.apply({ documentId: other, span: { start: 0, end: 5 }, codeIds })
    const after = await follow(transport, { documentId }, before)
    expect(after.value).toBe(before.value)
    expect(after.mark).toBeGreaterThan(before.mark)
  })

  it('are told all at once where a step changes very many', async () => {
    const { client, transport, documentId, codeIds } = await project()
    const { mark } = await follow(transport, { documentId }, undefined)
    for (let i = 0; i < 1001; i++)
      await client.segments.apply({
        documentId,
        span: { start: i % 60, end: 61 + (i % 17) },
        codeIds: [codeIds[0]!],
      })
    const spans = (await client.segments.ofDocument({ documentId })).length
    const news = await client.segments.since({ documentId, mark })
    expect(news.segments).toHaveLength(spans)
    expect(news.whole).toBe(true)
    expect((await client.segments.since({ documentId, mark: news.mark + 1 })).whole).toBe(true)
  })
})
