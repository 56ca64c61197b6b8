import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type BlockProps, TextBuilder } from '../../../../src/core/exchange/documents/builder.ts'

describe('text builder', () => {
  it('divides blocks by a line feed and the cells of a row by a tab', () => {
    const builder = new TextBuilder()
    builder.begin({ kind: 'heading', level: 1 })
    builder.add('Title')
    for (const [row, column] of [
      [0, 0],
      [0, 1],
      [1, 0],
    ] as const) {
      builder.begin({ kind: 'cell', table: 0, row, column })
      builder.add(`${row}${column}`)
    }
    builder.begin({ kind: 'paragraph' })
    builder.add('end')
    expect(builder.finish().text).toBe('Title\n00\t01\n10\nend')
  })

  it('takes an empty block back, with its separator, but no cell', () => {
    const builder = new TextBuilder()
    builder.add('a')
    builder.endUnlessEmpty()
    builder.begin({ kind: 'paragraph' })
    builder.endUnlessEmpty()
    builder.begin({ kind: 'cell', table: 0, row: 0, column: 0 })
    builder.endUnlessEmpty()
    const { text, structure } = builder.finish()
    expect(text).toBe('a\n')
    expect(structure.blocks.map(block => block.kind)).toEqual(['paragraph', 'cell'])
  })

  it('counts what no text may hold, and keeps a byte order mark that stands inside', () => {
    const builder = new TextBuilder()
    builder.add('a\0b\uD800')
    builder.add('\uFEFFc')
    expect(builder.finish().text).toBe('a\uFFFDb\uFFFD\uFEFFc')
    expect(builder.replaced).toBe(2)
  })

  it('begins marks with the text of their block, not with the separator', () => {
    const builder = new TextBuilder()
    builder.add('a')
    builder.startMark({ kind: 'bold' })
    builder.begin({ kind: 'paragraph' })
    builder.add('b')
    builder.endMark('bold')
    builder.startMark({ kind: 'italic' })
    builder.endMark('italic')
    const { text, structure } = builder.finish()
    expect(structure.marks.map(mark => text.slice(mark.start, mark.end))).toEqual(['b'])
  })

  it('ends a mark with the text when the separator it was ended in is taken back', () => {
    const builder = new TextBuilder()
    builder.startMark({ kind: 'bold' })
    builder.add('a')
    builder.begin({ kind: 'paragraph' })
    builder.endMark('bold')
    const { text, structure } = builder.finish()
    expect(text).toBe('a')
    expect(structure.marks).toEqual([{ kind: 'bold', start: 0, end: 1 }])
  })

  it('divides one text into several blocks and leaves the text as it is', () => {
    const builder = new TextBuilder()
    builder.add('before')
    builder.begin({ kind: 'pre' })
    builder.add('\n  one\n')
    builder.add('\n  two\n')
    builder.endDivided(text => [
      { kind: 'pre', start: 1, end: text.indexOf('one') + 3 },
      { kind: 'pre', start: text.indexOf('  two'), end: text.indexOf('two') + 3 },
    ])
    builder.add('after')
    const { text, structure } = builder.finish()
    expect(text).toBe('before\n\n  one\n\n  two\n\nafter')
    expect(structure.blocks.map(block => text.slice(block.start, block.end))).toEqual([
      'before',
      '  one',
      '  two',
      'after',
    ])
  })

  it('keeps blocks disjoint and ordered with nothing but separators between them', () => {
    const cell = fc.record({ row: fc.nat(2), column: fc.nat(2) })
    const props: fc.Arbitrary<BlockProps> = fc.oneof(
      fc.constantFrom<BlockProps>({ kind: 'paragraph' }, { kind: 'note', note: 'x' }),
      cell.map(place => ({ kind: 'cell' as const, table: 0, ...place })),
    )
    const act = fc.oneof(
      props.map(block => (builder: TextBuilder) => builder.begin(block)),
      fc.string({ unit: 'binary', maxLength: 8 }).map(text => (builder: TextBuilder) => builder.add(text)),
      fc.constantFrom(
        (builder: TextBuilder) => builder.end(),
        (builder: TextBuilder) => builder.endUnlessEmpty(),
        (builder: TextBuilder) => builder.startMark({ kind: 'bold' }),
        (builder: TextBuilder) => builder.endMark('bold'),
      ),
    )
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), acts => {
        const builder = new TextBuilder()
        for (const one of acts) one(builder)
        const { text, structure } = builder.finish()
        let end = 0
        for (const block of structure.blocks) {
          expect(text.slice(end, block.start)).toMatch(end === 0 ? /^[\n\t]?$/ : /^[\n\t]$/)
          expect(block.end).toBeGreaterThanOrEqual(block.start)
          end = block.end
        }
        expect(text.slice(end)).toBe('')
        expect(text.isWellFormed()).toBe(true)
        for (const mark of structure.marks) expect(mark.end).toBeGreaterThan(mark.start)
        expect(Math.max(0, ...structure.marks.map(mark => mark.end))).toBeLessThanOrEqual(text.length)
      }),
      { numRuns: 1000 },
    )
  })
})
