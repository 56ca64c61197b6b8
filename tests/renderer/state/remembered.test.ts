import fc from 'fast-check'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { openBeside, toggleTogether } from '../../../src/renderer/state/panes.ts'
import { keepPlace, resetPlaces } from '../../../src/renderer/state/places.ts'
import {
  type Known,
  readRemembered,
  rememberedKey,
  writeRemembered,
} from '../../../src/renderer/state/remembered.ts'
import {
  emptyWorkspace,
  listSegments,
  openDocument,
  workspace,
} from '../../../src/renderer/state/workspace.ts'
import { CodeId } from '../../../src/shared/model/ids.ts'
import { documents } from './documents.ts'

const [a, b, c] = documents
const code = CodeId.parse('k'.repeat(22))
const known: Known = { documents: new Set(documents), codes: new Set([code]) }
const without = (...gone: readonly string[]): Known => ({
  documents: new Set(documents.filter(id => !gone.includes(id))),
  codes: new Set([code].filter(id => !gone.includes(id))),
})

const LIST = { sorting: 'longest', grouping: 'coder', context: 'turn' } as const

function written(): string {
  openDocument(a)
  openDocument(b)
  openBeside(c)
  toggleTogether()
  listSegments({ codeIds: [code] }, 'Code')
  keepPlace('a', b, { top: 10, caret: 20 })
  keepPlace('b', c, { top: 30, caret: 40 })
  return writeRemembered(workspace.getState(), LIST)
}

beforeEach(() => {
  workspace.setState(emptyWorkspace, true)
  resetPlaces()
  localStorage.clear()
})

describe('what was open', () => {
  it('is read as it was written', () => {
    const text = written()
    const { paneId, tabs, documentId, beside, together, drawer } = workspace.getState()
    expect(readRemembered(text, known)).toEqual({
      paneId,
      tabs,
      documentId,
      beside,
      together,
      drawer,
      places: [
        { paneId: 'a', documentId: b, place: { top: 10, caret: 20 } },
        { paneId: 'b', documentId: c, place: { top: 30, caret: 40 } },
      ],
      list: LIST,
    })
  })

  it('comes back without what is gone', () => {
    const text = written()
    expect(readRemembered(text, without(b, code))).toMatchObject({
      beside: { tabs: [a], documentId: a },
      drawer: null,
      places: [{ documentId: c }],
    })
    expect(readRemembered(text, without(c))).toMatchObject({
      paneId: 'a',
      tabs: [a, b],
      documentId: b,
      beside: null,
    })
    expect(readRemembered(text, without(a, b, c))).toMatchObject({ tabs: [], documentId: null, beside: null })
  })

  it('is nothing where nothing was kept, or nothing that can be read', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    for (const junk of [
      null,
      '',
      'null',
      '{',
      '[]',
      '{"tabs":"x"}',
      '{"paneId":"z","tabs":[],"documentId":null}',
    ])
      expect(readRemembered(junk, known)).toBeNull()
    expect(warn).toHaveBeenCalled()
    warn.mockRestore()
  })

  it('loses only the part that is damaged', () => {
    const whole = JSON.parse(written()) as Record<string, unknown>
    for (const part of ['beside', 'drawer', 'places', 'together']) {
      const read = readRemembered(JSON.stringify({ ...whole, [part]: 'junk' }), known)
      expect(read).toMatchObject({ paneId: 'b', tabs: [c], documentId: c })
    }
  })

  it('never opens what there is not, whatever was kept', () => {
    const whole = JSON.parse(written()) as Record<string, unknown>
    const damage = fc.dictionary(fc.constantFrom(...Object.keys(whole)), fc.jsonValue())
    fc.assert(
      fc.property(damage, change => {
        const read = readRemembered(JSON.stringify({ ...whole, ...change }), known)
        if (!read) return
        for (const pane of [read, ...(read.beside ? [read.beside] : [])]) {
          expect(pane.tabs.every(id => known.documents.has(id))).toBe(true)
          expect(pane.documentId === null || pane.tabs.includes(pane.documentId)).toBe(true)
        }
      }),
    )
  })

  it('is kept for the projects opened last', () => {
    const first = rememberedKey('first')
    localStorage.setItem(first, 'kept')
    for (let n = 0; n < 29; n++) rememberedKey(`project ${n}`)
    expect(localStorage.getItem(first)).toBe('kept')
    rememberedKey('first')
    rememberedKey('one more')
    expect(localStorage.getItem(first)).toBe('kept')
    for (let n = 0; n < 30; n++) rememberedKey(`project ${n}`)
    expect(localStorage.getItem(first)).toBeNull()
  })
})
