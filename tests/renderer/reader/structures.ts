import fc from 'fast-check'
import { emptyStructure, MARK_KINDS, type Structure } from '../../../src/shared/model/structure.ts'

/** A text and a structure over it that keeps the rules: blocks disjoint and in order, only white space between them. */
export interface Laid {
  readonly text: string
  readonly structure: Structure
}

const words = fc.string({
  unit: fc.constantFrom('a', 'b', ' ', 'é', '👩‍👩‍👧', 'ש', '字', '\n', '\t', 'e\u0301'),
  maxLength: 60,
})
const kind = fc.constantFrom(
  'paragraph',
  'heading',
  'item',
  'quote',
  'pre',
  'note',
  'caption',
  'cell',
  'cell',
)
const gap = fc.constantFrom('\n', '\n\n', ' \n', '\t')

export const anyLaid: fc.Arbitrary<Laid> = fc
  .tuple(
    fc.array(fc.record({ kind, words, gap, level: fc.integer({ min: 1, max: 3 }), table: fc.nat(1) }), {
      maxLength: 12,
    }),
    fc.array(fc.tuple(fc.constantFrom(...MARK_KINDS), fc.nat(400), fc.integer({ min: 1, max: 80 })), {
      maxLength: 8,
    }),
    fc.array(fc.nat(400), { maxLength: 4 }),
    fc.constantFrom('', '\n', ' '),
  )
  .map(([parts, marks, pages, before]) => {
    const structure = emptyStructure()
    let text = before
    for (const [n, part] of parts.entries()) {
      const start = text.length
      text += part.words
      const cell = part.kind === 'cell' ? { table: part.table, row: Math.floor(n / 2), column: n % 2 } : {}
      const level = ['heading', 'item', 'quote'].includes(part.kind) ? { level: part.level } : {}
      structure.blocks.push({ kind: part.kind, start, end: text.length, ...cell, ...level })
      text += part.gap
    }
    const inside = (offset: number) => Math.min(offset, text.length)
    for (const [mark, start, length] of marks) {
      if (inside(start) < inside(start + length))
        structure.marks.push({ kind: mark, start, end: inside(start + length) })
    }
    structure.marks.sort((a, b) => a.start - b.start)
    const starts = [...new Set(pages.map(inside))].sort((a, b) => a - b)
    structure.pages.push(
      ...starts.map((start, n) => ({ start, end: starts[n + 1] ?? text.length, label: String(n + 1) })),
    )
    return { text, structure }
  })

export const paragraphs = (text: string): Structure => {
  const structure = emptyStructure()
  for (const line of text.matchAll(/[^\n]+/g)) {
    structure.blocks.push({ kind: 'paragraph', start: line.index, end: line.index + line[0].length })
  }
  return structure
}
