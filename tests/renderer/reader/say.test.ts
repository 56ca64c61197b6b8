import { describe, expect, it } from 'vitest'
import type { ReaderData } from '../../../src/renderer/reader/model.ts'
import {
  appliedToArea,
  appliedWords,
  areaWords,
  carriedWords,
  openingWords,
  segmentWords,
  trimAtWord,
} from '../../../src/renderer/reader/say.ts'
import { indexSegments } from '../../../src/renderer/reader/segment-index.ts'
import { emptyStructure } from '../../../src/shared/model/structure.ts'
import { codesOf } from '../picker/codes.ts'
import { segment } from './segments.ts'

const codes = codesOf('Return', 'Protection', 'Family')
const data: ReaderData = {
  segments: indexSegments([]),
  every: indexSegments([]),
  code: new Map(codes.map(code => [code.id, code])),
  coder: new Map(),
  me: null,
}

describe('what is said', () => {
  it('names code, words and codes of the passage after coding', () => {
    expect(appliedWords(['Return'], 'three short words', { start: 0, end: 17 }, 2)).toBe(
      'Return applied, 3 words, 2 codes here',
    )
    expect(appliedWords(['Return', 'Family'], 'word', { start: 0, end: 4 }, 1)).toBe(
      'Return, Family applied, 1 word, 1 code here',
    )
  })

  it('describes what a paragraph carries, each code once', () => {
    expect(carriedWords([segment(1, 0, 5, [0, 1]), segment(2, 2, 8, [1], 'hm')], data)).toBe(
      '2 codes: Return, Protection; 1 comment',
    )
    expect(carriedWords([], data)).toBe('')
  })

  it('tells a segment by reference, codes and first words', () => {
    expect(
      segmentWords(segment(4, 0, 9, [2]), { text: 'They went home', structure: emptyStructure() }, data),
    ).toBe('1:4, Family: They went')
    expect(openingWords('word '.repeat(50), { start: 0, end: 250 }, 20)).toBe('word word word word…')
  })
})

describe('areas', () => {
  const pages = [{ start: 0, end: 9, label: 'iv' }]
  const readable = { text: 'They went home', structure: { ...emptyStructure(), pages } }
  const area = { page: 0, x: 1, y: 2, width: 3, height: 4 }

  it('are told by their page, in the place of words they do not have', () => {
    expect(segmentWords({ ...segment(4, 0, 1, [2]), area }, readable, data)).toBe(
      '1:4, Family: Area on page iv (1)',
    )
    expect(appliedToArea(['Return'], areaWords(readable, area), 2)).toBe(
      'Return applied to area on page iv (1), 2 codes here',
    )
  })
})

describe('trimAtWord', () => {
  it('cuts between words, and never within a character', () => {
    expect(trimAtWord('partnership in migration', 60)).toBe('partnership in migration')
    expect(trimAtWord('partnership in migration governance', 20)).toBe('partnership in')
    expect(trimAtWord('partnership in migration', 14)).toBe('partnership in')
    expect(trimAtWord('x'.repeat(80), 60)).toHaveLength(60)
    expect(trimAtWord('😀'.repeat(40), 61).isWellFormed()).toBe(true)
  })
})
