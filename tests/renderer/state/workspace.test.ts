import fc from 'fast-check'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { resetPlaces, tellPlace } from '../../../src/renderer/state/places.ts'
import {
  closeTab,
  emptyWorkspace,
  go,
  openDocument,
  showView,
  workspace,
} from '../../../src/renderer/state/workspace.ts'
import { documents } from './documents.ts'

const [a, b, c] = documents
const now = () => workspace.getState()

beforeEach(() => {
  workspace.setState(emptyWorkspace, true)
  resetPlaces()
})

describe('the workspace', () => {
  it('goes back to each place and forward again', () => {
    openDocument(a)
    openDocument(b, { start: 5, end: 9 })
    showView('table')
    go('back')
    expect(now()).toMatchObject({ view: 'text', documentId: b })
    go('back')
    expect(now()).toMatchObject({ view: 'text', documentId: a, reveal: null })
    go('forward')
    go('forward')
    expect(now().view).toBe('table')
    go('forward')
    expect(now().view).toBe('table')
  })

  it('comes back to where the reader was, not to what was last shown', () => {
    openDocument(a, { start: 5, end: 9 })
    let place = { top: 700, caret: 731 }
    onTestFinished(tellPlace('a', a, () => place))
    openDocument(a, { start: 2000, end: 2010 })
    place = { top: 1980, caret: 2004 }
    go('back')
    expect(now().forward.at(-1)?.place).toEqual({ top: 1980, caret: 2004 })
    place = { top: 700, caret: 731 }
    go('forward')
    expect(now().back.at(-1)?.place).toEqual({ top: 700, caret: 731 })
  })

  it('asks the reader to take its place anew each time', () => {
    openDocument(a)
    openDocument(a, { start: 1, end: 2 })
    const first = now().returned
    go('back')
    const second = now().returned
    go('forward')
    expect(new Set([first, second, now().returned]).size).toBe(3)
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

  it('opens a closed tab again when one goes back to it', () => {
    openDocument(a)
    openDocument(b)
    closeTab(a)
    go('back')
    expect(now()).toMatchObject({ documentId: a, tabs: [b, a] })
  })

  it('asks for the same place anew when it is opened again', () => {
    openDocument(a, { start: 1, end: 2 })
    const first = now().reveal!.nonce
    openDocument(a, { start: 1, end: 2 })
    expect(now().reveal!.nonce).not.toBe(first)
    expect(now().tabs).toEqual([a])
  })

  it('is where it was after going back and forward, however far', () => {
    const step = fc.oneof(
      fc.record({ document: fc.constantFrom(a, b, c), start: fc.nat(5000) }),
      fc.constantFrom('table' as const, 'memos' as const, 'text' as const),
    )
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), fc.nat(12), (steps, far) => {
        workspace.setState(emptyWorkspace, true)
        resetPlaces()
        for (const one of steps) {
          if (typeof one === 'string') showView(one)
          else openDocument(one.document, { start: one.start, end: one.start + 1 })
        }
        const { view, documentId, paneId, tabs, back } = now()
        const many = Math.min(far, back.length)
        for (let n = 0; n < many; n++) go('back')
        expect(now().forward).toHaveLength(many)
        for (let n = 0; n < many; n++) go('forward')
        expect(now()).toMatchObject({ view, documentId, paneId, tabs, back, forward: [] })
      }),
    )
  })
})
