import { beforeEach, describe, expect, it } from 'vitest'
import { MemosView } from '../../../../src/renderer/panels/memos/MemosView.tsx'
import { openSubject } from '../../../../src/renderer/panels/memos/memo-deeds.ts'
import { memosShown, memosState, newMemo } from '../../../../src/renderer/panels/memos/memos-state.ts'
import { messages } from '../../../../src/renderer/state/messages.ts'
import { workspace } from '../../../../src/renderer/state/workspace.ts'
import type { Memo } from '../../../../src/shared/contract/memos.ts'
import { click, said, show, testWindow, type, until } from '../window.tsx'

beforeEach(() => memosState.setState(memosState.getInitialState(), true))

async function withMemos() {
  const window = testWindow()
  const { client } = window
  const codeId = await client.codes.create({ name: 'Duty' })
  const documentId = await window.document('Accord', 'One duty of all sides.')
  const segmentId = await window.code(documentId, 'duty', codeId)
  await client.memos.create({ title: 'On method', kind: 'method', body: 'We read *twice*.' })
  await client.memos.create({ title: 'On Duty', kind: 'theory', about: { codeId } })
  const page = await show(<MemosView />)
  await until(() => titles(page).length === 2)
  return { ...window, page, codeId, documentId, segmentId }
}

const titles = (page: Element) =>
  [...page.querySelectorAll('[role="option"]')].map(
    one => one.querySelector('.memos-entry-title')?.textContent,
  )
const titleField = (page: Element) => page.querySelector<HTMLInputElement>('.memos-editor-title')
const button = (page: Element, name: string) =>
  [...page.querySelectorAll('button')].find(
    one => one.getAttribute('aria-label') === name || one.textContent?.trim() === name,
  )!
const first = async (client: Awaited<ReturnType<typeof withMemos>>['client'], title: string) =>
  (await client.memos.list({})).find(memo => memo.title === title)!

describe('MemosView', () => {
  it('lists newest first, says what each is about, and shows the first', async () => {
    const { page } = await withMemos()
    expect(titles(page)).toEqual(['On Duty', 'On method'])
    await until(() => page.querySelector('[role="option"]')?.textContent?.includes('theory · code Duty'))
    expect(titleField(page)?.value).toBe('On Duty')
  })

  it('reads Markdown as elements', async () => {
    const { page, client } = await withMemos()
    memosState.setState({ memoId: (await first(client, 'On method')).id })
    const read = await until(() => page.querySelector('.memos-read em'))
    expect(read.textContent).toBe('twice')
  })

  it('saves what is written after a pause, as a step that can be undone', async () => {
    const { page, client } = await withMemos()
    await click(button(page, 'Write'))
    const area = await until(() => page.querySelector('textarea'))
    await type(area, 'A first thought')
    const bodyOf = async () => (await first(client, 'On Duty')).body
    await expect.poll(bodyOf, { timeout: 4000 }).toBe('A first thought')
    await client.history.undo()
    await until(() => page.querySelector('textarea')?.value === '')
  })

  it('saves what is written when the memo is left', async () => {
    const { page, client } = await withMemos()
    await type(titleField(page)!, 'On burdens')
    memosState.setState({ memoId: (await first(client, 'On method')).id })
    await until(() => titles(page).includes('On burdens'))
    expect(titleField(page)?.value).toBe('On method')
  })

  it('does not keep a title without a word', async () => {
    const { page, client } = await withMemos()
    const field = titleField(page)!
    field.focus()
    await type(field, '  ')
    field.blur()
    await until(() => titleField(page)?.value === 'On Duty')
    expect((await client.memos.list({})).map(({ title }) => title)).toContain('On Duty')
  })

  it('deletes without asking, and brings it back', async () => {
    const { page } = await withMemos()
    await type(titleField(page)!, 'half typed')
    await click(button(page, 'Delete this memo'))
    await until(() => titles(page).join() === 'On method')
    expect(said()).toEqual(['Deleted the memo “On Duty”.'])
    messages.getState().toasts[0]!.action!.run()
    await until(() => titles(page).length === 2)
  })

  it('makes a memo and begins with its title', async () => {
    const { page } = await withMemos()
    await newMemo()
    expect(workspace.getState().view).toBe('memos')
    await until(() => document.activeElement === titleField(page) && titleField(page)?.value === 'New memo')
    expect(page.querySelector('textarea')).not.toBeNull()
  })

  it('goes to the code, the document and the very passage', async () => {
    const { client, codeId, documentId, segmentId } = await withMemos()
    await openSubject(await first(client, 'On Duty'))
    expect(workspace.getState().codeId).toBe(codeId)
    const on = async (title: string, about: Memo['about']) => {
      await client.memos.create({ title, about })
      await openSubject(await first(client, title))
    }
    await on('On a passage', { segmentId: segmentId as NonNullable<Memo['about']['segmentId']> })
    expect(workspace.getState().reveal).toMatchObject({ documentId, span: { start: 4, end: 8 }, segmentId })
    await on('On the whole', { documentId })
    expect(workspace.getState()).toMatchObject({ documentId, reveal: null })
  })
})

describe('memosShown', () => {
  const memo = (title: string, kind: Memo['kind'], created: string, body = ''): Memo => ({
    id: title as Memo['id'],
    title,
    kind,
    body,
    about: {},
    created,
    changed: created,
  })
  const all = [
    memo('Déclaration', 'theory', '2026-01-01', 'a shared duty'),
    memo('Duty', 'journal', '2026-01-03'),
    memo('Other', 'theory', '2026-01-02'),
  ]
  const shown = (query: string, kind: Memo['kind'] | 'all' = 'all') =>
    memosShown(all, { query, kind }).map(({ title }) => title)

  it('finds all words in title or text, whatever their case and accents', () => {
    expect(shown('')).toEqual(['Duty', 'Other', 'Déclaration'])
    expect(shown('declaration DUTY')).toEqual(['Déclaration'])
    expect(shown('duty')).toEqual(['Duty', 'Déclaration'])
    expect(shown('duty', 'journal')).toEqual(['Duty'])
    expect(shown('nothing')).toEqual([])
  })
})
