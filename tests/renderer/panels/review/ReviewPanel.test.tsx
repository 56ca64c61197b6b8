import { writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ReviewPanel } from '../../../../src/renderer/panels/review/ReviewPanel.tsx'
import { emptyReview, openReview, reviewState } from '../../../../src/renderer/panels/review/review-state.ts'
import { coding } from '../../../../src/renderer/state/coding.ts'
import { workspace } from '../../../../src/renderer/state/workspace.ts'
import { press, said, show, type TestWindow, testWindow, until } from '../window.tsx'

const OLD =
  'Officers ask. A child is never heard alone. The court decides in writing. Appeals are free of charge.'
const NEW = 'Officers ask. No child is ever heard alone. Every appeal is free of charge.'

async function replaced(window: TestWindow) {
  const { client, core } = window
  reviewState.setState(emptyReview, true)
  const documentId = await window.document('Policy', OLD)
  const codeId = await client.codes.create({ name: 'Duty' })
  for (const words of [
    'Officers ask',
    'A child is never heard alone.',
    'The court decides in writing.',
    'Appeals are free of charge.',
  ])
    await window.code(documentId, words, codeId)
  const { handle, path } = core.freight.fresh('better.txt')
  writeFileSync(path, NEW)
  await client.documents.replace({ documentId, file: handle })
  openReview(documentId)
  return { client, documentId }
}

const list = (page: Element) => page.querySelector<HTMLElement>('[role="listbox"]')
const current = (page: Element) =>
  page.querySelector('[role="option"][aria-selected="true"] .review-reference')?.textContent

describe('the report on a replaced document', () => {
  it('has three groups, and its rows lead to their places', async () => {
    const { documentId } = await replaced(testWindow())
    const page = await show(<ReviewPanel />)
    await until(() => list(page))
    const groups = [...page.querySelectorAll('[role="group"]')].map(group => group.getAttribute('aria-label'))
    expect(groups).toEqual(['To review, 2', 'Lost: no place found, 1', 'In place, on the same words, 1'])
    list(page)?.focus()
    await until(() => workspace.getState().reveal?.documentId === documentId)
    expect(workspace.getState().reveal?.span.start).toBe(NEW.indexOf('No child'))
    await press('ArrowDown')
    expect(workspace.getState().reveal?.span.start).toBe(NEW.indexOf('appeal is'))
  })

  it('is worked through with one key, one row after the other', async () => {
    const { client, documentId } = await replaced(testWindow())
    const page = await show(<ReviewPanel />)
    await until(() => list(page))
    list(page)?.focus()
    await press('Enter')
    await until(() => current(page) === '1:4')
    await press('Enter')
    await until(() => current(page) === '1:3')
    expect((await client.documents.reviews({ documentId })).review).toEqual([])
  })

  it('puts a lost one on the words that are selected, and only then', async () => {
    const { client, documentId } = await replaced(testWindow())
    const page = await show(<ReviewPanel />)
    await until(() => list(page))
    list(page)?.focus()
    await press('ArrowDown')
    await press('ArrowDown')
    await until(() => current(page) === '1:3')
    coding.setState({ selection: null })
    await press('p')
    expect((await client.documents.reviews({ documentId })).lost).toHaveLength(1)
    coding.setState({ selection: { documentId, span: { start: 0, end: 8 } } })
    await press('p')
    await until(() => !page.textContent?.includes('Lost'))
    expect((await client.segments.ofDocument({ documentId }))[0]).toMatchObject({ reference: '1:1' })
    coding.setState({ selection: null })
  })

  it('drops with a way back', async () => {
    const { client, documentId } = await replaced(testWindow())
    const page = await show(<ReviewPanel />)
    await until(() => list(page))
    list(page)?.focus()
    await press('Delete')
    await until(() => said().some(text => text === '1:2 and its codings dropped.'))
    await client.history.undo()
    await until(() => page.querySelector('[aria-label="To review, 2"]'))
    expect((await client.documents.reviews({ documentId })).review).toHaveLength(2)
  })

  it('closes when the replacement is undone', async () => {
    const { client } = await replaced(testWindow())
    const page = await show(<ReviewPanel />)
    await until(() => list(page))
    await client.history.undo()
    await until(() => page.querySelector('.review') === null)
    expect(reviewState.getState().documentId).toBeNull()
  })
})
