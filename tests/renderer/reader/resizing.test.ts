import { describe, expect, it } from 'vitest'
import { edgeMoveOf, moveEdge } from '../../../src/renderer/reader/resizing.ts'
import { createUnits } from '../../../src/renderer/reader/units.ts'
import { paragraphs } from './structures.ts'

const press = (key: string, modifiers: Partial<KeyboardEvent> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: true,
  ...modifiers,
})

describe('edgeMoveOf', () => {
  it('reads Shift and the arrows: the end, with Alt the start, with Ctrl by words', () => {
    expect(edgeMoveOf(press('ArrowRight'), false)).toEqual({ edge: 'end', direction: 1, by: 'character' })
    expect(edgeMoveOf(press('ArrowLeft', { altKey: true }), false)).toEqual({
      edge: 'start',
      direction: -1,
      by: 'character',
    })
    expect(edgeMoveOf(press('ArrowLeft', { ctrlKey: true }), false)).toMatchObject({ by: 'word' })
    expect(edgeMoveOf(press('ArrowRight', { shiftKey: false }), false)).toBeNull()
    expect(edgeMoveOf(press('ArrowDown'), false)).toBeNull()
  })

  it('goes with the reading where that is from right to left', () => {
    expect(edgeMoveOf(press('ArrowLeft'), true)?.direction).toBe(1)
  })
})

describe('moveEdge', () => {
  const text = 'one two three'
  const units = createUnits(text, paragraphs(text))
  it('moves by characters and by words, and never leaves nothing of a segment', () => {
    expect(moveEdge({ start: 4, end: 7 }, { edge: 'end', direction: 1, by: 'word' }, units)).toEqual({
      start: 4,
      end: 13,
    })
    expect(moveEdge({ start: 4, end: 7 }, { edge: 'start', direction: -1, by: 'word' }, units)).toEqual({
      start: 0,
      end: 7,
    })
    expect(moveEdge({ start: 4, end: 5 }, { edge: 'end', direction: -1, by: 'character' }, units)).toEqual({
      start: 4,
      end: 5,
    })
    expect(moveEdge({ start: 0, end: 5 }, { edge: 'start', direction: -1, by: 'character' }, units)).toEqual({
      start: 0,
      end: 5,
    })
  })
})
