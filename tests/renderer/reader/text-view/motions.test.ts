import { describe, expect, it } from 'vitest'
import { motionOf } from '../../../../src/renderer/reader/text-view/motions.ts'

const press = (key: string, modifiers: Partial<KeyboardEvent> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...modifiers,
})

describe('motionOf', () => {
  it.each([
    ['ArrowLeft', {}, 'left', 'character'],
    ['ArrowRight', { ctrlKey: true }, 'right', 'word'],
    ['ArrowDown', {}, 'forward', 'line'],
    ['ArrowUp', { ctrlKey: true }, 'backward', 'paragraph'],
    ['Home', {}, 'backward', 'lineboundary'],
    ['End', { ctrlKey: true }, 'forward', 'documentboundary'],
    ['PageDown', {}, 'forward', 'page'],
  ] as const)('%s %o', (key, modifiers, direction, by) => {
    expect(motionOf(press(key, modifiers), false)).toEqual({ direction, by, extend: false })
    expect(motionOf(press(key, { ...modifiers, shiftKey: true }), false)?.extend).toBe(true)
  })

  it('leaves to others what is theirs: Alt+arrow goes back, Ctrl+PageDown is the next document', () => {
    expect(motionOf(press('ArrowLeft', { altKey: true }), false)).toBeNull()
    expect(motionOf(press('PageDown', { ctrlKey: true }), false)).toBeNull()
    expect(motionOf(press('c'), false)).toBeNull()
  })

  it('follows the habits of a Mac', () => {
    expect(motionOf(press('ArrowRight', { metaKey: true }), true)).toMatchObject({ by: 'lineboundary' })
    expect(motionOf(press('ArrowRight', { altKey: true }), true)).toMatchObject({ by: 'word' })
    expect(motionOf(press('ArrowDown', { metaKey: true }), true)).toMatchObject({ by: 'documentboundary' })
  })
})
