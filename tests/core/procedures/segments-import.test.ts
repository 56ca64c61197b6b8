import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type TestProject, testProject } from '../../support/project.ts'
import { codingsOf, exported, importCsv } from '../../support/segment-tables.ts'

const TEXT = 'Partnership 🤝 is a shared responsibility.\nWe all gain from it, they said.'

async function projectWithText(): Promise<TestProject> {
  const project = testProject()
  await project.document('A', TEXT)
  return project
}

describe('importing a table of segments', () => {
  it('makes codings, codes and coders that are missing, as one step', async () => {
    const project = await projectWithText()
    const done = await importCsv(
      project,
      'document,start,end,code,coder,comment\nA,0,11,Framing/Partner,Eve,first\nA,20,41,Framing/Shared,,\nA,0,11,Other,Ada,second\n',
    )
    expect(done).toEqual({
      rows: 3,
      codings: 3,
      segments: 2,
      already: 0,
      newCodes: ['Framing', 'Framing/Partner', 'Framing/Shared', 'Other'],
      newCoders: ['Eve'],
    })
    expect(await codingsOf(project)).toMatchObject([
      { code: 'Framing/Partner', coder: 'Eve', comment: 'first\nsecond', quote: 'Partnership', words: 1 },
      { code: 'Other', coder: 'Ada' },
      { code: 'Framing/Shared', coder: 'Ada', quote: 'shared responsibility', words: 2 },
    ])
    await project.client.history.undo()
    expect(await codingsOf(project)).toEqual([])
    expect(await project.client.codes.list()).toEqual([])
    await project.client.history.redo()
    expect(await codingsOf(project)).toHaveLength(3)
    expect((await project.client.project.check()).findings).toEqual([])
  })

  it('takes any order of columns, any case of their names, and ignores those it does not know', async () => {
    const project = await projectWithText()
    const done = await importCsv(project, 'Remarks;CODE;End;start;Document\nnone;X;11;0;A\n')
    expect(done).toMatchObject({ codings: 1 })
  })

  it('is nothing, and no step, where there are no rows', async () => {
    const project = await projectWithText()
    const before = await project.client.history.list()
    expect(await importCsv(project, 'document,start,end,code\n\n')).toMatchObject({ rows: 0, codings: 0 })
    expect(await project.client.history.list()).toEqual(before)
  })

  it('goes on counting segments where the document left off, and shares none of their numbers', async () => {
    const project = await projectWithText()
    await importCsv(project, 'document,start,end,code\nA,0,1,X\nA,2,3,X\n')
    await project.client.history.undo()
    await importCsv(project, 'document,start,end,code\nA,4,5,X\nA,0,1,X\n')
    const references = (await codingsOf(project)).map(({ reference }) => reference)
    expect(references.toSorted()).toEqual(['1:3', '1:4'])
  })
})

describe('what is there already', () => {
  it('is found by span, whoever coded it, and counted', async () => {
    const project = await projectWithText()
    const csv = 'document;start;end;code;coder\nA;0;11;Shared;Eve\nA;0;11;Shared;Eve\n'
    expect(await importCsv(project, csv)).toMatchObject({ codings: 1, already: 1, segments: 1 })
    expect(await importCsv(project, csv)).toMatchObject({ codings: 0, already: 2, segments: 0 })
    const again = await importCsv(project, csv.replaceAll('Eve', 'Ada'))
    expect(again).toMatchObject({ codings: 1, already: 1, segments: 0 })
  })

  it('keeps its comment: another goes on a new line, the same is not said twice', async () => {
    const project = await projectWithText()
    const row = (comment: string) =>
      importCsv(project, `document,start,end,code,comment\nA,0,11,X,"${comment}"\n`)
    const comment = async () => (await codingsOf(project))[0]!.comment
    await row('')
    expect(await comment()).toBe('')
    await row('two\r\nlines')
    await row('two\nlines')
    expect(await comment()).toBe('two\nlines')
    await row('more')
    await row('lines\nmore')
    await row('')
    expect(await comment()).toBe('two\nlines\nmore')
    await row('line')
    expect(await comment()).toBe('two\nlines\nmore\nline')
  })
})

describe('whom and what a row means', () => {
  it('a bare name is the one code that has it; several of that name are no answer', async () => {
    const project = await projectWithText()
    const csv = 'document,start,end,code\nA,0,11,Shared\n'
    await importCsv(project, 'document,start,end,code\nA,20,26,Framing/Shared\n')
    expect(await importCsv(project, csv)).toMatchObject({ newCodes: [], codings: 1 })
    await importCsv(project, 'document,start,end,code\nA,20,26,Other/Shared\n')
    await expect(importCsv(project, csv)).rejects.toThrow(
      /several codes “Shared” \(Framing\/Shared; Other\/Shared\): give the path/,
    )
    // a code at the top is meant by its own path
    await project.client.codes.create({ name: 'Shared' })
    expect(await importCsv(project, csv)).toMatchObject({ newCodes: [], codings: 1 })
  })

  it('case, accents and spaces around names make no other code; escapes keep "/" in a name', async () => {
    const project = await projectWithText()
    const done = await importCsv(
      project,
      'document,start,end,code\nA,0,1,Été / Zone\nA,0,1,e\u0301té/ZONE\nA,0,1,a\\/b\n',
    )
    expect(done).toMatchObject({ codings: 2, already: 1, newCodes: ['Été', 'Été/Zone', 'a\\/b'] })
    expect((await project.client.codes.list()).map(({ name }) => name)).toEqual(['Été', 'Zone', 'a/b'])
  })

  it('a document is meant by its name, by its file with or without ending, and by its id', async () => {
    const project = await projectWithText()
    const id = await project.document('Plan é', TEXT)
    await project.client.documents.update({ documentId: id, name: 'The plan' })
    const csv = ['The plan', 'Plan é.txt', 'Plan e\u0301', id].map((name, i) => `${name},0,${i + 1},X`)
    const done = await importCsv(project, `document,start,end,code\n${csv.join('\n')}\n`)
    expect(done).toMatchObject({ codings: 4 })
    expect(new Set((await codingsOf(project)).map(({ document }) => document))).toEqual(new Set(['The plan']))
  })

  it('its own name goes before the file name of another; a name of two documents means none', async () => {
    const project = await projectWithText()
    const second = await project.document('B', TEXT)
    await project.client.documents.update({ documentId: second, name: 'A.txt' })
    await importCsv(project, 'document,start,end,code\nA.txt,0,1,X\n')
    expect((await codingsOf(project))[0]!.document).toBe('A.txt')
    // both come from a file called A.txt, and neither is called so any more
    const [first] = await project.client.documents.list()
    await project.client.documents.update({ documentId: first!.id, name: 'First' })
    const third = await project.document('A', `${TEXT} And more.`)
    await project.client.documents.update({ documentId: third, name: 'Third' })
    await expect(importCsv(project, 'document,start,end,code\nA,0,1,X\n')).rejects.toThrow(
      /2 documents are called “A”/,
    )
  })

  it('takes the quote of our own guarded CSV, and line ends as spreadsheets write them', async () => {
    const project = testProject()
    await project.document('A', '=1+1 is\na sum')
    const csv = 'document,start,end,code,quote\nA,0,4,\'=X,\'=1+1\nA,5,9,Y,"is\r\na"\n'
    expect(await importCsv(project, csv)).toMatchObject({ codings: 2, newCodes: ['=X', 'Y'] })
  })
})

describe('a table with a mistake is refused whole', () => {
  const long = 'x'.repeat(1001)
  it.each([
    ['document,start,end\nA,0,1\n', 'table-columns', /lacks the column code/],
    ['', 'table-columns', /lacks the column document/],
    ['document,code,start,end,Code\nA,X,0,1,Y\n', 'table-unreadable', /two columns called code/],
    ['document,start,end,code\nB,0,1,X\n', 'table-rows', /row 2: there is no document “B”/],
    ['document,start,end,code\n,0,1,X\n', 'table-rows', /row 2: there is no document “”/],
    ['document,start,end,code\nA,0,1,X\nA,5,999,X\n', 'table-rows', /1 of the 2 rows.*row 3: 5–999 is not a/],
    ['document,start,end,code\nA,5,5,X\n', 'table-rows', /is not a passage/],
    ['document,start,end,code\nA,zero,1,X\n', 'table-rows', /must be whole numbers, not “zero” and “1”/],
    ['document,start,end,code\nA,1.5,2,X\n', 'table-rows', /must be whole numbers/],
    ['document,start,end,code\nA,-1,2,X\n', 'table-rows', /must be whole numbers/],
    ['document,start,end,code\nA,13,16,X\n', 'table-rows', /cut a character/],
    [
      'document,start,end,code,quote\nA,0,11,X,Partnerships\n',
      'table-rows',
      /the quote is “Partnerships”, but “A” has “Partnership” at 0–11/,
    ],
    ['document,start,end,code\nA,0,1,\n', 'table-rows', /the code is missing/],
    ['document,start,end,code\nA,0,1,/\n', 'table-rows', /the code is missing/],
    [
      `document,start,end,code\nA,0,1,X/${long}\n`,
      'table-rows',
      /the code cannot be used: .*1,000 characters/,
    ],
    [`document,start,end,code,coder\nA,0,1,X,${long}\n`, 'table-rows', /the coder cannot be used/],
    ['document,start,end,code\nA,0,1,"open\n', 'table-unreadable', /could not be read as a table/],
  ])('%j', async (csv, code, message) => {
    const project = await projectWithText()
    const before = await project.client.history.list()
    await expect(importCsv(project, csv)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message),
    })
    expect(await project.client.history.list()).toEqual(before)
    expect(await project.client.codes.list()).toEqual([])
    expect(await codingsOf(project)).toEqual([])
  })

  it('a heading of the tree cannot be applied', async () => {
    const project = await projectWithText()
    await project.client.codes.create({ name: 'Heading', codable: false })
    await expect(importCsv(project, 'document,start,end,code\nA,0,1,heading\n')).rejects.toThrow(
      /“Heading” is a heading/,
    )
    const done = await importCsv(project, 'document,start,end,code\nA,0,1,Heading/Code\n')
    expect(done).toMatchObject({ newCodes: ['Heading/Code'] })
  })

  it('tells all mistakes up to twenty, in the order of the table, whichever document they are in', async () => {
    const project = await projectWithText()
    const rows = Array.from({ length: 60 }, (_, i) =>
      i % 2 ? 'A,0,1,X' : i % 4 ? 'A,9,9,X' : 'Nowhere,0,1,X',
    )
    const refused = await importCsv(project, `document,start,end,code\n${rows.join('\n')}\n`).catch(
      (error: unknown) => error,
    )
    const { details } = refused as { details: Record<string, string | number> }
    expect(details).toMatchObject({ bad: 30, total: 60 })
    const told = String(details['problems']).split('\n')
    expect(told).toHaveLength(20)
    expect(told[0]).toBe(details['first'])
    expect(told.map(line => Number(/^row (\d+): /.exec(line)![1]))).toEqual(
      Array.from({ length: 20 }, (_, i) => 2 + 2 * i),
    )
  })
})

describe('what was exported', () => {
  const coding = fc.record({
    document: fc.constantFrom('A', '=B', "'-C"),
    start: fc.nat(60),
    length: fc.integer({ min: 1, max: 25 }),
    code: fc.constantFrom('A', 'A/B', 'a\\/b', '=A', "'=x", 'c, "d"', 'Été', 'constructor'),
    coder: fc.constantFrom('Ada', '-Eve', '@x'),
    comment: fc.constantFrom('', '=1', 'two\nlines', ' spaced ', "'=quoted", '"', 'two'),
  })
  const sample = fc.array(coding, { minLength: 1, maxLength: 10 })

  type Coding = typeof coding extends fc.Arbitrary<infer T> ? T : never
  async function codedProject(codings: readonly Coding[]): Promise<TestProject> {
    const project = await projectWithDocuments()
    const { client } = project
    const documents = new Map((await client.documents.list()).map(({ name, id }) => [name, id]))
    for (const { document, start, length, code, coder, comment } of codings) {
      const end = Math.min(start + length, TEXT.length)
      if (start >= end || !TEXT.slice(start, end).isWellFormed()) continue
      await client.coders.use({ name: coder })
      const documentId = documents.get(document)!
      const { segmentId } = await client.segments.createAndApply({
        documentId,
        span: { start, end },
        path: code,
      })
      await client.segments.comment({ segmentId, comment })
    }
    return project
  }
  async function projectWithDocuments(): Promise<TestProject> {
    const project = testProject()
    for (const name of ['A', '=B', "'-C"]) await project.document(name, TEXT)
    return project
  }
  const unnumbered = async (project: TestProject) =>
    (await codingsOf(project)).map(({ reference: _, ...row }) => JSON.stringify(row)).toSorted()

  it.each([{}, { bom: true }])(
    '%j, imported into a copy without codings, gives the same codings',
    async options => {
      await fc.assert(
        fc.asyncProperty(sample, async codings => {
          const [one, two] = [await codedProject(codings), await projectWithDocuments()]
          const file = await one.client.exchange.segments({ format: 'csv', ...options })
          await importCsv(two, exported(one, file))
          expect(await unnumbered(two)).toEqual(await unnumbered(one))
          // and once more changes nothing
          const before = await two.client.history.list()
          await importCsv(two, exported(one, file))
          expect(await two.client.history.list()).toEqual(before)
        }),
        { numRuns: 25 },
      )
    },
  )
})
