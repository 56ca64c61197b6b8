import { readFileSync, writeFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type TestProject, testProject } from '../../support/project.ts'

const TEXT = 'Partnership 🤝 is a shared responsibility.\nWe all gain from it, they said.'

function importCsv({ core, client }: TestProject, text: string) {
  const { handle, path } = core.freight.fresh('codings.csv')
  writeFileSync(path, text)
  return client.segments.importTable({ file: handle })
}
const rowsOf = async ({ client }: TestProject) =>
  (await client.segments.list({})).rows.map(({ document, start, end, code, coder, comment, quote }) => ({
    document,
    start,
    end,
    code,
    coder,
    comment,
    quote,
  }))

describe('importing a table of segments', () => {
  it('makes codings, codes and coders that are missing, as one step', async () => {
    const project = testProject()
    await project.document('A', TEXT)
    const done = await importCsv(
      project,
      'document,start,end,code,coder,comment\nA,0,11,Framing/Partner,Eve,first\nA,20,41,Framing/Shared,,\nA,0,11,Other,Ada,second\n',
    )
    expect(done).toMatchObject({
      rows: 3,
      codings: 3,
      segments: 2,
      already: 0,
      newCodes: ['Framing', 'Framing/Partner', 'Framing/Shared', 'Other'],
      newCoders: ['Eve'],
    })
    expect(await rowsOf(project)).toMatchObject([
      { code: 'Framing/Partner', coder: 'Eve', comment: 'first\nsecond', quote: 'Partnership' },
      { code: 'Other', coder: 'Ada' },
      { code: 'Framing/Shared', coder: 'Ada', quote: 'shared responsibility' },
    ])
    await project.client.history.undo()
    expect(await rowsOf(project)).toEqual([])
    expect(await project.client.codes.list()).toEqual([])
  })

  it('takes a bare name for the one code that has it, and counts what is there already', async () => {
    const project = testProject()
    await project.document('A', TEXT)
    const csv = 'document;start;end;code\nA;0;11;Shared\n'
    await importCsv(project, 'document,start,end,code\nA,20,26,Framing/Shared\n')
    expect(await importCsv(project, csv)).toMatchObject({ newCodes: [], codings: 1, already: 0 })
    expect(await importCsv(project, csv)).toMatchObject({ codings: 0, already: 1, segments: 0 })
  })

  it.each([
    ['document,start,end\nA,0,1\n', 'table-columns', /lacks the column code/],
    ['document,start,end,code\nB,0,1,X\n', 'table-rows', /2: there is no document “B”/],
    [
      'document,start,end,code\nA,0,1,X\nA,5,999,X\n',
      'table-rows',
      /1 of the 2 rows.*3: 5–999 is not a passage/,
    ],
    ['document,start,end,code\nA,5,5,X\n', 'table-rows', /is not a passage/],
    ['document,start,end,code\nA,zero,1,X\n', 'table-rows', /must be whole numbers/],
    ['document,start,end,code\nA,13,16,X\n', 'table-rows', /cut a character/],
    [
      'document,start,end,code,quote\nA,0,11,X,Partnerships\n',
      'table-rows',
      /the quote is “Partnerships”, but “A” has “Partnership” at 0–11/,
    ],
    ['document,start,end,code\nA,0,1,\n', 'table-rows', /the code is missing/],
  ])('%j is refused whole', async (csv, code, message) => {
    const project = testProject()
    await project.document('A', TEXT)
    const before = await project.client.history.list()
    await expect(importCsv(project, csv)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message),
    })
    expect(await project.client.history.list()).toEqual(before)
    expect(await project.client.codes.list()).toEqual([])
  })

  it('reads back what was exported: the same codings', async () => {
    const coding = fc.record({
      start: fc.nat(40),
      length: fc.integer({ min: 1, max: 25 }),
      code: fc.constantFrom('A', 'A/B', '=A', "'x", 'c, "d"'),
      coder: fc.constantFrom('Ada', '-Eve'),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(coding, { minLength: 1, maxLength: 8 }), async codings => {
        const [one, two] = [testProject(), testProject()]
        for (const project of [one, two]) await project.document('A', TEXT)
        const { text } = await one.client.documents.text({
          documentId: (await one.client.documents.list())[0]!.id,
        })
        const documentId = (await one.client.documents.list())[0]!.id
        for (const { start, length, code, coder } of codings) {
          await one.client.coders.use({ name: coder })
          const span = { start, end: Math.min(text.length, start + length) }
          if (!text.slice(span.start, span.end).isWellFormed()) continue
          await one.client.segments.createAndApply({ documentId, span, path: code })
        }
        const { file } = await one.client.exchange.segments({ format: 'csv' })
        await importCsv(two, readFileSync(one.core.freight.resolve(file).path, 'utf8'))
        const sorted = (rows: Awaited<ReturnType<typeof rowsOf>>) =>
          rows.map(row => JSON.stringify(row)).sort()
        expect(sorted(await rowsOf(two))).toEqual(sorted(await rowsOf(one)))
      }),
      { numRuns: 25 },
    )
  })
})
