import { describe, expect, it } from 'vitest'
import { placeNamed } from '../../../src/renderer/reader/place-names.ts'
import { segment } from './segments.ts'
import { paragraphs } from './structures.ts'

const text = 'First page, first paragraph.\nSecond.\nThird, on another page.'
const second = text.indexOf('Second')
const third = text.indexOf('Third')
const structure = {
  ...paragraphs(text),
  pages: [
    { start: 0, end: third, label: 'iv' },
    { start: third, end: text.length, label: '1' },
  ],
}
const one = segment(7, 3, 9)
const places = { text, structure, segments: [one] }
const at = (typed: string) => placeNamed(typed, places)?.span.start

describe('a place by its name', () => {
  it('is a paragraph by the number beside it', () => {
    expect(at('2')).toBe(second)
    expect(at(' § 3 ')).toBe(third)
    expect(at('para 1')).toBe(0)
    expect(at('4')).toBeUndefined()
    expect(at('0')).toBeUndefined()
  })

  it('is a page by its label, else by its place in the file', () => {
    expect(at('p. IV')).toBe(0)
    expect(at('p 1')).toBe(third)
    expect(at('page 2')).toBe(third)
    expect(at('p. 9')).toBeUndefined()
  })

  it('is a segment by its reference', () => {
    expect(placeNamed('1:7', places)?.segment).toBe(one)
    expect(at('1:8')).toBeUndefined()
    expect(at('somewhere')).toBeUndefined()
  })
})
