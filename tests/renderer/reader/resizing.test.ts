import { describe, expect, it } from 'vitest'
import { dragEdge, dragStep, edgeMoveOf, moveEdge } from '../../../src/renderer/reader/resizing.ts'
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
    expect(edgeMoveOf(press('Home'), false)).toBeNull()
  })

  it('goes by sentences up and down, and sideways by what is preferred', () => {
    expect(edgeMoveOf(press('ArrowDown'), false)).toEqual({ edge: 'end', direction: 1, by: 'sentence' })
    expect(edgeMoveOf(press('ArrowUp', { altKey: true }), false)).toEqual({
      edge: 'start',
      direction: -1,
      by: 'sentence',
    })
    expect(edgeMoveOf(press('ArrowRight'), false, 'sentence')).toMatchObject({ by: 'sentence' })
    expect(edgeMoveOf(press('ArrowRight', { ctrlKey: true }), false, 'sentence')).toMatchObject({
      by: 'word',
    })
  })

  it('goes with the reading where that is from right to left', () => {
    expect(edgeMoveOf(press('ArrowLeft'), true)?.direction).toBe(1)
  })
})

describe('moveEdge by sentences', () => {
  const text = 'One duty. Two duties.\nThree now. Four.'
  const units = createUnits(text, paragraphs(text))
  const said = (span: { start: number; end: number }) => text.slice(span.start, span.end)

  it('takes the next sentence in, over the end of a paragraph, and gives it back', () => {
    const two = { start: text.indexOf('Two'), end: text.indexOf('\n') }
    const longer = moveEdge(two, { edge: 'end', direction: 1, by: 'sentence' }, units)
    expect(said(longer)).toBe('Two duties.\nThree now.')
    expect(moveEdge(longer, { edge: 'end', direction: -1, by: 'sentence' }, units)).toEqual(two)
    expect(said(moveEdge(two, { edge: 'start', direction: -1, by: 'sentence' }, units))).toBe(
      'One duty. Two duties.',
    )
  })

  it('completes a sentence that is coded in part', () => {
    const part = { start: 4, end: 6 }
    expect(said(moveEdge(part, { edge: 'end', direction: 1, by: 'sentence' }, units))).toBe('duty.')
    expect(said(moveEdge(part, { edge: 'start', direction: -1, by: 'sentence' }, units))).toBe('One du')
  })

  it('stays where there is no other sentence, or nothing would be left', () => {
    const last = { start: text.indexOf('Four'), end: text.length }
    expect(moveEdge(last, { edge: 'end', direction: 1, by: 'sentence' }, units)).toEqual(last)
    expect(moveEdge(last, { edge: 'end', direction: -1, by: 'sentence' }, units)).toEqual(last)
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

describe('a dragged handle', () => {
  const text = 'We share it. They do not! So what?\n\nAnother one here.'
  const units = createUnits(text, paragraphs(text))
  const span = { start: text.indexOf('share'), end: text.indexOf(' it') }
  const end = (at: string, by: 'character' | 'word' | 'sentence') => {
    const dragged = dragEdge(span, 'end', text.indexOf(at), by, units)
    return dragged && text.slice(dragged.start, dragged.end)
  }

  it('stops at what is preferred, and with Alt the other way', () => {
    expect([dragStep('character', false), dragStep('character', true)]).toEqual(['character', 'word'])
    expect([dragStep('word', false), dragStep('word', true)]).toEqual(['word', 'character'])
    expect([dragStep('sentence', false), dragStep('sentence', true)]).toEqual(['sentence', 'character'])
  })

  it('goes to the nearest end of a word or sentence, before or after', () => {
    expect(end('hey do', 'character')).toBe('share it. T')
    expect(end('hey do', 'word')).toBe('share it')
    expect(end('y do', 'word')).toBe('share it. They')
    expect(end(' do', 'word')).toBe('share it. They')
    expect(end('hey do', 'sentence')).toBe('share it.')
    expect(end('not!', 'sentence')).toBe('share it. They do not!')
  })

  it('goes by the beginnings of words if it is the start, and never leaves nothing', () => {
    expect(dragEdge({ start: 3, end: 24 }, 'start', text.indexOf('hey'), 'word', units)?.start).toBe(
      text.indexOf('They'),
    )
    expect(dragEdge(span, 'start', text.indexOf('They'), 'word', units)).toBeNull()
    expect(dragEdge(span, 'end', 0, 'sentence', units)).toEqual({ start: 3, end: 12 })
  })

  it('reaches the ends of the text', () => {
    for (const by of ['character', 'word', 'sentence'] as const) {
      const last = dragEdge(span, 'end', text.length, by, units)!.end
      expect(last, by).toBe(text.length)
      expect(dragEdge(span, 'start', 0, by, units)!.start, by).toBe(0)
    }
  })
})
