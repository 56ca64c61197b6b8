import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  SEGMENT_GROUPINGS,
  SEGMENT_ORDERS,
  type SegmentQuestion,
} from '../../../src/shared/contract/segments.ts'
import { testProject } from '../../support/project.ts'
import { exportedTable } from '../../support/segment-tables.ts'

const TEXT =
  'Ann: One duty of all. Another duty of some.\nBo: A third of none. Émigrés said so.\n\nEnd of it.'

/** Three documents in overlapping groups, two coders, codes on several levels, free segments, comments. */
async function mixed() {
  const project = testProject()
  const { client } = project
  const [a, b, c] = [
    await project.document('A', TEXT),
    await project.document('B', TEXT),
    await project.document('C', TEXT),
  ]
  const x = await client.codes.create({ name: 'X' })
  const y = await client.codes.create({ name: 'Y', parentId: x })
  const z = await client.codes.create({ name: 'Z' })
  await client.groups.create({ name: 'G', documentIds: [a, b] })
  await client.groups.create({ name: 'H', documentIds: [b] })
  await project.code(b, 'third', z, x)
  await project.code(a, 'Another duty', y)
  await client.coders.use({ name: 'Eve' })
  await project.code(a, 'duty', x, z)
  await project.code(a, 'One duty of all', z)
  await project.code(c, 'Émigrés', y)
  await client.segments.create({ documentId: a, span: { start: 5, end: 8 }, comment: 'a Début' })
  await client.segments.create({ documentId: c, span: { start: 0, end: 3 } })
  return { ...project, a, b, c, x, y, z }
}

const anyQuestion = ({ a, b, x, z }: { a: string; b: string; x: string; z: string }) =>
  fc.record(
    {
      scope: fc.record(
        {
          codeIds: fc.subarray([x, z], { minLength: 1 }),
          withSubcodes: fc.boolean(),
          documentIds: fc.subarray([a, b], { minLength: 1 }),
          free: fc.constantFrom('with', 'only'),
          words: fc.constantFrom('', 'duty', 'DE', 'of all', 'nowhere'),
        },
        { requiredKeys: [] },
      ),
      order: fc.constantFrom(...SEGMENT_ORDERS),
      descending: fc.boolean(),
      grouping: fc.constantFrom(...SEGMENT_GROUPINGS),
    },
    { requiredKeys: [] },
  ) as unknown as fc.Arbitrary<SegmentQuestion>

describe('the list of segments', () => {
  it('is the same in pages as whole, whatever is asked; its sections and ids are of the same rows', async () => {
    const project = await mixed()
    const { client } = project
    await fc.assert(
      fc.asyncProperty(anyQuestion(project), fc.integer({ min: 1, max: 5 }), async (question, page) => {
        const whole = await client.segments.list({ ...question, limit: 1000 })
        const pages = []
        for (let offset = 0; offset < whole.total; offset += page)
          pages.push(...(await client.segments.list({ ...question, offset, limit: page })).rows)
        expect(pages).toEqual(whole.rows)
        expect(whole.total).toBe(whole.rows.length)
        expect(whole.segments).toBe(new Set(whole.rows.map(row => row.segmentId)).size)
        expect(whole.free).toBe(whole.rows.filter(row => row.codingId === null).length)
        const { sections, ...counts } = await client.segments.sections(question)
        expect(sections.reduce((sum, { count }) => sum + count, 0)).toBe(counts.total)
        expect(counts.total).toBe(whole.total)
        expect(await client.segments.rowIds(question)).toEqual(
          whole.rows.map(({ segmentId, codingId }) => ({ segmentId, codingId })),
        )
      }),
      { numRuns: 60 },
    )
  })

  it('has the same rows in every order, and the reverse order of keys when reversed', async () => {
    const project = await mixed()
    const { client } = project
    await fc.assert(
      fc.asyncProperty(anyQuestion(project), async question => {
        const { grouping: _grouping, ...flat } = question
        const key = (row: { codingId: string | null; segmentId: string }) => row.codingId ?? row.segmentId
        const { rows } = await client.segments.list(flat)
        const plain = await client.segments.list({ scope: question.scope })
        expect(rows.map(key).toSorted()).toEqual(plain.rows.map(key).toSorted())
        const lengths = rows.map(({ start, end }) => end - start)
        const sorted = lengths.toSorted((m, n) => (question.descending ? n - m : m - n))
        if (question.order === 'length') expect(lengths).toEqual(sorted)
      }),
      { numRuns: 40 },
    )
  })

  it('sorts by code in the order of the tree, by coder, by time', async () => {
    const { client, a } = await mixed()
    const list = async (question: object) => (await client.segments.list(question)).rows
    const scope = { free: 'with' as const, documentIds: [a] }
    expect((await list({ scope, order: 'code' })).map(row => row.code)).toEqual(['X', 'X/Y', 'Z', 'Z', ''])
    expect((await list({ scope, order: 'coder' })).map(row => row.coder)).toEqual([
      'Ada',
      'Eve',
      'Eve',
      'Eve',
      'Eve',
    ])
    const times = (await list({ scope, order: 'created', descending: true })).map(row => row.created)
    expect(times).toEqual(times.toSorted().toReversed())
    expect((await list({ order: 'length', descending: true }))[0]?.quote).toBe('One duty of all')
  })

  it('comes in sections, a document of two groups in both', async () => {
    const { client } = await mixed()
    const titles = async (grouping: SegmentQuestion['grouping']) =>
      (await client.segments.sections({ scope: { free: 'with' }, grouping })).sections.map(
        ({ title, count }) => `${title}: ${count}`,
      )
    expect(await titles('none')).toEqual([': 9'])
    expect(await titles('document')).toEqual(['A: 5', 'B: 2', 'C: 2'])
    expect(await titles('code')).toEqual(['X: 2', 'X › Y: 2', 'Z: 3', 'No code: 2'])
    expect(await titles('coder')).toEqual(['Ada: 3', 'Eve: 6'])
    expect(await titles('group')).toEqual(['G: 7', 'H: 2', 'In no group: 2'])
  })

  it('finds words in quote and comment, whatever their case and accents', async () => {
    const { client } = await mixed()
    const quotes = async (words: string) =>
      (await client.segments.list({ scope: { free: 'with', words } })).rows.map(({ quote }) => quote)
    expect(await quotes('emigres')).toEqual(['Émigrés'])
    expect(await quotes('debut')).toEqual(['One'])
    expect(await quotes('ALL duty')).toEqual(['One duty of all'])
    expect(await quotes('all nothing')).toEqual([])
  })

  it('is up to date after every deed: a comment, a recoding, a deletion, an undo', async () => {
    const { client, x, z } = await mixed()
    const scope = { codeIds: [z] }
    const question = { scope: { free: 'with' as const, words: 'wonder' } }
    const { rows } = await client.segments.list({ scope })
    await client.segments.comment({ segmentId: rows[0]!.segmentId, comment: 'I wonder' })
    expect((await client.segments.list({ scope })).rows[0]?.comment).toBe('I wonder')
    expect((await client.segments.list(question)).total).toBe(1)
    await client.segments.recode({ codingIds: [rows[0]!.codingId!], codeId: x })
    expect((await client.segments.list({ scope })).total).toBe(rows.length - 1)
    await client.segments.delete({ segmentIds: [rows[1]!.segmentId] })
    expect((await client.segments.list({ scope })).total).toBe(rows.length - 2)
    await client.history.undo()
    await client.history.undo()
    expect((await client.segments.list({ scope })).rows.map(row => row.codingId)).toEqual(
      rows.map(row => row.codingId),
    )
  })

  it.each([
    ['segment', 0, '', ''],
    ['sentence', 0, 'Another ', ' of some.'],
    ['paragraph', 0, 'Ann: One duty of all. Another ', ' of some.'],
    ['turn', 0, 'Ann: One duty of all. Another ', ' of some.'],
    [8, 0, 'Another ', ' of some'],
  ] as const)('with the rest of the %s around it', async (context, at, before, after) => {
    const { client, document } = testProject()
    const documentId = await document('A', TEXT)
    const start = TEXT.indexOf('duty of some')
    await client.segments.create({ documentId, span: { start, end: start + 4 } })
    const { rows } = await client.segments.list({ scope: { free: 'only' }, context })
    expect(rows[at]).toMatchObject({ quote: 'duty', before, after })
  })

  it('is exported as it is shown: order, sections, words and context', async () => {
    const project = await mixed()
    const question = {
      scope: { free: 'with' as const, words: 'd' },
      order: 'length' as const,
      descending: true,
      grouping: 'group' as const,
    }
    const shown = await project.client.segments.list({ ...question, context: 'sentence' })
    const { sections } = await project.client.segments.sections(question)
    const file = project.client.exchange.segments({ ...question, context: 'sentence', format: 'json' })
    const { columns, rows } = await exportedTable(project, file)
    const cell = (row: (typeof rows)[number], title: string) =>
      row.cells[columns.findIndex(column => column.title === title)]
    expect(rows.map(row => [cell(row, 'quote'), cell(row, 'before'), cell(row, 'code')])).toEqual(
      shown.rows.map(({ quote, before, code }) => [quote, before, code]),
    )
    expect(rows.map(row => cell(row, 'section'))).toEqual(
      sections.flatMap(({ title, count }) => new Array(count).fill(title)),
    )
  })
})
