import { readFileSync, writeFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openCore } from '../../../src/core/core.ts'
import { createClient, type PostilClient } from '../../../src/shared/client.ts'
import type { Segment } from '../../../src/shared/contract/segments.ts'
import type { CodeId, DocumentId, SegmentId } from '../../../src/shared/model/ids.ts'
import { pdfFile } from '../../support/pdf-files.ts'
import { pngFile } from '../../support/pictures.ts'
import { stateOf, type TestProject, testProject } from '../../support/project.ts'
import { temporaryFolder } from '../../support/temporary.ts'

const LINES = ['Partnership is a shared responsibility.', 'We all gain from it, they said.']
const PAGES = [0, 1].map(page =>
  LINES.map((text, line) => ({ text: `${text} ${page}`, x: 72, y: 100 + line * 300 })),
)
const AREA = { page: 1, x: 60, y: 350, width: 200, height: 100 }

async function put({ core, client }: TestProject, name: string, bytes: Uint8Array): Promise<DocumentId> {
  const { handle, path } = core.freight.fresh(name)
  writeFileSync(path, bytes)
  return (await client.documents.import({ file: handle })).id
}

async function coded(project = testProject()) {
  const documentId = await put(project, 'plan.pdf', pdfFile(PAGES))
  const codeId = await project.client.codes.create({ name: 'Figure' })
  return { ...project, documentId, codeId }
}

const refusal = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: { code: string }) => error.code,
  )

describe('an area of a page', () => {
  it('is a segment tied to one character, with a number, codings and a comment of its own', async () => {
    const { client, documentId, codeId } = await coded()
    const { text } = await client.documents.text({ documentId })
    const applied = await client.segments.apply({ documentId, area: AREA, codeIds: [codeId], comment: 'so' })
    const [segment] = await client.segments.ofDocument({ documentId })
    const start = text.lastIndexOf('We all gain')
    expect(segment).toMatchObject({
      id: applied.segmentId,
      reference: '1:1',
      area: AREA,
      start,
      end: start + 1,
      comment: 'so',
      codings: [{ codeId }],
    })
    const again = await client.segments.apply({ documentId, area: AREA, codeIds: [codeId] })
    expect(again).toMatchObject({ segmentId: applied.segmentId, added: [], already: 1 })
    const fresh = await client.segments.createAndApply({ documentId, area: AREA, path: 'New' })
    expect(fresh.segmentId).toBe(applied.segmentId)
    expect((await client.project.check()).findings).toEqual([])
  })

  it('is not the passage of the character it is tied to', async () => {
    const { client, documentId, codeId } = await coded()
    const { segmentId } = await client.segments.apply({ documentId, area: AREA, codeIds: [codeId] })
    const [{ start, end }] = (await client.segments.ofDocument({ documentId })) as [Segment]
    const passage = await client.segments.apply({ documentId, span: { start, end }, codeIds: [codeId] })
    expect(passage.segmentId).not.toBe(segmentId)
    const both = await client.segments.ofDocument({ documentId })
    expect(both.map(({ area }) => area !== undefined)).toEqual([true, false])
    const again = await client.segments.create({ documentId, span: { start, end } })
    expect(again).toEqual({ segmentId: passage.segmentId, created: false })
  })

  it('counts as coding, segment and document, and covers no words', async () => {
    const { client, documentId, codeId } = await coded()
    await client.segments.apply({ documentId, area: AREA, codeIds: [codeId] })
    for (const [measure, expected] of [
      ['codings', 1],
      ['segments', 1],
      ['documents', 1],
      ['words', 0],
    ] as const) {
      const { rows } = await client.analysis.frequency({ measure })
      expect(rows[0]!.cells.at(-1), measure).toBe(expected)
    }
    const { rows } = await client.segments.list({ order: 'length', context: 'paragraph' })
    expect(rows).toMatchObject([{ area: AREA, quote: '', before: '', after: '', words: 0, page: '2' }])
    expect((await client.segments.list({ scope: { words: 'gain' } })).total).toBe(0)
  })

  it('comes before passages in the order of length', async () => {
    const { client, documentId, codeId } = await coded()
    await client.segments.apply({ documentId, span: { start: 0, end: 1 }, codeIds: [codeId] })
    await client.segments.apply({ documentId, area: AREA, codeIds: [codeId] })
    const { rows } = await client.segments.list({ order: 'length' })
    expect(rows.map(({ area }) => area !== undefined)).toEqual([true, false])
  })

  it('is moved and resized, told as news, undone and redone to the number', async () => {
    const { client, documentId, codeId } = await coded()
    const { segmentId } = await client.segments.apply({ documentId, area: AREA, codeIds: [codeId] })
    const before = await client.segments.ofDocument({ documentId })
    const { mark } = await client.segments.since({ documentId })
    const wider = { ...AREA, width: 210.5 }
    await client.segments.resize({ segmentId, area: wider })
    const news = await client.segments.since({ documentId, mark })
    expect(news).toMatchObject({ whole: false, gone: [], segments: [{ id: segmentId, area: wider }] })
    await client.segments.resize({ segmentId, area: { ...AREA, page: 0, y: 20 } })
    const after = await client.segments.ofDocument({ documentId })
    expect(after[0]).toMatchObject({ start: 0, area: { page: 0, y: 20 } })
    await client.history.undo()
    await client.history.undo()
    expect(await client.segments.ofDocument({ documentId })).toEqual(before)
    await client.history.redo()
    await client.history.redo()
    expect(await client.segments.ofDocument({ documentId })).toEqual(after)
  })

  it('goes with its last coding, unless it was made without one', async () => {
    const { client, documentId, codeId } = await coded()
    const { added } = await client.segments.apply({ documentId, area: AREA, codeIds: [codeId] })
    await client.segments.uncode({ codingIds: added })
    expect(await client.segments.ofDocument({ documentId })).toEqual([])
    const free = await client.segments.create({ documentId, area: AREA })
    expect(free.created).toBe(true)
    const next = await client.segments.apply({ documentId, area: AREA, codeIds: [codeId] })
    await client.segments.uncode({ codingIds: next.added })
    expect(await client.segments.list({ scope: { free: 'only' } })).toMatchObject({ rows: [{ area: AREA }] })
  })

  it('is clipped to its page', async () => {
    const { client, documentId, codeId } = await coded()
    const area = { page: 0, x: -20, y: 800, width: 100.456, height: 500 }
    await client.segments.apply({ documentId, area, codeIds: [codeId] })
    expect(await client.segments.ofDocument({ documentId })).toMatchObject([
      { area: { page: 0, x: 0, y: 800, width: 80.46, height: 42 } },
    ])
  })

  it.each([
    [{ ...AREA, page: 2 }, 'area-outside'],
    [{ ...AREA, x: 600 }, 'area-outside'],
    [{ ...AREA, width: 1.5 }, 'area-too-small'],
    [{ ...AREA, x: 594 }, 'area-too-small'],
    [{ ...AREA, height: 0 }, 'bad-input'],
    [{ ...AREA, width: Number.POSITIVE_INFINITY }, 'bad-input'],
  ])('%j is refused with %s', async (area, code) => {
    const { client, documentId, codeId } = await coded()
    expect(await refusal(client.segments.apply({ documentId, area, codeIds: [codeId] }))).toBe(code)
    expect(await client.segments.ofDocument({ documentId })).toEqual([])
  })

  it('is refused on a text, together with a passage, and in the place of one', async () => {
    const { client, document, documentId, codeId } = await coded()
    const text = await document('Note', LINES.join('\n'))
    const span = { start: 0, end: 5 }
    const codeIds = [codeId]
    const { segments } = client
    expect(await refusal(segments.apply({ documentId: text, area: AREA, codeIds }))).toBe(
      'area-without-pages',
    )
    expect(await refusal(segments.apply({ documentId, area: AREA, span, codeIds }))).toBe('bad-input')
    expect(await refusal(segments.apply({ documentId, codeIds }))).toBe('bad-input')
    const passage = await segments.apply({ documentId, span, codeIds })
    const area = await segments.apply({ documentId, area: AREA, codeIds })
    expect(await refusal(segments.resize({ segmentId: passage.segmentId, area: AREA }))).toBe(
      'area-or-passage',
    )
    expect(await refusal(segments.resize({ segmentId: area.segmentId, span }))).toBe('area-or-passage')
  })
})

describe('a document without any text', () => {
  it('is coded by area: each page of a scan has a character, a picture has one', async () => {
    const project = testProject()
    const { client } = project
    const scan = await put(project, 'scan.pdf', pdfFile([[], [], []]))
    const stamp = await put(project, 'stamp.png', pngFile(40, 20))
    const codeId = await client.codes.create({ name: 'Stamp' })
    for (const page of [2, 0])
      await client.segments.apply({ documentId: scan, area: { ...AREA, page }, codeIds: [codeId] })
    const picture = { page: 0, x: 5, y: 5, width: 10, height: 10 }
    await client.segments.apply({ documentId: stamp, area: picture, codeIds: [codeId] })
    const inScan = await client.segments.ofDocument({ documentId: scan })
    expect(inScan.map(({ area, start }) => [area!.page, start])).toEqual([
      [0, 0],
      [2, 4],
    ])
    expect(await client.segments.ofDocument({ documentId: stamp })).toMatchObject([
      { start: 0, end: 1, area: picture },
    ])
    expect(await client.documents.list()).toMatchObject([{ kind: 'pdf' }, { kind: 'image', pages: 1 }])
    expect((await client.segments.list({})).rows.map(({ page }) => page)).toEqual(['1', '3', ''])
  })
})

describe('tables and reports', () => {
  async function exported(format: 'csv' | 'md' | 'html') {
    const project = await coded()
    const { client, core, documentId, codeId } = project
    await client.segments.apply({ documentId, area: AREA, codeIds: [codeId], comment: 'a chart' })
    await client.segments.apply({ documentId, span: { start: 0, end: 11 }, codeIds: [codeId] })
    const { file } = await client.exchange.segments({ format })
    return { ...project, written: readFileSync(core.freight.resolve(file).path, 'utf8') }
  }

  it('say where an area is, in words and in columns of their own', async () => {
    const { written } = await exported('csv')
    const [head, passage, area] = written.split('\r\n')
    expect(head).toContain('area page,area x,area y,area width,area height')
    expect(passage).toMatch(/,,,,,$|,,,,$/)
    expect(area).toContain(',Area on page 2,a chart,')
    expect(area).toContain(',2,60,350,200,100')
  })

  it('put the words in the place of a quotation', async () => {
    expect((await exported('md')).written).toContain(
      '> Area on page 2\n>\n> — plan, p. 2, 1:1 · Figure · Ada',
    )
    expect((await exported('html')).written).toContain('Area on page 2')
  })

  it('are read back: the same areas, whatever stands in start and end', async () => {
    const { client, core, documentId, written } = await exported('csv')
    const before = await client.segments.list({})
    const put = async (table: string) => {
      const { handle, path } = core.freight.fresh('segments.csv')
      writeFileSync(path, table)
      return client.segments.importTable({ file: handle })
    }
    expect(await put(written)).toMatchObject({ rows: 2, codings: 0, segments: 0, already: 2 })
    const all = await client.segments.ofDocument({ documentId })
    await client.segments.delete({ segmentIds: all.map(({ id }) => id) })
    expect(await put(written)).toMatchObject({ rows: 2, codings: 2, segments: 2 })
    const plain = ({ rows }: Awaited<ReturnType<PostilClient['segments']['list']>>) =>
      rows.map(({ code, area, start, end, comment, quote }) => ({ code, area, start, end, comment, quote }))
    expect(plain(await client.segments.list({}))).toEqual(plain(before))
    const broken = written.replace(',2,60,350,200,100', ',9,60,350,200,100')
    expect(await refusal(put(broken))).toBe('table-rows')
  })
})

type Deed = readonly [kind: number, a: number, b: number]
const deeds = fc.array(fc.tuple(fc.nat(7), fc.nat(1000), fc.nat(1000)), { maxLength: 25 })

/** One deed of many kinds on whatever is there; one that is refused changes nothing. */
async function act(client: PostilClient, documentId: DocumentId, codeIds: CodeId[], [kind, a, b]: Deed) {
  const segments = await client.segments.ofDocument({ documentId })
  const one = segments[a % Math.max(1, segments.length)]
  const area = { page: a % 2, x: (a * 7) % 500, y: (b * 11) % 700, width: 3 + (b % 90), height: 3 + (a % 90) }
  const span = { start: a % 60, end: (a % 60) + 1 + (b % 9) }
  const codeId = codeIds[b % codeIds.length]!
  if (kind === 0) await client.segments.apply({ documentId, span, codeIds: [codeId] })
  else if (kind <= 2) await client.segments.apply({ documentId, area, codeIds: [codeId] })
  else if (kind === 3) await client.segments.create({ documentId, area, comment: `c${a}` })
  else if (one && kind === 4)
    await client.segments.resize({ segmentId: one.id, ...(one.area ? { area } : { span }) })
  else if (one && kind === 5 && one.codings.length > 0)
    await client.segments.uncode({ codingIds: one.codings.map(({ id }) => id) })
  else if (one && kind === 6) await client.segments.delete({ segmentIds: [one.id as SegmentId] })
  else if (kind === 7 && (await client.history.state()).undo !== 'New code') await client.history.undo()
}

describe('any sequence of deeds with areas and passages', () => {
  it('is undone to nothing and redone to the same, and the columns count as freshly read ones', async () => {
    const folder = temporaryFolder()
    const bytes = pdfFile(PAGES)
    let run = 0
    await fc.assert(
      fc.asyncProperty(deeds, async list => {
        const path = `${folder}/${run++}.postil`
        const core = openCore({ path, create: true, coder: 'Ada' })
        const client = createClient(core)
        const { handle, path: place } = core.freight.fresh('plan.pdf')
        writeFileSync(place, bytes)
        const { id: documentId } = await client.documents.import({ file: handle })
        const codeIds = [await client.codes.create({ name: 'X' }), await client.codes.create({ name: 'Y' })]
        const empty = await stateOf(client)
        const look = async (from: PostilClient) => ({
          state: await stateOf(from),
          words: (await from.analysis.frequency({ measure: 'words', unionWords: true })).rows,
          segments: (await from.analysis.frequency({ measure: 'segments' })).rows,
          rows: (await from.segments.list({ scope: { free: 'with' }, order: 'length' })).rows,
        })
        await look(client)
        for (const deed of list) await act(client, documentId, codeIds, deed)
        const full = await look(client)
        expect((await client.project.check()).findings).toEqual([])
        let undone = 0
        while ((await client.history.state()).undo !== 'New code') {
          await client.history.undo()
          undone++
        }
        expect(await stateOf(client)).toEqual(empty)
        for (let step = 0; step < undone; step++) await client.history.redo()
        expect(await look(client)).toEqual(full)
        await core.close()
        const again = openCore({ path })
        expect(await look(createClient(again))).toEqual(full)
        await again.close()
        core.freight.clear()
      }),
      { numRuns: 25 },
    )
  }, 120_000)
})
