import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type MarkdownBlock, parseMarkdown } from '../../../../src/renderer/panels/memos/markdown-blocks.ts'
import { parseInlines } from '../../../../src/renderer/panels/memos/markdown-inlines.ts'

/** A short notation of what was understood. */
function sketch(blocks: readonly MarkdownBlock[]): unknown[] {
  return blocks.map(block => {
    if (block.kind === 'quote') return { quote: sketch(block.blocks) }
    const text = (inlines: readonly { text: string }[]) => inlines.map(inline => inline.text).join('')
    if (block.kind === 'heading') return `h${block.level} ${text(block.inlines)}`
    if (block.kind === 'paragraph') return text(block.inlines)
    const items = block.items.map(item =>
      item.blocks.length === 0 ? text(item.inlines) : [text(item.inlines), ...sketch(item.blocks)],
    )
    return block.ordered ? { [`from ${block.start}`]: items } : { bullets: items }
  })
}

describe('blocks', () => {
  it('are headings, paragraphs, lists and quotes', () => {
    const source = '# Title\nA line\nthat goes on\n\n- one\n- two\n\n3. three\n4. four\n\n> said\n> so\n\nEnd'
    expect(sketch(parseMarkdown(source))).toEqual([
      'h1 Title',
      'A line that goes on',
      { bullets: ['one', 'two'] },
      { 'from 3': ['three', 'four'] },
      { quote: ['said so'] },
      'End',
    ])
  })

  it('follow one another without blank lines', () => {
    expect(sketch(parseMarkdown('Before\n- a\ngoes on\n1. b\n> q\n## End ##'))).toEqual([
      'Before',
      { bullets: ['a goes on'] },
      { 'from 1': ['b'] },
      { quote: ['q'] },
      'h2 End',
    ])
  })

  it('nest lists by their indent and quotes by their marks', () => {
    expect(sketch(parseMarkdown('- a\n  1. b\n  2. c\n- d\n\n> x\n> > y'))).toEqual([
      { bullets: [['a', { 'from 1': ['b', 'c'] }], 'd'] },
      { quote: ['x', { quote: ['y'] }] },
    ])
  })

  it('leave HTML the text that it is', () => {
    expect(sketch(parseMarkdown('<img src=x onerror=alert(1)>'))).toEqual(['<img src=x onerror=alert(1)>'])
  })

  it('lose no word of any text', () => {
    const piece = fc.constantFrom(
      '- ',
      '1. ',
      '> ',
      '# ',
      '  ',
      '\n',
      '\n\n',
      'word',
      '*',
      '_',
      '`',
      '\t',
      ' ',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), pieces => {
        const source = pieces.join('')
        const words = JSON.stringify(parseMarkdown(source)).split('word').length - 1
        expect(words).toBe(source.split('word').length - 1)
      }),
    )
  })

  it('end, however deep quotes are nested', () => {
    expect(() => parseMarkdown('>'.repeat(50_000))).not.toThrow()
    expect(() =>
      parseMarkdown(Array.from({ length: 500 }, (_, i) => `${' '.repeat(i)}- x`).join('\n')),
    ).not.toThrow()
  })
})

describe('runs in a line', () => {
  const runs = (text: string) =>
    parseInlines(text).map(({ kind, text }) => (kind === 'text' ? text : [kind, text]))

  it('are strong, emphasised or code', () => {
    expect(runs('A *b* **c** _d_ __e__ `f*g*`.')).toEqual([
      'A ',
      ['emphasis', 'b'],
      ' ',
      ['strong', 'c'],
      ' ',
      ['emphasis', 'd'],
      ' ',
      ['strong', 'e'],
      ' ',
      ['code', 'f*g*'],
      '.',
    ])
  })

  it('leave alone what only looks like a mark', () => {
    expect(runs('snake_case_name 2 * 3 * 4')).toEqual(['snake_case_name 2 * 3 * 4'])
    expect(runs('\\*not\\* so')).toEqual(['*not* so'])
    expect(runs('**open')).toEqual(['**open'])
  })
})
