import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  bytes,
  fileName,
  filePath,
  handle,
  keptEntries,
  optionalText,
  progress,
  shownState,
  text,
} from '../../src/main/given.ts'
import { Failure } from '../../src/shared/errors.ts'

/** Anything at all that a page could send. */
const anything = fc.anything({ withBigInt: true, withDate: true, withMap: true, withTypedArray: true })

describe('what the page gives', () => {
  it('is taken or refused with a failure, whatever it is', () => {
    const takers = [
      (given: unknown) => text(given, 'a name'),
      (given: unknown) => optionalText(given, 'a name'),
      filePath,
      fileName,
      handle,
      (given: unknown) => bytes(given, 10),
    ]
    fc.assert(
      fc.property(anything, given => {
        for (const take of takers) {
          try {
            take(given)
          } catch (error) {
            expect(error).toBeInstanceOf(Failure)
          }
        }
        shownState(given)
        keptEntries(given)
        const done = progress(given)
        expect(done === null || (done >= 0 && done <= 1)).toBe(true)
      }),
    )
  })

  it('does not turn to text what cannot be', () => {
    expect(() => handle({ toString: 0 })).toThrow(Failure)
  })

  it.each(['relative.txt', './here.txt', '', '/etc/\0passwd', null, 7, {}])('is no path: %j', given => {
    expect(() => filePath(given)).toThrow(Failure)
  })

  it.each([
    ['interview.docx', 'interview.docx'],
    ['../../evil.sh', 'evil.sh'],
    ['..\\..\\evil.exe', 'evil.exe'],
    ['C:\\Users\\x\\table.xlsx', 'table.xlsx'],
    ['a:b?.csv', 'a_b_.csv'],
    ['line\nbreak.csv', 'line_break.csv'],
    ['folder/', 'file'],
  ])('of the name %j only %j is left', (given, name) => {
    expect(fileName(given)).toBe(name)
  })

  it('is a file only as large as a document may be', () => {
    expect(bytes(new ArrayBuffer(10), 10)).toHaveLength(10)
    expect(() => bytes(new ArrayBuffer(11), 10)).toThrow(/larger than Postil takes/)
    expect(() => bytes(new Uint8Array(3), 10)).toThrow(Failure)
  })

  it('is a state only if it is whole', () => {
    const state = { disabled: ['code.pick'], checked: ['panel.codes'], theme: 'dark', keys: {} }
    expect(shownState(state)).toEqual(state)
    expect(shownState({ ...state, theme: 'pink' })).toBeNull()
    expect(shownState({ ...state, disabled: [1] })).toBeNull()
    expect(shownState({ ...state, keys: { 'code.pick': ['Mod+J'] } })?.keys).toEqual({
      'code.pick': ['Mod+J'],
    })
    expect(shownState({ ...state, keys: { 'code.pick': 'Mod+J' } })).toBeNull()
    expect(shownState({ ...state, keys: undefined })).toBeNull()
    expect(shownState({ ...state, checked: Array.from({ length: 1001 }, () => 'a') })).toBeNull()
  })

  it('are preferences only if they are texts, and few', () => {
    expect(keptEntries({ a: '1' })).toEqual({ a: '1' })
    expect(keptEntries({ a: 1 })).toBeNull()
    expect(keptEntries(['a'])).toBeNull()
    expect(keptEntries({ a: 'x'.repeat(1024 * 1024) })).toBeNull()
    // a key that would be a prototype stays a key
    const odd = keptEntries(JSON.parse('{"__proto__": "x"}'))
    expect(Object.getPrototypeOf(odd)).toBe(Object.prototype)
  })
})
