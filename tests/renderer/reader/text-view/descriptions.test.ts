import { describe, expect, it, vi } from 'vitest'
import { buildText } from '../../../../src/renderer/reader/text-view/build.ts'
import { Descriptions } from '../../../../src/renderer/reader/text-view/descriptions.ts'
import { emptyStructure } from '../../../../src/shared/model/structure.ts'

/** Paragraphs enough for several chunks. */
function described() {
  const words = 'Words of a paragraph that is long enough. '.repeat(8)
  const blocks = Array.from({ length: 400 }, (_, n) => {
    const start = n * (words.length + 1)
    return { kind: 'paragraph' as const, start, end: start + words.length }
  })
  const text = blocks.map(() => words).join('\n')
  const { chunks } = buildText(text, { ...emptyStructure(), blocks })
  expect(chunks.length).toBeGreaterThan(2)
  const descriptions = new Descriptions(chunks)
  const said = () => chunks.flatMap(({ boxes }) => boxes.map(box => box.getAttribute('aria-description')))
  return { chunks, descriptions, said }
}

describe('what paragraphs are said to carry', () => {
  it('is said near the screen at once, of the rest when there is time', async () => {
    const { chunks, descriptions, said } = described()
    descriptions.set(() => '1 code: Return', chunks.slice(0, 1))
    expect(said()[0]).toBe('1 code: Return')
    expect(said().at(-1)).toBeNull()
    await vi.waitFor(() => expect(said().every(words => words === '1 code: Return')).toBe(true))
  })

  it('is said anew only where something has changed', async () => {
    const { chunks, descriptions, said } = described()
    descriptions.set(() => 'before', chunks)
    const second = chunks[1]!
    const describe = vi.fn(() => 'after')
    descriptions.set(describe, chunks, { start: second.start + 1, end: second.start + 2 })
    await vi.waitFor(() => expect(said()).toContain('after'))
    expect(describe).toHaveBeenCalledTimes(second.pieces.length)
    expect(said().filter(words => words === 'before')).toHaveLength(said().length - second.boxes.length)
  })

  it('goes on with nothing once the text is closed', async () => {
    const { chunks, descriptions, said } = described()
    descriptions.set(() => 'x', chunks.slice(0, 1))
    descriptions.stop()
    await new Promise(resolve => setTimeout(resolve, 30))
    expect(said().at(-1)).toBeNull()
  })
})
