import { beforeEach, describe, expect, it, vi } from 'vitest'
import { importInstead, tryAgain } from '../../../../src/renderer/panels/import/again.ts'
import { emptyImport, importState, rowOf } from '../../../../src/renderer/panels/import/import-state.ts'
import { cancelImport, startImport } from '../../../../src/renderer/panels/import/start-import.ts'
import { messages } from '../../../../src/renderer/state/messages.ts'
import { workspace } from '../../../../src/renderer/state/workspace.ts'
import { fail } from '../../../../src/shared/errors.ts'
import { said, testWindow } from '../window.tsx'

const file = (name: string, text: string | Uint8Array<ArrayBuffer> = `The text of ${name}.`) =>
  new File([text], name)
const rows = () => importState.getState().rows
const states = () => rows().map(row => `${row.file.name} ${row.state}`)

beforeEach(() => importState.setState(emptyImport, true))

describe('startImport', () => {
  it('opens a single file and says so, without a report', async () => {
    const { client } = testWindow()
    await startImport([file('Speech.txt')])
    const [document] = await client.documents.list()
    expect(workspace.getState().documentId).toBe(document?.id)
    expect(importState.getState()).toMatchObject({ open: false, running: false })
    expect(said()).toEqual(['“Speech” is in the project: 5 words.'])
    expect(messages.getState().toasts[0]?.action?.label).toBe('Undo')
  })

  it('shows the report of several files, opens the first, and makes one step of all', async () => {
    const { client } = testWindow()
    await startImport([file('a.txt'), file('b.txt'), file('c.txt')])
    expect(importState.getState().open).toBe(true)
    expect(states()).toEqual(['a.txt imported', 'b.txt imported', 'c.txt imported'])
    expect(workspace.getState().tabs).toHaveLength(1)
    await client.history.undo()
    expect(await client.documents.list()).toEqual([])
  })

  it('shows the report of a single file that was refused', async () => {
    testWindow()
    await startImport([file('nothing.txt', '')])
    expect(importState.getState().open).toBe(true)
    expect(rows()[0]?.failure?.code).toBe('file-empty')
  })

  it('imports the others where one is refused', async () => {
    const { client } = testWindow()
    await startImport([file('a.txt'), file('nothing.txt', ''), file('b.txt')])
    expect(states()).toEqual(['a.txt imported', 'nothing.txt refused', 'b.txt imported'])
    expect(await client.documents.list()).toHaveLength(2)
  })

  it('puts files into the group they were meant for', async () => {
    const { client } = testWindow()
    const groupId = await client.groups.create({ name: 'Europe' })
    await startImport([file('a.txt')], groupId)
    expect((await client.documents.list())[0]?.groupIds).toEqual([groupId])
  })

  it('reads two at a time', async () => {
    const { answer } = testWindow()
    let now = 0
    let most = 0
    answer(name => {
      if (name !== 'documents.import') return undefined
      most = Math.max(most, ++now)
      return new Promise((_, reject) =>
        setTimeout(() => {
          now--
          reject(fail('file-empty', { name: 'x' }))
        }, 5),
      )
    })
    await startImport(Array.from({ length: 6 }, (_, index) => file(`${index}.txt`)))
    expect(most).toBe(2)
  })

  it('keeps what is finished when it is cancelled, stops what is being read, and begins no more', async () => {
    const { client, answer } = testWindow()
    const stopped: unknown[] = []
    const stop = Promise.withResolvers<never>()
    answer((name, input) => {
      if (name === 'documents.stop') {
        stopped.push(input)
        stop.reject(fail('import-cancelled', { name: 'b.txt' }))
        return Promise.resolve(true)
      }
      const isSecond = name === 'documents.import' && rows()[1]?.handle === (input as { file: string }).file
      return isSecond ? stop.promise : undefined
    })
    const importing = startImport(['a', 'b'].map(name => file(`${name}.txt`)))
    await vi.waitFor(() => expect(rows()[0]?.state).toBe('imported'))
    void startImport([file('c.txt')])
    cancelImport()
    await importing
    expect(states()).toEqual(['a.txt imported', 'b.txt cancelled', 'c.txt cancelled'])
    expect(stopped).toEqual([{ file: rows()[1]?.handle }])
    expect(await client.documents.list()).toHaveLength(1)
  })

  it('begins with a small file where the first ones take long', async () => {
    testWindow()
    const begun: string[] = []
    const large = (name: string) => Object.defineProperty(file(name), 'size', { value: 2_000_000 })
    const stop = importState.subscribe(({ rows }) => {
      for (const row of rows)
        if (row.state === 'reading' && !begun.includes(row.file.name)) begun.push(row.file.name)
    })
    await startImport([large('a.txt'), large('b.txt'), file('c.txt')])
    stop()
    expect(begun[0]).toBe('c.txt')
    expect([...begun].sort()).toEqual(['a.txt', 'b.txt', 'c.txt'])
  })

  it('lets files join that are added while it runs', async () => {
    const { client } = testWindow()
    const first = startImport([file('a.txt')])
    const second = startImport([file('b.txt')])
    await Promise.all([first, second])
    expect(states()).toEqual(['a.txt imported', 'b.txt imported'])
    expect(await client.documents.list()).toHaveLength(2)
  })

  it('offers another encoding where the bytes are no Unicode', async () => {
    testWindow()
    const bytes = Uint8Array.from('La déclaration adoptée à Genève le même été', letter =>
      letter.charCodeAt(0),
    )
    await startImport([file('old.txt', bytes)])
    expect(rows()[0]?.imported?.encoding).toBe('windows-1252')
    expect(messages.getState().toasts[0]?.action?.label).toBe('Other encoding…')
  })
})

describe('again', () => {
  it('has a duplicate twice if that is wanted', async () => {
    const { client } = testWindow()
    await startImport([file('a.txt', 'same')])
    await startImport([file('a.txt', 'same')])
    const row = rows()[0]!
    expect(row.failure?.code).toBe('document-duplicate')
    await tryAgain(row.id, { duplicates: 'keep' })
    expect((await client.documents.list()).map(({ name }) => name)).toEqual(['a', 'a (2)'])
  })

  it('imports with another encoding in the place of the first', async () => {
    const { client } = testWindow()
    const bytes = Uint8Array.from('Die Erklärung über Rückkehr und Größe', letter => letter.charCodeAt(0))
    await startImport([file('old.txt', bytes)])
    await importInstead(rows()[0]!.id, { encoding: 'windows-1253' })
    const documents = await client.documents.list()
    expect(documents.map(({ name }) => name)).toEqual(['old'])
    expect(rows()[0]?.imported?.encoding).toBe('windows-1253')
    const { text } = await client.documents.text({ documentId: documents[0]!.id })
    expect(text).toBe('Die Erklδrung όber Rόckkehr und Grφίe')
    expect(workspace.getState().documentId).toBe(documents[0]?.id)
  })

  it('brings the document back where the second import fails', async () => {
    const { client, answer } = testWindow()
    await startImport([file('a.txt')])
    const before = await client.documents.list()
    answer(name =>
      name === 'documents.import'
        ? Promise.reject(fail('file-damaged', { name: 'a.txt', reason: 'x' }))
        : undefined,
    )
    await importInstead(rows()[0]!.id, { encoding: 'utf-16le' })
    expect(await client.documents.list()).toEqual(before)
    expect(rows()[0]).toMatchObject({ state: 'imported', failure: null, options: {} })
    expect(said().at(-1)).toContain('The document is as it was before.')
  })

  it('counts the passwords that do not open a file', async () => {
    const { answer } = testWindow()
    answer((name, input) => {
      if (name !== 'documents.import') return undefined
      const { options } = input as { options: { password?: string } }
      const code = options.password === undefined ? 'file-password' : 'file-wrong-password'
      return Promise.reject(fail(code, { name: 'locked.docx' }))
    })
    await startImport([file('locked.docx')])
    const { id } = rows()[0]!
    expect(rowOf(id)).toMatchObject({ tries: 0, failure: { code: 'file-password' } })
    await tryAgain(id, { password: 'one' })
    await tryAgain(id, { password: 'two' })
    expect(rowOf(id)).toMatchObject({ tries: 2, failure: { code: 'file-wrong-password' } })
  })
})
