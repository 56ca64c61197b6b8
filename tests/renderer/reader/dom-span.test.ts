import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildText } from '../../../src/renderer/reader/text-view/build.ts'
import { anyLaid, paragraphs } from './structures.ts'

describe('offset -> DOM -> offset', () => {
  it('is the identity for every offset of every text, on both sides of a seam', () => {
    fc.assert(
      fc.property(anyLaid, ({ text, structure }) => {
        const { map } = buildText(text, structure)
        for (let offset = 0; offset <= text.length; offset++) {
          for (const side of ['before', 'after'] as const) {
            const { node, offset: inside } = map.position(offset, side)
            expect(map.offsetOf(node, inside)).toBe(offset)
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  it('is the identity in a long text that is one line', () => {
    const text = 'one word after the other '.repeat(800)
    const { map, root } = buildText(text, paragraphs(text))
    expect(root.querySelectorAll('p').length).toBeGreaterThan(8)
    for (let offset = 0; offset <= text.length; offset += 7) {
      const { node, offset: inside } = map.position(offset)
      expect(map.offsetOf(node, inside)).toBe(offset)
    }
  })

  it('keeps the rule it rests on: the text nodes are the text, all of it and nothing else', () => {
    fc.assert(
      fc.property(anyLaid, ({ text, structure }) => {
        expect(buildText(text, structure).root.textContent).toBe(text)
      }),
    )
  })

  it('understands places in elements: before a child, behind the last one, in an empty block', () => {
    const text = 'ab\ncd'
    const { map, root } = buildText(text, paragraphs(text))
    const [first, second] = root.querySelectorAll('p')
    expect(map.offsetOf(first!, 0)).toBe(0)
    expect(map.offsetOf(first!, 1)).toBe(2)
    expect(map.offsetOf(second!, 0)).toBe(3)
    expect(map.offsetOf(root, 0)).toBe(0)
    expect(map.offsetOf(root, 1)).toBe(5)
    expect(map.offsetOf(document.body, 0)).toBeNull()
  })

  it('makes ranges that hold exactly the words', () => {
    const text = 'First paragraph.\n\nSecond one.'
    const { map } = buildText(text, paragraphs(text))
    expect(map.range({ start: 6, end: 15 }).toString()).toBe('paragraph')
    expect(map.range({ start: 0, end: text.length }).toString()).toBe(text)
    const { startContainer, endContainer } = map.range({ start: 18, end: 24 })
    expect([startContainer.textContent, endContainer.textContent]).toEqual(['Second one.', 'Second one.'])
  })

  it('prefers the block to the white space beside it', () => {
    const text = 'ab\ncd'
    const { map } = buildText(text, paragraphs(text))
    expect(map.position(2, 'after').node.textContent).toBe('ab')
    expect(map.position(3, 'before').node.textContent).toBe('cd')
  })
})
