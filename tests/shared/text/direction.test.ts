import { describe, expect, it } from 'vitest'
import { baseDirection, firstStrong, withDirections } from '../../../src/shared/text/direction.ts'

const whole = (text: string) => [{ start: 0, end: text.length }]

describe('direction', () => {
  it('looks at the first letter', () => {
    expect(firstStrong('12. שלום world')).toBe('rtl')
    expect(firstStrong('“Peace” سلام')).toBe('ltr')
    expect(firstStrong('ދިވެހި')).toBe('rtl')
    expect(firstStrong('12:30 — …')).toBeNull()
  })

  it('lets the longer blocks decide, not the file number above them', () => {
    const text = 'A/RES/217\nالإعلان العالمي لحقوق الإنسان'
    const blocks = [
      { start: 0, end: 9 },
      { start: 10, end: text.length },
    ]
    expect(baseDirection(text, blocks)).toBe('rtl')
    expect(baseDirection('', whole(''))).toBe('ltr')
  })

  it('names the direction only of blocks that run against the text', () => {
    const text = 'abc\nשלום\n123'
    const blocks = [
      { kind: 'paragraph' as const, start: 0, end: 3 },
      { kind: 'paragraph' as const, start: 4, end: 8 },
      { kind: 'paragraph' as const, start: 9, end: 12 },
      { kind: 'note' as const, start: 12, end: 12, direction: 'ltr' as const },
    ]
    expect(withDirections(text, blocks, 'ltr').map(block => block.direction)).toEqual([
      undefined,
      'rtl',
      undefined,
      undefined,
    ])
    expect(withDirections(text, blocks, 'rtl').map(block => block.direction)).toEqual([
      'ltr',
      undefined,
      undefined,
      'ltr',
    ])
  })
})
