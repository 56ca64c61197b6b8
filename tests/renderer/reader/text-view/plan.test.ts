import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { completeBlocks, planChunks } from '../../../../src/renderer/reader/text-view/plan.ts'
import { type Block, emptyStructure } from '../../../../src/shared/model/structure.ts'
import { anyLaid, paragraphs } from '../structures.ts'

describe('planChunks', () => {
  it('covers the whole text with chunks, and all of its words with pieces, in order', () => {
    fc.assert(
      fc.property(anyLaid, ({ text, structure }) => {
        let at = 0
        let shown = 0
        for (const chunk of planChunks(text, structure)) {
          expect(chunk.start).toBe(at)
          at = chunk.end
          for (const piece of chunk.pieces) {
            expect(text.slice(shown, piece.start).trim()).toBe('')
            expect(piece.end).toBeGreaterThanOrEqual(piece.start)
            shown = piece.end
          }
        }
        expect(at).toBe(text.length)
        expect(text.slice(shown).trim()).toBe('')
      }),
    )
  })

  it('breaks a line without an end into pieces, between words where there are any', () => {
    const spaced = 'word '.repeat(4000)
    for (const { pieces } of planChunks(spaced, paragraphs(spaced))) {
      for (const { start, end } of pieces) {
        expect(end - start).toBeLessThanOrEqual(2000)
        expect(start % 5).toBe(0)
      }
    }
  })

  it('does not cut a character in two where there is no space at all', () => {
    const family = '👩‍👩‍👧'
    const text = family.repeat(1000)
    const ends = planChunks(text, paragraphs(text)).flatMap(({ pieces }) => pieces.map(({ end }) => end))
    expect(ends.length).toBeGreaterThan(3)
    for (const end of ends) expect(end % family.length).toBe(0)
  })

  it('keeps the rows of a table together, and a table whole while it is not huge', () => {
    const cell = (n: number): Block => ({
      kind: 'cell',
      table: 0,
      row: Math.floor(n / 3),
      column: n % 3,
      start: n * 2,
      end: n * 2 + 1,
    })
    const lay = (count: number) => {
      const structure = { ...emptyStructure(), blocks: Array.from({ length: count }, (_, n) => cell(n)) }
      return planChunks('x\t'.repeat(count), structure)
    }
    expect(lay(120)).toHaveLength(1)
    const chunks = lay(1200)
    expect(chunks.length).toBeGreaterThan(1)
    for (const { pieces } of chunks) expect(pieces[0]?.block.column).toBe(0)
  })
})

describe('completeBlocks', () => {
  it('makes paragraphs of what the structure leaves out', () => {
    const blocks: Block[] = [{ kind: 'heading', level: 1, start: 4, end: 9 }]
    expect(
      completeBlocks('one\nTitle\ntwo\n\nthree', blocks).map(({ kind, start, end }) => [kind, start, end]),
    ).toEqual([
      ['paragraph', 0, 3],
      ['heading', 4, 9],
      ['paragraph', 10, 13],
      ['paragraph', 15, 20],
    ])
  })

  it('shows an empty text too', () => {
    expect(completeBlocks('', [])).toEqual([{ kind: 'paragraph', start: 0, end: 0 }])
  })
})
