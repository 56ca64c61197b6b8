import { describe, expect, it } from 'vitest'
import type { TABLE_FORMATS } from '../../../src/shared/contract/exchange.ts'
import { type TestProject, testProject } from '../../support/project.ts'
import { exported, exportedTable, importCsv } from '../../support/segment-tables.ts'

const TEXT = 'Partnership is a shared responsibility.\nWe all gain from it, they said.'

async function smallProject(): Promise<TestProject> {
  const project = testProject()
  for (const name of ['A', 'B']) await project.document(name, TEXT)
  await project.client.groups.create({
    name: 'G; g',
    documentIds: [(await project.client.documents.list())[0]!.id],
  })
  await importCsv(
    project,
    'document,start,end,code,coder,comment\nA,0,11,X/Y,Eve,why\nA,0,11,X,,\nA,5,20,X/Y,,\nB,17,23,Z,,\n',
  )
  return project
}

describe('the table of codes by documents, as a file', () => {
  it('is the one on the screen', async () => {
    const project = await smallProject()
    const { client } = project
    const spec = { measure: 'words', figure: 'row-percent', aggregate: true, columns: 'groups' } as const
    const screen = await client.analysis.frequency(spec)
    const file = await exportedTable(project, client.exchange.table({ spec, format: 'json' }))
    const timeless = ({ notes, ...table }: typeof screen) => ({
      ...table,
      notes: notes.map(note => (note.name === 'Made' ? null : note)),
    })
    expect(timeless(file)).toEqual(timeless(screen))
    expect(screen.rows.map(({ cells }) => cells)).toEqual([
      ['X', 100, 100],
      ['X/Y', 100, 100],
      ['Z', null, null],
      ['Total', 100, 100],
    ])
  })
  it.each(['csv', 'xlsx', 'json'] satisfies (typeof TABLE_FORMATS)[number][])(
    'comes as %s under the name of the project',
    async format => {
      const project = await smallProject()
      await project.client.project.rename({ name: 'Study: 1/2' })
      const result = await project.client.exchange.table({ format })
      expect(result.name).toBe(`Study 1 2 - Code x document.${format}`)
      expect(exported(project, result).byteLength).toBe(result.bytes)
    },
  )
  it('asks the question without a specification as the screen does', async () => {
    const project = await smallProject()
    const csv = exported(project, await project.client.exchange.table({ format: 'csv' })).toString()
    expect(csv).toBe('Code,A,B,Total\r\nX,1,0,1\r\nX/Y,2,0,2\r\nZ,0,1,1\r\nTotal,3,1,4\r\n')
  })
})

describe('the coded segments, as a file', () => {
  it('is a tidy table in the order of documents and text', async () => {
    const project = await smallProject()
    const csv = exported(project, await project.client.exchange.segments({ format: 'csv' })).toString()
    const rows = csv.split('\r\n').map(line => line.replace(/,[^,]*$/, '')) // without the time
    expect(rows).toEqual([
      'document,group,code,coder,start,end,quote,comment,reference,page,words',
      'A,G; g,X,Ada,0,11,Partnership,why,1:1,,1',
      'A,G; g,X/Y,Eve,0,11,Partnership,why,1:1,,1',
      'A,G; g,X/Y,Ada,5,20,ership is a sha,,1:2,,4',
      'B,,Z,Ada,17,23,shared,,2:1,,1',
      '',
    ])
  })
  it('keeps to a scope, and says so in its notes', async () => {
    const project = await smallProject()
    const codes = await project.client.codes.list()
    const scope = { codeIds: [codes[0]!.id], withSubcodes: true }
    const table = await exportedTable(project, project.client.exchange.segments({ scope, format: 'json' }))
    expect(table.rows).toHaveLength(3)
    const notes = Object.fromEntries(table.notes.map(({ name, value }) => [name, value]))
    expect(notes).toMatchObject({
      Codes: '1 of 3: X; with sub-codes',
      Documents: 'all 2',
      Groups: 'not restricted',
      Rows: '3 codings on 2 segments in 1 documents',
    })
  })
  it('read in bulk is the same as the list shows', async () => {
    const project = testProject()
    for (const name of ['A', 'B', 'C']) await project.document(name, `${TEXT}\n\n\f`.repeat(20))
    const rows = Array.from({ length: 2400 }, (_, i) => {
      const start = (i * 37) % 900
      return `${'ABC'[i % 3]},${start},${start + 1 + (i % 17)},${'XYZ'[i % 2]}/n${i % 5},${i % 7 ? 'Eve' : ''},${i % 11 ? '' : `c${i}`}`
    })
    await importCsv(project, `document,start,end,code,coder,comment\n${rows.join('\n')}\n`)
    const documents = await project.client.documents.list()
    await project.client.groups.create({ name: 'One', documentIds: [documents[1]!.id] })
    await project.client.groups.create({ name: 'Two', documentIds: [documents[1]!.id, documents[2]!.id] })
    // what is gone must not come back
    const { rows: listed } = await project.client.segments.list({ limit: 10 })
    await project.client.segments.uncode({ codingIds: listed.slice(0, 3).map(({ codingId }) => codingId!) })
    const list = await project.client.segments.list({ limit: 1_000_000, context: 0 })
    expect(list.total).toBeGreaterThan(2000)
    expect(new Set(list.rows.map(({ page }) => page)).size).toBeGreaterThan(3)
    const table = await exportedTable(project, project.client.exchange.segments({ format: 'json' }))
    expect(table.rows).toEqual(
      list.rows.map(row => ({
        key: row.codingId,
        role: 'value',
        depth: 0,
        cells: [
          row.document,
          row.groups.join('; '),
          row.code,
          row.coder,
          row.start,
          row.end,
          row.quote,
          row.comment,
          row.reference,
          row.page,
          row.words,
          row.created,
        ],
      })),
    )
  })
})
