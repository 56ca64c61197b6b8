import { describe, expect, it } from 'vitest'
import { TextBuilder } from '../../../../src/core/exchange/documents/builder.ts'
import { finishDocument } from '../../../../src/core/exchange/documents/finish.ts'
import { spoken, warned } from '../../../support/read-documents.ts'

const rest = { kind: 'text' as const, mediaType: 'text/plain', warnings: [] }

function built(paragraphs: readonly string[], direction: 'ltr' | 'rtl' | null = null): TextBuilder {
  const builder = new TextBuilder(direction)
  for (const paragraph of paragraphs) {
    builder.begin({ kind: 'paragraph' })
    builder.add(paragraph)
  }
  return builder
}

describe('finishing a document', () => {
  it('finds turns, unless the format told them', () => {
    expect(spoken(finishDocument(built(['A1: x', 'B1: y', 'A1: z']), rest))).toHaveLength(3)
    const told = built(['A1: x', 'B1: y', 'A1: z'])
    told.addTurn({ start: 0, end: 5, speaker: 'Ann', speech: 4 })
    expect(spoken(finishDocument(told, rest))).toEqual(['Ann: x'])
  })

  it('finds the direction, unless the format told it', () => {
    expect(finishDocument(built(['שלום', 'abc']), rest).structure.direction).toBe('rtl')
    const { structure } = finishDocument(built(['שלום', 'abc'], 'ltr'), rest)
    expect(structure.direction).toBe('ltr')
    expect(structure.blocks.map(block => block.direction)).toEqual(['rtl', undefined])
  })

  it('finds pages, unless the format told them', () => {
    expect(finishDocument(built(['a\fb']), rest).structure.pages).toHaveLength(2)
    const told = built(['a\fb'])
    told.addPage({ start: 0, end: 3, label: 'iv' })
    expect(finishDocument(told, rest).structure.pages.map(page => page.label)).toEqual(['iv'])
  })

  it('warns of what could not be kept and of what cannot be seen', () => {
    expect(warned(finishDocument(built(['a\0b\u0007']), rest))).toEqual([
      'characters-replaced',
      'control-characters',
    ])
    expect(warned(finishDocument(built(['a\tb\fc\u00AD\u200B']), rest))).toEqual([])
  })

  it('refuses a text without text, but takes a scan', () => {
    expect(() => finishDocument(built([' ', '\u00A0']), rest)).toThrow(/holds no text/)
    expect(finishDocument(built([]), { ...rest, kind: 'pdf' }).text).toBe('')
  })
})
