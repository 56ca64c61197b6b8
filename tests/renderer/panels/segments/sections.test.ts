import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  codesOf,
  countingSpec,
  oneSection,
  type Section,
  sectionsBy,
} from '../../../../src/renderer/panels/segments/sections.ts'
import { FrequencySpec } from '../../../../src/shared/contract/analysis.ts'
import type { SegmentScope } from '../../../../src/shared/contract/segments.ts'
import { type TestProject, testProject } from '../../../support/project.ts'

const WORDS = 'One duty of all sides. Another duty of some. A third of none at all.'

/** Three documents, a tree with a heading that carries codings of its own, two coders. */
async function coded() {
  const project = testProject()
  const { client } = project
  const top = await client.codes.create({ name: 'Duty' })
  const shared = await client.codes.create({ name: 'Shared', parentId: top })
  const deep = await client.codes.create({ name: 'Deep', parentId: shared })
  const other = await client.codes.create({ name: 'Other' })
  const documents = [await project.document('A', WORDS), await project.document('B', WORDS)]
  const empty = await project.document('C', WORDS)
  const group = await client.groups.create({ name: 'First', documentIds: [documents[0]!] })
  await project.code(documents[0]!, 'One duty', top, shared)
  await project.code(documents[0]!, 'duty', deep)
  await project.code(documents[1]!, 'One duty', deep, other)
  await client.coders.use({ name: 'Bea' })
  await project.code(documents[1]!, 'third', top, other)
  await client.codes.update({ codeId: top, codable: false })
  const bea = (await client.coders.list()).find(({ name }) => name === 'Bea')!.id
  return { ...project, codes: { top, shared, deep, other }, documents: [...documents, empty], group, bea }
}

async function sectionsIn(client: TestProject['client'], by: 'document' | 'code', scope: SegmentScope) {
  const table = await client.analysis.frequency(FrequencySpec.parse(countingSpec(scope)))
  return sectionsBy(by, scope, await client.codes.list(), table)
}

const sizes = (sections: readonly Section[]) => sections.map(({ title, count }) => [title, count])

describe('sections of the list', () => {
  it('are the documents in their order, each where it begins in the list', async () => {
    const { client } = await coded()
    const sections = await sectionsIn(client, 'document', {})
    expect(sizes(sections)).toEqual([
      ['A', 3],
      ['B', 4],
    ])
    expect(sections.map(({ offset }) => offset)).toEqual([0, 3])
  })

  it('are the codes in the order of the tree, headings with codings of their own too', async () => {
    const { client } = await coded()
    expect(sizes(await sectionsIn(client, 'code', {}))).toEqual([
      ['Duty', 2],
      ['Duty › Shared', 1],
      ['Duty › Shared › Deep', 2],
      ['Other', 2],
    ])
  })

  it('hold exactly the rows of the list, whatever it is restricted to', async () => {
    const { client, codes, documents, group, bea } = await coded()
    const some = <T>(values: readonly T[]) =>
      fc.option(fc.uniqueArray(fc.constantFrom(...values), { minLength: 1 }), { nil: undefined })
    const anyScope = fc.record({
      codeIds: some(Object.values(codes)),
      withSubcodes: fc.boolean(),
      documentIds: some(documents),
      groupIds: some([group]),
      coderIds: some([bea]),
    })
    await fc.assert(
      fc.asyncProperty(anyScope, fc.constantFrom('document', 'code'), async (drawn, by) => {
        const scope = JSON.parse(JSON.stringify(drawn)) as SegmentScope
        const all = await client.segments.list({ scope })
        const found: string[] = []
        for (const section of await sectionsIn(client, by, scope)) {
          const { scope: own, offset, count } = section
          const { rows } = await client.segments.list({ scope: own, offset, limit: count })
          for (const row of rows) {
            expect(by === 'code' ? row.codeId : row.documentId).toBe(section.key)
            found.push(row.codingId)
          }
        }
        expect(found.toSorted()).toEqual(all.rows.map(({ codingId }) => codingId).toSorted())
        if (by === 'document') expect(found).toEqual(all.rows.map(({ codingId }) => codingId))
      }),
      { numRuns: 60 },
    )
  })
})

describe('an ungrouped list', () => {
  it('is one section, and none where there is nothing', () => {
    expect(oneSection({}, 0)).toEqual([])
    expect(oneSection({ withSubcodes: true }, 7)).toMatchObject([{ count: 7, offset: 0, title: '' }])
  })
})

describe('codesOf', () => {
  it('goes down the tree only where it is asked to', async () => {
    const { client, codes } = await coded()
    const list = await client.codes.list()
    const names = (scope: SegmentScope) => codesOf(scope, list).map(({ name }) => name)
    expect(names({ codeIds: [codes.shared] })).toEqual(['Shared'])
    expect(names({ codeIds: [codes.top], withSubcodes: true })).toEqual(['Duty', 'Shared', 'Deep'])
    expect(names({})).toEqual(['Duty', 'Shared', 'Deep', 'Other'])
  })
})
