import { describe, expect, it } from 'vitest'
import { runCommand } from '../../../../src/renderer/commands/run.ts'
import { DocumentsPanel } from '../../../../src/renderer/panels/documents/DocumentsPanel.tsx'
import { messages } from '../../../../src/renderer/state/messages.ts'
import { openDocument, workspace } from '../../../../src/renderer/state/workspace.ts'
import { click, press, rowNamed, rowsIn, said, show, testWindow, type, until } from '../window.tsx'

async function withDocuments() {
  const window = testWindow()
  const first = await window.document('First', 'Some text.')
  const second = await window.document('Second', 'Other text, longer.')
  const page = await show(<DocumentsPanel />)
  await until(() => rowNamed(page, 'First'))
  return { ...window, first, second, page }
}

describe('DocumentsPanel', () => {
  it('says what to do while there are no documents', async () => {
    testWindow()
    const page = await show(<DocumentsPanel />)
    await until(() => page.textContent?.includes('Drop PDFs, Word, text or transcript files here.'))
    expect([...page.querySelectorAll('button')].map(button => button.textContent)).toContain('Add files…')
  })

  it('opens a document with a click, and with Enter after the arrows', async () => {
    const { page, first, second } = await withDocuments()
    await click(rowNamed(page, 'First')!)
    expect(workspace.getState().documentId).toBe(first)
    await press('ArrowDown')
    expect(workspace.getState().documentId).toBe(first)
    await press('Enter')
    expect(workspace.getState().documentId).toBe(second)
    expect(rowNamed(page, 'Second')?.getAttribute('aria-current')).toBe('true')
  })

  it('renames in place, and Esc leaves the name', async () => {
    const { page, client } = await withDocuments()
    await click(rowNamed(page, 'First')!)
    runCommand('document.rename')
    const field = await until(() => page.querySelector('input.inline-name'))
    await type(field, 'Renamed')
    await press('Enter', {}, field)
    await until(() => rowNamed(page, 'Renamed'))
    expect((await client.documents.list())[0]?.name).toBe('Renamed')
    runCommand('document.rename')
    const again = await until(() => page.querySelector('input.inline-name'))
    await type(again, 'Not this')
    await press('Escape', {}, again)
    expect((await client.documents.list())[0]?.name).toBe('Renamed')
  })

  it('deletes without asking and brings back with Undo', async () => {
    const { page, client, second } = await withDocuments()
    await click(rowNamed(page, 'Second')!)
    runCommand('document.delete')
    await until(() => said().some(text => text.startsWith('Deleted “Second”')))
    expect(workspace.getState().tabs).not.toContain(second)
    await until(() => rowsIn(page).length === 1)
    messages.getState().toasts.at(-1)?.action?.run()
    await until(() => rowNamed(page, 'Second'))
    expect(await client.documents.list()).toHaveLength(2)
  })

  it('shows documents below their groups and selects the row of one that is opened elsewhere', async () => {
    const { page, client, first, second } = await withDocuments()
    await client.groups.create({ name: 'Europe', documentIds: [first] })
    await until(() => rowNamed(page, 'Europe'))
    expect(rowsIn(page)).toEqual([
      '1 Europe, 1 document',
      '2 First, not coded yet',
      '1 No group, 1 document',
      '2 Second, not coded yet',
    ])
    openDocument(second)
    await until(() => rowNamed(page, 'Second')?.getAttribute('aria-selected') === 'true')
  })

  it('says how many codings a document has', async () => {
    const { page, client, code, first } = await withDocuments()
    const codeId = await client.codes.create({ name: 'A code' })
    await code(first, 'Some', codeId)
    await until(() => rowNamed(page, 'First, 1 codings'))
  })

  it('selects several with Shift, and they go together', async () => {
    const { page, client } = await withDocuments()
    await click(rowNamed(page, 'First')!)
    await click(rowNamed(page, 'Second')!, { shiftKey: true })
    runCommand('document.delete')
    await until(() => said().some(text => text.startsWith('Deleted 2 documents')))
    expect(await client.documents.list()).toEqual([])
  })
})
