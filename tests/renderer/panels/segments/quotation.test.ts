import { describe, expect, it } from 'vitest'
import {
  contextAfter,
  contextBefore,
  placeOf,
  quotationOf,
} from '../../../../src/renderer/panels/segments/quotation.ts'
import type { SegmentRow } from '../../../../src/shared/contract/segments.ts'

const row = { quote: 'shall be\ngranted ', document: 'Reg 2024/1347', page: '17', reference: '3:10' }
const full = row as SegmentRow

describe('a quotation', () => {
  it('names document, page and reference, and runs over line ends', () => {
    expect(quotationOf(full)).toBe('“shall be granted” (Reg 2024/1347, p. 17, 3:10)')
  })

  it('leaves the page out where there are none', () => {
    expect(quotationOf({ ...full, page: '' })).toBe('“shall be granted” (Reg 2024/1347, 3:10)')
    expect(placeOf({ ...full, page: '' })).toBe('Reg 2024/1347')
  })
})

describe('context', () => {
  it('begins and ends with whole words where it is cut', () => {
    expect(contextBefore('gation offered to ', true)).toBe('…offered to ')
    expect(contextAfter(' of its own. How the mee', true)).toBe(' of its own. How the…')
  })

  it('is left whole where the document begins or ends', () => {
    expect(contextBefore('The Forum\nmet ', false)).toBe('The Forum met ')
    expect(contextAfter(' and closed.', false)).toBe(' and closed.')
  })

  it('is cut where it is in a language without spaces', () => {
    const text = '会议在第三天结束时通过了一份没有约束力的文件并且决定再次开会讨论'
    expect(contextBefore(text, true)).toBe(`…${text}`)
    expect(contextAfter(text, true)).toBe(`${text}…`)
  })
})
