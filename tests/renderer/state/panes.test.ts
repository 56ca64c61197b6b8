import fc from 'fast-check'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { coding, resetCoding } from '../../../src/renderer/state/coding.ts'
import {
  activatePane,
  forgetDocuments,
  openBeside,
  otherPane,
  panesOf,
  split,
  unsplit,
} from '../../../src/renderer/state/panes.ts'
import { placeIn, resetPlaces, tellPlace } from '../../../src/renderer/state/places.ts'
import {
  closeTab,
  emptyWorkspace,
  go,
  openDocument,
  workspace,
} from '../../../src/renderer/state/workspace.ts'
import { SegmentId } from '../../../src/shared/model/ids.ts'
import { documents } from './documents.ts'

const [a, b, c] = documents
const now = () => workspace.getState()
const shown = () => panesOf(now()).map(({ documentId, tabs }) => [documentId, tabs])

beforeEach(() => {
  resetCoding()
  workspace.setState(emptyWorkspace, true)
  resetPlaces()
})

describe('panes', () => {
  it('begin with nothing beside nothing', () => {
    split()
    expect(shown()).toEqual([[null, []]])
  })

  it('show the same document twice, the new one to the right, at the same place, active', () => {
    openDocument(a)
    openDocument(b)
    onTestFinished(tellPlace('a', b, () => ({ top: 40, caret: 55 })))
    split()
    expect(shown()).toEqual([
      [b, [a, b]],
      [b, [b]],
    ])
    expect(now().paneId).toBe('b')
    expect(now().back.at(-1)).toMatchObject({ paneId: 'a', documentId: b })
    expect(placeIn('b', b)).toEqual({ top: 40, caret: 55 })
  })

  it('open into the active one, and beside it into the other', () => {
    openDocument(a)
    openBeside(b)
    openDocument(c)
    activatePane('a')
    openBeside(a)
    expect(shown()).toEqual([
      [a, [a]],
      [a, [b, c, a]],
    ])
    otherPane()
    expect(now()).toMatchObject({ paneId: 'a', documentId: a, tabs: [a] })
  })

  it('are one again with all that was open, when the split or its last tab is closed', () => {
    openDocument(a)
    openBeside(b)
    openDocument(a)
    unsplit()
    expect(shown()).toEqual([[a, [a, b]]])
    openBeside(c)
    closeTab(c)
    expect(shown()).toEqual([[a, [a, b]]])
    openBeside(c)
    activatePane(now().beside!.id)
    closeTab(c, now().beside!.id)
    expect(shown()).toEqual([[a, [a, b]]])
  })

  it('forget documents that are gone, on both sides and on the way back', () => {
    openDocument(a)
    openDocument(b)
    openBeside(b)
    openDocument(c)
    forgetDocuments(new Set([b]))
    expect(shown()).toEqual([
      [a, [a]],
      [c, [c]],
    ])
    expect([...now().back, ...now().forward].map(({ documentId }) => documentId)).not.toContain(b)
  })

  it('go back in the pane where one was', () => {
    openDocument(a)
    openBeside(b)
    openDocument(c)
    activatePane('a')
    go('back')
    expect(now()).toMatchObject({ paneId: 'b', documentId: b })
    go('forward')
    expect(now()).toMatchObject({ paneId: 'a', documentId: a })
  })

  it('keep what is selected to themselves', () => {
    const segmentId = SegmentId.parse('s'.repeat(22))
    openDocument(a)
    coding.setState({ segmentId, picking: true })
    split()
    expect(coding.getState()).toMatchObject({ segmentId: null, selection: null, picking: false })
    const selection = { documentId: a, span: { start: 1, end: 4 } }
    coding.setState({ selection })
    otherPane()
    expect(coding.getState()).toMatchObject({ segmentId, selection: null, picking: false })
    otherPane()
    expect(coding.getState()).toMatchObject({ segmentId: null, selection })
  })

  it('never are empty beside another, whatever is done', () => {
    const deed = fc.constantFrom(
      ...documents.flatMap(id => [
        () => openDocument(id),
        () => openBeside(id),
        () => closeTab(id),
        () => closeTab(id, 'a'),
        () => closeTab(id, 'b'),
      ]),
      split,
      unsplit,
      otherPane,
      () => go('back'),
      () => go('forward'),
    )
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 30 }), deeds => {
        workspace.setState(emptyWorkspace, true)
        for (const one of deeds) {
          one()
          const panes = panesOf(now())
          expect(new Set(panes.map(({ id }) => id)).size).toBe(panes.length)
          for (const { tabs, documentId } of panes) {
            expect(new Set(tabs).size).toBe(tabs.length)
            if (panes.length === 2) expect(tabs.length).toBeGreaterThan(0)
            if (tabs.length > 0 && documentId !== null) expect(tabs).toContain(documentId)
          }
        }
      }),
    )
  })
})
