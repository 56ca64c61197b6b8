import { writeFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CodeId, DocumentId, SegmentId } from '../../../src/shared/model/ids.ts'
import { readsTheSame } from '../../../src/shared/text/anchoring/same-words.ts'
import { stateOf, type TestProject, testProject } from '../../support/project.ts'
import '../../support/laws.ts'

const OLD = `The policy begins in 2019. Officers must ask for the reason of every journey.
Families are heard together. A child is never heard alone.
Appeals are lodged within ten days. The court decides in writing.
Nothing in this chapter limits the rights of the applicant.`

const NEW = `Preface, written later.
The policy begins in 2019. Officers must ask for the reason of every journey.
Families are heard together. No child is ever heard alone.
Nothing in this chapter limits the rights of the applicant.`

function fileOf({ core }: TestProject, text: string, name = 'better.txt') {
  const { handle, path } = core.freight.fresh(name)
  writeFileSync(path, text)
  return handle
}

async function coded() {
  const project = testProject()
  const documentId = await project.document('Policy', OLD)
  const codeId = await project.client.codes.create({ name: 'Duty' })
  const moved = (await project.code(documentId, 'Officers must ask', codeId)) as SegmentId
  const altered = (await project.code(documentId, 'A child is never heard alone.', codeId)) as SegmentId
  const gone = (await project.code(documentId, 'The court decides in writing.', codeId)) as SegmentId
  return { ...project, project, documentId, codeId, moved, altered, gone }
}

describe('documents.replace', () => {
  it('finds segments again, proposes places for altered ones and keeps those that are gone', async () => {
    const { client, project, documentId, codeId, moved, altered, gone } = await coded()
    await client.segments.comment({ segmentId: gone, comment: 'in writing!' })
    const result = await client.documents.replace({ documentId, file: fileOf(project, NEW) })
    expect(result).toEqual({ moved: 1, review: 1, lost: 1, warnings: [] })
    const { text } = await client.documents.text({ documentId })
    expect(text).toBe(NEW)
    const reviews = await client.documents.reviews({ documentId })
    expect(reviews.replaced).toMatchObject({ from: 'Policy.txt', to: 'better.txt', coder: 'Ada' })
    expect(reviews.movedRows).toMatchObject([
      { segmentId: moved, reference: '1:1', now: 'Officers must ask' },
    ])
    expect(reviews.review).toMatchObject([
      {
        segmentId: altered,
        reference: '1:2',
        quote: 'A child is never heard alone.',
        now: 'No child is ever heard alone.',
        codings: [{ codeId }],
      },
    ])
    expect(reviews.lost).toMatchObject([
      {
        segmentId: gone,
        reference: '1:3',
        quote: 'The court decides in writing.',
        comment: 'in writing!',
        codings: [{ codeId }],
      },
    ])
    expect(await client.documents.openReviews()).toEqual([{ documentId, review: 1, lost: 1 }])
    expect((await client.project.check()).sound).toBe(true)
    expect((await client.documents.list())[0]).toMatchObject({
      name: 'Policy',
      fileName: 'better.txt',
      segments: 2,
    })
  })

  it('is taken back exactly, and done again exactly', async () => {
    const { client, project, documentId } = await coded()
    const before = [await stateOf(client), await client.documents.text({ documentId })]
    await client.documents.replace({ documentId, file: fileOf(project, NEW) })
    const after = [await stateOf(client), await client.documents.reviews({ documentId })]
    await client.history.undo()
    expect([await stateOf(client), await client.documents.text({ documentId })]).toEqual(before)
    expect(await client.documents.reviews({ documentId })).toMatchObject({
      replaced: null,
      review: [],
      lost: [],
    })
    await client.history.redo()
    expect([await stateOf(client), await client.documents.reviews({ documentId })]).toEqual(after)
  })

  it('refuses the version that is there already', async () => {
    const { client, project, documentId } = await coded()
    await expect(client.documents.replace({ documentId, file: fileOf(project, OLD) })).rejects.toMatchObject({
      code: 'document-same',
    })
    expect((await client.history.state()).undo).not.toBe('Replace document')
  })

  it('finds again in a third version what the second had lost, with its memo and number', async () => {
    const { client, project, documentId, gone } = await coded()
    const memoId = await client.memos.create({ title: 'On writing', about: { segmentId: gone } })
    await client.documents.replace({ documentId, file: fileOf(project, NEW) })
    expect((await client.memos.list()).find(({ id }) => id === memoId)?.about).toEqual({})
    const third = `${NEW}\nAppeals are lodged within ten days. The court decides in writing.`
    const result = await client.documents.replace({ documentId, file: fileOf(project, third) })
    expect(result).toMatchObject({ lost: 0 })
    const segment = (await client.segments.ofDocument({ documentId })).find(({ id }) => id === gone)
    expect(third.slice(segment?.start, segment?.end)).toBe('The court decides in writing.')
    expect(segment?.reference).toBe('1:3')
    expect((await client.memos.list()).find(({ id }) => id === memoId)?.about).toEqual({ segmentId: gone })
  })

  it('goes on from the words a segment had, not from a place that was only proposed', async () => {
    const { client, project, documentId, altered } = await coded()
    await client.documents.replace({ documentId, file: fileOf(project, NEW) })
    await client.documents.replace({ documentId, file: fileOf(project, `${OLD} The end.`) })
    const { review } = await client.documents.reviews({ documentId })
    expect(review).toEqual([])
    const segment = (await client.segments.ofDocument({ documentId })).find(({ id }) => id === altered)
    expect(OLD.slice(segment?.start, segment?.end)).toBe('A child is never heard alone.')
  })
})

describe('segments.settle', () => {
  async function replaced() {
    const all = await coded()
    await all.client.documents.replace({ documentId: all.documentId, file: fileOf(all.project, NEW) })
    return all
  }

  it('accepts a proposed place', async () => {
    const { client, documentId, altered } = await replaced()
    expect(await client.segments.settle({ as: 'accept', segmentIds: [altered] })).toEqual({ settled: 1 })
    expect(await client.documents.reviews({ documentId })).toMatchObject({ moved: 2, review: [] })
    await client.history.undo()
    expect((await client.documents.reviews({ documentId })).review).toHaveLength(1)
  })

  it('places a lost segment by hand, with its codings', async () => {
    const { client, documentId, codeId, gone } = await replaced()
    const span = { start: 0, end: 7 }
    await client.segments.settle({ as: 'place', segmentId: gone, span })
    const segment = (await client.segments.ofDocument({ documentId }))[0]
    expect(segment).toMatchObject({ id: gone, ...span, codings: [{ codeId }] })
    expect((await client.documents.reviews({ documentId })).lost).toEqual([])
    await client.history.undo()
    expect((await client.documents.reviews({ documentId })).lost).toMatchObject([{ segmentId: gone }])
  })

  it('places a proposed one elsewhere, and refuses a place outside the text', async () => {
    const { client, documentId, altered } = await replaced()
    const outside = client.segments.settle({ as: 'place', segmentId: altered, span: { start: 0, end: 9999 } })
    await expect(outside).rejects.toMatchObject({ code: 'span-outside' })
    await client.segments.settle({ as: 'place', segmentId: altered, span: { start: 0, end: 7 } })
    expect((await client.documents.reviews({ documentId })).review).toEqual([])
  })

  it('drops what is open, and nothing else', async () => {
    const { client, documentId, moved, altered, gone } = await replaced()
    await client.segments.settle({ as: 'drop', segmentIds: [altered, gone] })
    expect(await client.documents.openReviews()).toEqual([])
    expect(await client.segments.ofDocument({ documentId })).toHaveLength(1)
    await expect(client.segments.settle({ as: 'drop', segmentIds: [moved] })).rejects.toMatchObject({
      code: 'not-found',
    })
    await client.history.undo()
    expect(await client.documents.openReviews()).toEqual([{ documentId, review: 1, lost: 1 }])
  })

  it('what is lost follows its codes when they are merged, and is not coded twice', async () => {
    const { client, project, documentId, codeId, gone } = await coded()
    const other = await client.codes.create({ name: 'Court' })
    await client.segments.addCode({ segmentIds: [gone], codeId: other })
    await client.documents.replace({ documentId, file: fileOf(project, NEW) })
    await client.codes.merge({ sourceIds: [other], targetId: codeId })
    await client.segments.settle({ as: 'place', segmentId: gone, span: { start: 0, end: 7 } })
    expect((await client.segments.ofDocument({ documentId }))[0]?.codings).toMatchObject([{ codeId }])
  })
})

const word = fc.constantFrom(
  'law',
  'court',
  'child',
  'ask',
  'every',
  'reason',
  'äöü',
  '字',
  '😀',
  'no',
  'journey',
  'ten',
)
const words = fc.array(word, { minLength: 4, maxLength: 50 })
const edits = fc.array(fc.tuple(fc.nat(60), fc.nat(8), fc.array(word, { maxLength: 6 })), { maxLength: 4 })

describe('laws of replacing', () => {
  it('no segment drifts, none is dropped, and undoing brings everything back', async () => {
    await fc.assert(
      fc.asyncProperty(
        words,
        edits,
        fc.array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 6 }))),
        async (old, edits, spans) => {
          const project = testProject()
          const { client } = project
          const text = old.join(' ')
          const documentId = await project.document('A', text)
          const codeId = await client.codes.create({ name: 'X' })
          for (const [at, length] of spans)
            await apply(project, documentId, codeId, old, at % old.length, length)
          const before = await stateOf(client)
          const quotes = await quotesOf(project, documentId)
          const next = edits.reduce(
            (text, [at, cut, put]) => text.toSpliced(at % (text.length + 1), cut, ...put),
            old,
          )
          const version = `${next.join(' ')}.`
          const result = await client.documents.replace({ documentId, file: fileOf(project, version) })
          expect(result.moved + result.review + result.lost).toBe(quotes.size)
          const { review, lost, movedRows } = await client.documents.reviews({ documentId })
          for (const { segmentId, now } of movedRows)
            expect(readsTheSame(quotes.get(segmentId)!, now)).toBe(true)
          for (const row of [...review, ...lost]) expect(row.quote).toBe(quotes.get(row.segmentId))
          expect((await client.project.check()).sound).toBe(true)
          await client.history.undo()
          expect(await stateOf(client)).toEqual(before)
          expect(await client.documents.text({ documentId })).toMatchObject({ text })
        },
      ),
      { numRuns: 60 },
    )
  })
})

async function apply(
  { client }: TestProject,
  documentId: DocumentId,
  codeId: CodeId,
  words: readonly string[],
  first: number,
  length: number,
) {
  const start = words.slice(0, first).reduce((sum, word) => sum + word.length + 1, 0)
  const end = start + words.slice(first, first + length).join(' ').length
  await client.segments.apply({ documentId, span: { start, end }, codeIds: [codeId] })
}

async function quotesOf({ client }: TestProject, documentId: DocumentId) {
  const { text } = await client.documents.text({ documentId })
  const segments = await client.segments.ofDocument({ documentId })
  return new Map(segments.map(({ id, start, end }) => [id, text.slice(start, end)]))
}
