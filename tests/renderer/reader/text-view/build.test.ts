import { describe, expect, it } from 'vitest'
import { buildText } from '../../../../src/renderer/reader/text-view/build.ts'
import { type Block, emptyStructure, type Structure } from '../../../../src/shared/model/structure.ts'

/** Blocks one after the other, a line feed between them (a tab within a row). */
function lay(
  parts: readonly (Omit<Block, 'start' | 'end'> & { words: string })[],
  special: Partial<Structure> = {},
) {
  let text = ''
  const blocks = parts.map(({ words, ...block }, n): Block => {
    const before = parts[n - 1]
    if (before) text += block.row !== undefined && before.row === block.row ? '\t' : '\n'
    const start = text.length
    text += words
    return { ...block, start, end: text.length }
  })
  return buildText(text, { ...emptyStructure(), blocks, ...special }).root
}

describe('buildText', () => {
  it('makes headings, paragraphs, quotes, preformatted text and notes of their kind', () => {
    const root = lay([
      { kind: 'heading', level: 2, words: 'Title' },
      { kind: 'paragraph', words: 'Text' },
      { kind: 'quote', level: 1, words: 'Said' },
      { kind: 'pre', words: 'a  b' },
      { kind: 'note', words: 'Note' },
    ])
    const tags = [...root.querySelectorAll('.text-block')].map(box => box.tagName)
    expect(tags).toEqual(['H2', 'P', 'BLOCKQUOTE', 'PRE', 'P'])
    expect(root.querySelector('.text-note')?.getAttribute('role')).toBe('doc-footnote')
  })

  it('keeps the marks of a list out of the text, and its depth', () => {
    const root = lay([
      { kind: 'item', level: 1, marker: '1.', words: 'one' },
      { kind: 'item', level: 2, marker: '•', words: 'two' },
      { kind: 'paragraph', words: 'after' },
    ])
    expect(root.querySelectorAll('ul')).toHaveLength(1)
    const items = [...root.querySelectorAll('li')]
    expect(items.map(item => item.dataset['marker'])).toEqual(['1.', '•'])
    expect(items[1]?.getAttribute('aria-level')).toBe('2')
    expect(root.querySelector('ul')?.textContent?.trim()).toBe('one\ntwo')
  })

  it('makes real tables, with heads, empty cells and cells of several blocks', () => {
    const root = lay([
      { kind: 'cell', table: 0, row: 0, column: 0, header: true, words: 'Country' },
      { kind: 'cell', table: 0, row: 0, column: 1, header: true, words: 'Year' },
      { kind: 'cell', table: 0, row: 1, column: 0, words: '' },
      { kind: 'cell', table: 0, row: 1, column: 1, words: 'first' },
      { kind: 'cell', table: 0, row: 1, column: 1, words: 'second' },
      { kind: 'cell', table: 1, row: 0, column: 0, words: 'another table' },
    ])
    const [first, second] = root.querySelectorAll('table')
    expect(first?.querySelectorAll('tr')).toHaveLength(2)
    expect(first?.querySelectorAll('th[scope="col"]')).toHaveLength(2)
    expect(first?.querySelectorAll('td')).toHaveLength(2)
    expect([...first!.querySelectorAll('td')].at(-1)?.querySelectorAll('.text-block')).toHaveLength(2)
    expect(second?.textContent).toBe('another table')
    expect(root.textContent).toBe('Country\tYear\n\tfirst\tsecond\nanother table')
  })

  it('nests marks that overlap, and never makes a link that can be followed', () => {
    const root = lay([{ kind: 'paragraph', words: 'bold both link' }], {
      marks: [
        { kind: 'bold', start: 0, end: 9 },
        { kind: 'italic', start: 5, end: 9 },
        { kind: 'link', start: 10, end: 14, to: 'https://example.org/' },
      ],
    })
    expect(root.querySelector('strong > em')?.textContent).toBe('both')
    expect(root.querySelector('a')).toBeNull()
    const link = root.querySelector('[role="link"]')
    expect(link?.getAttribute('aria-disabled')).toBe('true')
    expect(link?.getAttribute('aria-description')).toContain('https://example.org/')
  })

  it('shows where pages begin, between paragraphs and within them, and not at all where there is one page', () => {
    const pages = [
      { start: 0, end: 4, label: 'i' },
      { start: 4, end: 9, label: 'ii' },
      { start: 9, end: 12, label: '1' },
    ]
    const parts = [
      { kind: 'paragraph' as const, words: 'ab cd ef' },
      { kind: 'paragraph' as const, words: 'gh' },
    ]
    const root = lay(parts, { pages })
    const shown = [...root.querySelectorAll<HTMLElement>('[role="doc-pagebreak"]')]
    expect(shown.map(page => [page.dataset['label'], page.tagName])).toEqual([
      ['i', 'DIV'],
      ['ii', 'SPAN'],
      ['1', 'DIV'],
    ])
    expect(lay(parts, { pages: pages.slice(0, 1) }).querySelector('[role="doc-pagebreak"]')).toBeNull()
  })

  it('emphasises who speaks, and gives each paragraph its own direction', () => {
    const root = lay(
      [
        { kind: 'paragraph', words: 'A: yes' },
        { kind: 'paragraph', direction: 'rtl', words: 'שלום' },
      ],
      { turns: [{ start: 0, end: 6, speaker: 'A', speech: 3 }] },
    )
    expect(root.querySelector('.text-speaker')?.textContent).toBe('A: ')
    expect(root.querySelectorAll('p')[1]?.dir).toBe('rtl')
  })

  it('numbers paragraphs once, also those that are shown in pieces', () => {
    const root = lay([
      { kind: 'paragraph', words: 'short' },
      { kind: 'paragraph', words: 'long '.repeat(1000) },
      { kind: 'paragraph', words: 'last' },
    ])
    const numbers = [...root.querySelectorAll<HTMLElement>('[data-number]')].map(box => box.dataset['number'])
    expect(numbers).toEqual(['1', '2', '3'])
    expect(root.querySelectorAll('.text-continued').length).toBeGreaterThan(0)
  })
})
