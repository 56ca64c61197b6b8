import { describe, expect, it } from 'vitest'
import { ImportDialog } from '../../../../src/renderer/panels/import/ImportDialog.tsx'
import { importState } from '../../../../src/renderer/panels/import/import-state.ts'
import { startImport } from '../../../../src/renderer/panels/import/start-import.ts'
import { workspace } from '../../../../src/renderer/state/workspace.ts'
import { fail } from '../../../../src/shared/errors.ts'
import { click, show, testWindow, type, until } from '../window.tsx'

const file = (name: string, text: string) => new File([text], name)
const dialog = () => document.querySelector('[role="dialog"]')
const button = (name: string) =>
  [...(dialog()?.querySelectorAll('button') ?? [])].find(one => one.textContent === name)

describe('ImportDialog', () => {
  it('is not there while nothing is imported, and stays away for one clean file', async () => {
    testWindow()
    await show(<ImportDialog />)
    await startImport([file('a.txt', 'One text.')])
    expect(dialog()).toBeNull()
  })

  it('ends in one row a file, with the reason where it was refused, and opens from there', async () => {
    const { client } = testWindow()
    await show(<ImportDialog />)
    await startImport([file('a.txt', 'One text.'), file('nothing.txt', ''), file('b.txt', 'Two texts.')])
    await until(() => dialog()?.textContent?.includes('Import report'))
    const rows = [...(dialog()?.querySelectorAll('tbody tr') ?? [])].map(row => row.textContent ?? '')
    expect(rows).toHaveLength(3)
    expect(rows[0]).toContain('Imported · 2 words')
    expect(rows[1]).toContain('nothing.txt holds no text. Nothing was imported.')
    const last = [...(dialog()?.querySelectorAll('tbody tr') ?? [])].at(-1)
    await click(last!.querySelector('.import-open button')!)
    await until(() => !importState.getState().open)
    const documents = await client.documents.list()
    expect(workspace.getState().documentId).toBe(documents.find(({ name }) => name === 'b')?.id)
  })

  it('says warnings in words', async () => {
    testWindow()
    await show(<ImportDialog />)
    await startImport([file('odd.txt', 'A text with a \u0007 in it.')])
    await until(() => dialog()?.textContent?.includes('1 invisible control character'))
    expect(dialog()?.querySelector('.import-notice')?.textContent).toMatch(/^Note: /)
  })

  it('offers to keep a duplicate', async () => {
    const { client } = testWindow()
    await show(<ImportDialog />)
    await startImport([file('a.txt', 'The same.')])
    await startImport([file('a.txt', 'The same.')])
    await click(await until(() => button('Keep both')))
    await until(() => dialog()?.textContent?.includes('1 document imported.'))
    expect(await client.documents.list()).toHaveLength(2)
  })

  it('asks for a password three times, and then no more', async () => {
    const { answer } = testWindow()
    await show(<ImportDialog />)
    answer((name, input) => {
      if (name !== 'documents.import') return undefined
      const { options } = input as { options: { password?: string } }
      return Promise.reject(
        fail(options.password === undefined ? 'file-password' : 'file-wrong-password', {
          name: 'locked.docx',
        }),
      )
    })
    await startImport([file('locked.docx', 'x')])
    for (const password of ['one', 'two', 'three']) {
      const field = await until(() => dialog()?.querySelector('input[type="password"]'))
      await type(field, password)
      const tries = importState.getState().rows[0]?.tries ?? 0
      await click(button('Import')!)
      await until(() => importState.getState().rows[0]?.tries === tries + 1)
    }
    await until(() => dialog()?.textContent?.includes('3 passwords did not open it.'))
    expect(dialog()?.querySelector('input[type="password"]')).toBeNull()
  })

  it('shows what the text becomes in another encoding before it is imported so', async () => {
    testWindow()
    await show(<ImportDialog />)
    const bytes = Uint8Array.from('Die Erkl\u00e4rung \u00fcber R\u00fcckkehr\u0007', letter =>
      letter.charCodeAt(0),
    )
    await startImport([new File([bytes], 'old.txt')])
    await click(await until(() => button('Other encoding…')))
    const preview = await until(() => dialog()?.querySelector('.import-preview'))
    await until(() => preview.textContent?.includes('Erklärung'))
    const select = dialog()?.querySelector('select')
    Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value')?.set?.call(select, 'windows-1253')
    select?.dispatchEvent(new Event('change', { bubbles: true }))
    await until(() => dialog()?.querySelector('.import-preview')?.textContent?.includes('Erklδrung'))
  })
})
