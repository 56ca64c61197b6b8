import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it, onTestFinished } from 'vitest'
import { forgetEngines } from '../../../src/core/procedures/documents-recognise.ts'
import type { DocumentId } from '../../../src/shared/model/ids.ts'
import { type FakeEngine, fakeEngine, fakeOcrMyPdf, pathWith } from '../../support/fake-engine.ts'
import { pdfFile } from '../../support/pdf-files.ts'
import { testProject } from '../../support/project.ts'
import { temporaryFolder } from '../../support/temporary.ts'

const PAGES = [
  ['Families are heard together and in private.', 'A child is never heard alone by the officers.'],
  ['The court decides in writing.'],
]

function setPath(path: string): void {
  const before = process.env['PATH']
  process.env['PATH'] = path
  forgetEngines()
  onTestFinished(() => {
    process.env['PATH'] = before
    forgetEngines()
  })
}

async function scan(engine: FakeEngine) {
  setPath(pathWith(fakeEngine(temporaryFolder(), engine)))
  return imported()
}

async function imported() {
  const project = testProject()
  const { handle, path } = project.core.freight.fresh('scan.pdf')
  writeFileSync(path, pdfFile([[], []]))
  const { id } = await project.client.documents.import({ file: handle })
  return { ...project, documentId: id }
}

describe('recognising the text of a scan', () => {
  it('puts it in the place of the empty text, marked as recognised, with its place on the page', async () => {
    const { client, documentId } = await scan({ pages: PAGES })
    expect((await client.documents.pages({ documentId })).text).toBe('none')
    const area = { page: 0, x: 72, y: 300, width: 100, height: 50 }
    await client.segments.apply({ documentId, area, codeIds: [], paths: ['Stamp'] })
    const result = await client.documents.recognise({ documentId, language: 'eng' })
    expect(result).toMatchObject({ moved: 1, review: 0, lost: 0 })
    const { text } = await client.documents.text({ documentId })
    for (const line of PAGES.flat()) expect(text.replace(/\s+/g, ' ')).toContain(line)
    const { pages, text: source } = await client.documents.pages({ documentId })
    expect(source).toBe('recognised')
    expect(pages).toHaveLength(2)
    const [first] = await client.documents.layout({ documentId, from: 0, to: 1 })
    const start = text.indexOf('Families')
    const run = first?.runs.find(one => one.start <= start && start < one.end)
    // 300 of 2479 pixels of a page of 595 points
    expect(run?.x).toBeCloseTo(72, 0)
    expect(run?.y).toBeCloseTo(72, 0)
    expect((await client.segments.ofDocument({ documentId }))[0]?.area).toEqual(area)
    expect((await client.documents.list())[0]).toMatchObject({ kind: 'pdf', fileName: 'scan.pdf' })
    expect((await client.project.check()).findings).toEqual([])
  })

  it('is named in what is exported: its quotes may be misread', async () => {
    const { client, core, documentId } = await scan({ pages: PAGES })
    await client.documents.recognise({ documentId, language: 'eng' })
    const { file } = await client.exchange.segments({ format: 'html' })
    const report = readFileSync(core.freight.resolve(file).path, 'utf8')
    expect(report).toContain('<dt>Recognised text, may be misread</dt>')
    expect(report).toContain('scan (by tesseract 5.3.0, eng)')
  })

  it('is taken back exactly', async () => {
    const { client, documentId } = await scan({ pages: PAGES })
    const before = await client.documents.text({ documentId })
    await client.documents.recognise({ documentId })
    await client.history.undo()
    expect(await client.documents.text({ documentId })).toEqual(before)
    expect((await client.documents.pages({ documentId })).text).toBe('none')
  })

  it('takes what OCRmyPDF makes of the file, where that is what is installed', async () => {
    const folder = temporaryFolder()
    const made = pdfFile([[{ text: 'Families are heard together.', x: 72, y: 100 }], []])
    fakeOcrMyPdf(folder, made)
    setPath(folder)
    const { client, core, documentId } = await imported()
    const { engines } = await client.documents.recognition({ documentId })
    expect(engines).toEqual([{ id: 'ocrmypdf', version: '16.10.4', languages: [], reads: ['pdf'] }])
    await client.documents.recognise({ documentId })
    expect((await client.documents.text({ documentId })).text).toContain('Families are heard together.')
    expect((await client.documents.pages({ documentId })).text).toBe('recognised')
    const { file } = await client.documents.original({ documentId })
    expect(readFileSync(core.freight.resolve(file).path).equals(Buffer.from(made))).toBe(true)
  })

  it('says what the engine complains of, and changes nothing', async () => {
    const { client, documentId, core } = await scan({ pages: PAGES, mood: 'bad' })
    const failed = client.documents.recognise({ documentId, language: 'xyz' })
    await expect(failed).rejects.toMatchObject({
      code: 'recognition-failed',
      message: expect.stringContaining('xyz.traineddata'),
    })
    expect((await client.documents.pages({ documentId })).text).toBe('none')
    expect((await client.history.state()).undo).toBe('Import documents')
    expect(readdirSync(core.freight.folder).filter(name => name.startsWith('recognition-'))).toEqual([])
  })

  it('says so if nothing was recognised', async () => {
    const { client, documentId } = await scan({ pages: [[], []] })
    await expect(client.documents.recognise({ documentId })).rejects.toMatchObject({
      code: 'recognition-empty',
    })
  })

  it('shows how far it is, and can be stopped', async () => {
    const { client, documentId } = await scan({ pages: PAGES, mood: 'slow' })
    const recognising = client.documents.recognise({ documentId })
    const stopped = expect(recognising).rejects.toMatchObject({ code: 'recognition-stopped' })
    await running(client, documentId)
    await expect(client.documents.recognise({ documentId })).rejects.toMatchObject({
      code: 'recognition-running',
    })
    await client.documents.stopRecognition({ documentId })
    await stopped
    expect((await client.documents.recognition({ documentId })).running).toBeNull()
  })

  it('refuses where no engine is, and where there is text already', async () => {
    setPath(temporaryFolder())
    const project = testProject()
    const { handle, path } = project.core.freight.fresh('scan.pdf')
    writeFileSync(path, pdfFile([[]]))
    const { id } = await project.client.documents.import({ file: handle })
    expect(await project.client.documents.recognition({ documentId: id })).toEqual({
      engines: [],
      running: null,
    })
    const failed = project.client.documents.recognise({ documentId: id })
    await expect(failed).rejects.toMatchObject({ code: 'recognition-no-engine' })
    const text = await project.document('A', 'A text.')
    await expect(project.client.documents.recognise({ documentId: text })).rejects.toMatchObject({
      code: 'recognition-of-text',
    })
  })
})

type Client = Awaited<ReturnType<typeof scan>>['client']

async function running(client: Client, documentId: DocumentId): Promise<void> {
  for (;;) {
    const { running } = await client.documents.recognition({ documentId })
    if (running) {
      expect(running).toEqual({ done: 0, total: 2 })
      return
    }
  }
}
