import { describe, expect, it } from 'vitest'
import { type TestProject, testProject } from '../../support/project.ts'
import { importCsv } from '../../support/segment-tables.ts'

const TEXT = 'Migrants and partners share win-win responsibilities for development.'

async function coded(): Promise<TestProject> {
  const project = testProject()
  for (const name of ['A', 'B', 'C']) await project.document(name, TEXT)
  const rows = [
    'A,0,21,Frame/Partner,Ada', // Migrants and partners
    'A,13,35,Frame/Partner,Eve', // partners share win-win
    'A,13,35,Frame/Share,Ada',
    'B,28,35,Frame/Share,Ada', // win-win
  ]
  await importCsv(project, `document,start,end,code,coder\n${rows.join('\n')}\n`)
  return project
}
const cellsOf = async (answer: Promise<{ rows: { cells: unknown[] }[] }>) =>
  (await answer).rows.map(({ cells }) => cells)

describe('the code x document table of a project', () => {
  it('counts codings by document when nothing else is asked', async () => {
    const { client } = await coded()
    expect(await cellsOf(client.analysis.frequency(undefined))).toEqual([
      ['Frame', 0, 0, 0, 0],
      ['Frame/Partner', 2, 0, 0, 2],
      ['Frame/Share', 1, 1, 0, 2],
      ['Total', 3, 1, 0, 4],
    ])
  })

  it('counts words of the texts, overlapping ones once if asked', async () => {
    const { client } = await coded()
    const words = { measure: 'words', aggregate: true, hideEmptyColumns: true } as const
    expect((await cellsOf(client.analysis.frequency(words)))[0]).toEqual(['Frame', 6, 1, 7])
    expect((await cellsOf(client.analysis.frequency({ ...words, unionWords: true })))[0]).toEqual([
      'Frame',
      5,
      1,
      6,
    ])
    const [row] = await cellsOf(client.analysis.frequency({ ...words, figure: 'per-1000-words' }))
    expect(row).toEqual(['Frame', 6000 / 8, 1000 / 8, 7000 / 24])
  })

  it('follows what the researcher does, and undoes', async () => {
    const { client } = await coded()
    const total = async () => (await cellsOf(client.analysis.frequency({}))).at(-1)!.at(-1)
    const [code] = (await client.codes.list()).filter(({ name }) => name === 'Partner')
    await client.codes.delete({ codeIds: [code!.id] })
    expect(await total()).toBe(2)
    await client.history.undo()
    expect(await total()).toBe(4)
    await client.documents.delete({ documentIds: [(await client.documents.list())[0]!.id] })
    expect(await total()).toBe(1)
  })

  it('by groups: a document counts in each of its groups, those in none are told of', async () => {
    const { client } = await coded()
    const [a, b] = await client.documents.list()
    await client.groups.create({ name: 'One', documentIds: [a!.id] })
    await client.groups.create({ name: 'Two', documentIds: [a!.id] })
    const table = await client.analysis.frequency({ columns: 'groups', measure: 'segments', aggregate: true })
    expect(table.rows[0]!.cells).toEqual(['Frame', 2, 2, 4])
    const note = table.notes.find(({ name }) => name === 'Not in any of these groups')
    expect(note!.value).toBe('2 documents with 1 coding, not in this table')
    const narrowed = await client.analysis.frequency({ groupIds: [(await client.groups.list())[0]!.id] })
    expect(narrowed.columns.map(({ key }) => key)).toEqual(['code', a!.id, 'total'])
    expect(narrowed.columns.map(({ key }) => key)).not.toContain(b!.id)
  })

  it('says when and by which program it was made', async () => {
    const { client } = await coded()
    const { version } = await client.project.info()
    const notes = Object.fromEntries(
      (await client.analysis.frequency({})).notes.map(({ name, value }) => [name, value]),
    )
    expect(notes).toMatchObject({ Project: 'Untitled', 'Postil version': version, Coders: 'all 2' })
    expect(Date.parse(notes['Made']!)).toBeGreaterThan(0)
  })
})
