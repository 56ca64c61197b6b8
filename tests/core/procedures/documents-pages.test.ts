import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { openCore } from '../../../src/core/core.ts'
import { createClient } from '../../../src/shared/client.ts'
import { type Printed, pdfFile } from '../../support/pdf-files.ts'
import { type TestProject, testProject } from '../../support/project.ts'
import { temporaryFolder } from '../../support/temporary.ts'

const LINES: Printed[][] = [
  [
    { text: 'The border is closed.', x: 60, y: 100 },
    { text: 'No one may pass.', x: 60, y: 130 },
  ],
  [{ text: 'It opens in spring.', x: 60, y: 100 }],
]
const LABELS = { catalogue: '/PageLabels << /Nums [0 << /S /r >>] >>' }

async function importPdf(
  { core, client }: Pick<TestProject, 'core' | 'client'>,
  bytes = pdfFile(LINES, LABELS),
) {
  const { file } = core.freight.keep('a.pdf', 'application/pdf', bytes)
  return (await client.documents.import({ file, options: { duplicates: 'keep' } })).id
}

/** A project as versions before pages were kept left it. */
async function formerProject(alter = '') {
  const path = join(temporaryFolder(), 'study.postil')
  const core = openCore({ path, create: true })
  const documentId = await importPdf({ core, client: createClient(core) })
  core.freight.clear()
  await core.close()
  const db = new Database(path)
  db.exec(`DELETE FROM page_layout; DELETE FROM page_set; ${alter}`)
  db.close()
  return { path, documentId }
}

describe('the pages of a document', () => {
  it('come with their sizes and labels, and with where their text stands', async () => {
    const project = testProject()
    const { client } = project
    const documentId = await importPdf(project)
    const { pages, text } = await client.documents.pages({ documentId })
    expect(text).toBe('printed')
    expect(pages.map(({ label, width, height }) => [label, width, height])).toEqual([
      ['i', 595, 842],
      ['ii', 595, 842],
    ])
    const canonical = (await client.documents.text({ documentId })).text
    const layouts = await client.documents.layout({ documentId, from: 0, to: 2 })
    const lines = layouts.flatMap(({ runs }) => runs.map(run => [canonical.slice(run.start, run.end), run.x]))
    expect(lines).toEqual([
      ['The border is closed.', 60],
      ['No one may pass.', 60],
      ['It opens in spring.', 60],
    ])
    expect((await client.documents.layout({ documentId, from: 1, to: 9 })).map(({ index }) => index)).toEqual(
      [1],
    )
    await expect(client.documents.layout({ documentId, from: 0, to: 51 })).rejects.toMatchObject({
      code: 'bad-input',
    })
  })

  it('are none of a text', async () => {
    const { client, document } = testProject()
    const documentId = await document('A', 'words')
    expect(await client.documents.pages({ documentId })).toEqual({ pages: [], text: 'none' })
    expect(await client.documents.layout({ documentId, from: 0, to: 1 })).toEqual([])
  })

  it('of two scans alike in text are those of each', async () => {
    const project = testProject()
    const { client } = project
    const widths = []
    for (const width of [595, 300]) {
      const documentId = await importPdf(project, pdfFile([[], []], { width }))
      const { pages, text } = await client.documents.pages({ documentId })
      widths.push([text, pages[0]?.width])
    }
    expect(widths).toEqual([
      ['none', 595],
      ['none', 300],
    ])
  })

  it('stay through undo and redo, and are in the check of the project', async () => {
    const project = testProject()
    const documentId = await importPdf(project)
    const before = await project.client.documents.layout({ documentId, from: 0, to: 2 })
    await project.client.history.undo()
    await project.client.history.redo()
    expect(await project.client.documents.layout({ documentId, from: 0, to: 2 })).toEqual(before)
    expect(await project.client.project.check()).toMatchObject({ sound: true })
  })

  it('are told by the check when they are damaged', async () => {
    const { path } = await formerProject()
    const first = testProject(path, false)
    const [document] = await first.client.documents.list()
    await first.client.documents.pages({ documentId: document!.id })
    await first.core.close()
    const db = new Database(path)
    db.exec("UPDATE page_layout SET layout = X'00' WHERE page = 1")
    db.close()
    const { client } = testProject(path, false)
    const { sound, findings } = await client.project.check()
    expect([sound, findings]).toEqual([
      false,
      ['what is kept of where the text stands on page 2 of a document cannot be read'],
    ])
    await expect(client.documents.layout({ documentId: document!.id, from: 0, to: 2 })).rejects.toMatchObject(
      { code: 'project-damaged' },
    )
  })
})

describe('the pages of a document of an earlier version', () => {
  it('are made from the original once, without a step in the history', async () => {
    const { path, documentId } = await formerProject()
    const { client, core } = testProject(path, false)
    const state = await client.history.state()
    const asked = await Promise.all([
      client.documents.pages({ documentId }),
      client.documents.pages({ documentId }),
    ])
    expect(asked.map(({ text, pages }) => [text, pages.length])).toEqual([
      ['printed', 2],
      ['printed', 2],
    ])
    expect(await client.documents.layout({ documentId, from: 0, to: 2 })).toHaveLength(2)
    expect(await client.history.state()).toEqual(state)
    await core.close()
    const db = new Database(path, { readonly: true })
    expect(db.prepare('SELECT count(*) FROM page_layout').pluck().get()).toBe(2)
    db.close()
  })

  it('are not known where the original is read otherwise today, or cannot be read', async () => {
    for (const alter of [
      "UPDATE document SET asset_sha256 = 'x'; UPDATE asset SET sha256 = 'x', bytes = X'25504446'",
      "UPDATE asset SET bytes = CAST(replace(CAST(bytes AS TEXT), 'spring', 'winter') AS BLOB)",
    ]) {
      const { path, documentId } = await formerProject(alter)
      const { client } = testProject(path, false)
      expect(await client.documents.pages({ documentId })).toEqual({ pages: [], text: 'unknown' })
      expect(await client.documents.layout({ documentId, from: 0, to: 2 })).toEqual([])
    }
  })
})

describe('a file that is being read', () => {
  it('can be stopped: nothing of it is in the project', async () => {
    const { client, core } = testProject()
    const many = Array.from({ length: 40 }, (_, at): Printed[] => [
      { text: `Page ${at} of many`, x: 60, y: 100 },
    ])
    const { file } = core.freight.keep('many.pdf', 'application/pdf', pdfFile(many))
    const importing = client.documents.import({ file }).catch((error: { code: string }) => error.code)
    expect(await client.documents.reading({ file })).toEqual({ done: 0, total: 0 })
    expect(await client.documents.stop({ file })).toBe(true)
    expect(await importing).toBe('import-cancelled')
    expect(await client.documents.list()).toEqual([])
    expect(await client.history.state()).toMatchObject({ undo: null })
    expect([await client.documents.reading({ file }), await client.documents.stop({ file })]).toEqual([
      null,
      false,
    ])
  })
})
