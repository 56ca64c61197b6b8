import { beforeEach, describe, expect, it } from 'vitest'
import {
  closeTab,
  emptyWorkspace,
  go,
  openDocument,
  showView,
  workspace,
} from '../../../src/renderer/state/workspace.ts'
import { DocumentId } from '../../../src/shared/model/ids.ts'

const [a, b, c] = ['a', 'b', 'c'].map(letter => DocumentId.parse(letter.repeat(22))) as [
  DocumentId,
  DocumentId,
  DocumentId,
]
const now = () => workspace.getState()

beforeEach(() => workspace.setState(emptyWorkspace, true))

describe('the workspace', () => {
  it('goes back to each place and forward again', () => {
    openDocument(a)
    openDocument(b, { start: 5, end: 9 })
    showView('table')
    go('back')
    expect(now()).toMatchObject({ view: 'text', documentId: b, reveal: { span: { start: 5, end: 9 } } })
    go('back')
    expect(now()).toMatchObject({ view: 'text', documentId: a, reveal: null })
    go('forward')
    go('forward')
    expect(now().view).toBe('table')
    go('forward')
    expect(now().view).toBe('table')
  })

  it('shows the neighbour of a tab that was closed', () => {
    for (const id of [a, b, c]) openDocument(id)
    closeTab(c)
    expect(now().documentId).toBe(b)
    openDocument(a)
    closeTab(a)
    expect(now()).toMatchObject({ documentId: b, tabs: [b] })
    closeTab(b)
    expect(now()).toMatchObject({ documentId: null, tabs: [] })
  })

  it('asks for the same place anew when it is opened again', () => {
    openDocument(a, { start: 1, end: 2 })
    const first = now().reveal!.nonce
    openDocument(a, { start: 1, end: 2 })
    expect(now().reveal!.nonce).not.toBe(first)
    expect(now().tabs).toEqual([a])
  })
})
