import { describe, expect, it } from 'vitest'
import { encodingChoices, encodingLabel } from '../../../../src/renderer/panels/import/encodings.ts'
import type { ImportRow } from '../../../../src/renderer/panels/import/import-state.ts'
import { progressOf, sizeOf, summaryOf } from '../../../../src/renderer/panels/import/import-words.ts'
import type { Imported } from '../../../../src/shared/contract/documents.ts'
import type { DocumentId } from '../../../../src/shared/model/ids.ts'

const imported = (change: Partial<Imported> = {}): Imported => ({
  id: 'x' as DocumentId,
  name: 'x',
  characters: 10,
  words: 3402,
  pages: 0,
  warnings: [],
  ...change,
})
const row = (state: ImportRow['state'], change: Partial<ImportRow> = {}): ImportRow => ({
  id: 1,
  file: new File(['x'], `${state}.txt`),
  groupId: undefined,
  batch: 'b',
  state,
  handle: null,
  options: {},
  imported: state === 'imported' ? imported() : null,
  failure: null,
  reading: null,
  tries: 0,
  ...change,
})

describe('sizeOf', () => {
  it('names pages only where there are any', () => {
    expect(sizeOf(imported())).toBe('3,402 words')
    expect(sizeOf(imported({ pages: 1, words: 1 }))).toBe('1 page · 1 word')
  })
})

describe('summaryOf', () => {
  it('says only what there is to say', () => {
    expect(summaryOf([row('imported')])).toBe('1 document imported.')
  })
  it('counts warnings, refusals and what was stopped', () => {
    const warned = imported({ warnings: [{ code: 'x', severity: 'loss', message: 'x' }] })
    const rows = [row('imported'), row('imported', { imported: warned }), row('refused'), row('cancelled')]
    expect(summaryOf(rows)).toBe('2 documents imported, 1 with a warning, 1 file refused, 1 not imported.')
  })
})

describe('progressOf', () => {
  it('counts what is done and names what is read now', () => {
    const rows = [row('imported'), row('refused'), row('reading'), row('waiting')]
    expect(progressOf(rows)).toEqual({ done: 2, total: 4, now: 'reading.txt' })
  })
  it('tells the pages of a long file', () => {
    const now = (done: number, total: number) =>
      progressOf([row('reading', { reading: { done, total } })]).now
    expect([now(120, 1584), now(0, 0), now(1, 1)]).toEqual([
      'reading.txt, page 120 of 1,584',
      'reading.txt',
      'reading.txt',
    ])
  })
})

describe('encodings', () => {
  it('offers what is likely first, each once', () => {
    const { likely, others } = encodingChoices(['windows-1252', 'windows-1250', 'windows-1252'])
    expect(likely).toEqual(['windows-1252', 'windows-1250'])
    expect(others).toContain('utf-8')
    expect(others).not.toContain('windows-1250')
  })
  it('has words for them, and the name itself where it has none', () => {
    expect(encodingLabel('windows-1251')).toBe('Cyrillic (Windows)')
    expect(encodingLabel('iso-8859-16')).toBe('iso-8859-16')
  })
})
