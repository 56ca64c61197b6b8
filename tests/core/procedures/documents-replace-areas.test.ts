import { writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { DocumentId } from '../../../src/shared/model/ids.ts'
import { type Printed, pdfFile } from '../../support/pdf-files.ts'
import { type TestProject, testProject } from '../../support/project.ts'

const lines = (...texts: readonly string[]): Printed[] =>
  texts.map((text, at) => ({ text, x: 72, y: 100 + at * 14 }))

const TITLE = lines('A study of the return of families', 'Third and corrected edition, with an index')
const FIRST = lines(
  'The policy begins in the year of the reform, and ends',
  'when the council says that it has ended for all.',
)
const SECOND = lines(
  'Families are heard together, and a child is never alone',
  'while the officers ask for the reason of a journey.',
)

const AREA = { page: 1, x: 72, y: 200, width: 200, height: 100 }

function fileOf({ core }: TestProject, bytes: Uint8Array | string, name = 'better.pdf') {
  const { handle, path } = core.freight.fresh(name)
  writeFileSync(path, bytes)
  return handle
}

async function withArea(pages: readonly (readonly Printed[])[]) {
  const project = testProject()
  const { client } = project
  const { id } = await client.documents.import({ file: fileOf(project, pdfFile(pages), 'policy.pdf') })
  const codeId = await client.codes.create({ name: 'Figure' })
  const { segmentId } = await client.segments.apply({ documentId: id, area: AREA, codeIds: [codeId] })
  return { project, client, documentId: id, segmentId }
}

const areaNow = async ({ client }: TestProject, documentId: DocumentId) =>
  (await client.segments.ofDocument({ documentId }))[0]?.area

describe('areas of a document that is replaced', () => {
  it('stay where they are when the page is still there', async () => {
    const { project, client, documentId } = await withArea([FIRST, SECOND])
    const next = pdfFile([FIRST, [...SECOND, ...lines('').slice(1), { text: 'A note.', x: 72, y: 700 }]])
    const result = await client.documents.replace({ documentId, file: fileOf(project, next) })
    expect(result).toMatchObject({ moved: 1, review: 0, lost: 0 })
    expect(await areaNow(project, documentId)).toEqual(AREA)
    expect((await client.project.check()).findings).toEqual([])
  })

  it('go along with their page when another is put before it, and come back', async () => {
    const { project, client, documentId } = await withArea([FIRST, SECOND])
    const next = pdfFile([TITLE, FIRST, SECOND])
    expect(await client.documents.replace({ documentId, file: fileOf(project, next) })).toMatchObject({
      moved: 1,
    })
    expect(await areaNow(project, documentId)).toEqual({ ...AREA, page: 2 })
    await client.history.undo()
    expect(await areaNow(project, documentId)).toEqual(AREA)
    expect((await client.project.check()).findings).toEqual([])
  })

  it('grow with a page that is larger', async () => {
    const { project, client, documentId } = await withArea([FIRST, SECOND])
    const next = pdfFile([FIRST, SECOND], { width: 1190, height: 1684 })
    await client.documents.replace({ documentId, file: fileOf(project, next) })
    expect(await areaNow(project, documentId)).toEqual({ page: 1, x: 144, y: 400, width: 400, height: 200 })
  })

  it('of a scan stay when its text has been recognised, and are to be seen when its pages are not as many', async () => {
    const scan = await withArea([[], []])
    const recognised = pdfFile([FIRST, SECOND])
    const { client, project, documentId } = scan
    expect(await client.documents.replace({ documentId, file: fileOf(project, recognised) })).toMatchObject({
      moved: 1,
    })
    const other = await withArea([[], []])
    const longer = fileOf(other.project, pdfFile([TITLE, FIRST, SECOND]))
    expect(
      await other.client.documents.replace({ documentId: other.documentId, file: longer }),
    ).toMatchObject({
      review: 1,
    })
    const [row] = (await other.client.documents.reviews({ documentId: other.documentId })).review
    expect(row).toMatchObject({ area: AREA, quote: '', now: '', page: '2' })
  })

  it('are kept when there are no pages any more, and can be put on words or on an area', async () => {
    const { project, client, documentId, segmentId } = await withArea([FIRST, SECOND])
    const text = fileOf(project, 'Nothing of the kind.', 'better.txt')
    expect(await client.documents.replace({ documentId, file: text })).toMatchObject({ lost: 1 })
    const { lost } = await client.documents.reviews({ documentId })
    expect(lost).toMatchObject([{ segmentId, area: AREA, page: '2' }])
    await client.segments.settle({ as: 'place', segmentId, span: { start: 0, end: 7 } })
    expect((await client.segments.ofDocument({ documentId }))[0]).toMatchObject({
      id: segmentId,
      start: 0,
      end: 7,
    })
    await client.history.undo()
    await client.documents.replace({ documentId, file: fileOf(project, pdfFile([FIRST, SECOND, TITLE])) })
    expect(await client.documents.reviews({ documentId })).toMatchObject({
      lost: [],
      review: [{ area: AREA }],
    })
    await client.segments.settle({ as: 'place', segmentId, area: { ...AREA, page: 0 } })
    expect(await areaNow(project, documentId)).toEqual({ ...AREA, page: 0 })
    expect(await client.documents.openReviews()).toEqual([])
  })
})
