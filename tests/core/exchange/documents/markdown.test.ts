import { describe, expect, it } from 'vitest'
import { piecesOf } from '../../../../src/core/exchange/documents/markdown-pieces.ts'
import { brokenLaw, marked, readAs, shown, spoken, warned } from '../../../support/read-documents.ts'

const read = (source: string) => readAs('a.md', source)

describe('markdown', () => {
  it('gives the text without its signs, and the structure of its tree', async () => {
    const document = await read(
      [
        '# A *title*',
        'Some **bold** and `code`, a [link](https://x.org "t") and ~~gone~~.',
        '> Quoted\n>\n> > twice',
        '- one\n  - two\n\n    more\n- [x] done',
        '3) three\n4) four',
        '```js\nlet a = 1\n```',
        '---',
      ].join('\n\n'),
    )
    expect(shown(document)).toEqual([
      'heading 1 A title',
      'paragraph Some bold and code, a link and gone.',
      'quote 1 Quoted',
      'quote 2 twice',
      'item 1 «•» one',
      'item 2 «•» two',
      'item 2 more',
      'item 1 «☑» done',
      'item 1 «3)» three',
      'item 1 «4)» four',
      'pre let a = 1',
    ])
    expect(marked(document)).toEqual([
      'italic: title',
      'bold: bold',
      'link https://x.org: link',
      'strike: gone',
    ])
    expect(brokenLaw(document)).toBeNull()
  })

  it('lays tables out in cells', async () => {
    const document = await read('| a | b |\n|---|:-:|\n| **c** | d |\n')
    expect(document.text).toBe('a\tb\nc\td')
    expect(shown(document)).toEqual([
      'cell header 0:0:0 a',
      'cell header 0:0:1 b',
      'cell 0:1:0 c',
      'cell 0:1:1 d',
    ])
  })

  it('puts footnotes behind the text, and their numbers where they are called', async () => {
    const document = await read(
      'One[^b], two[^a] and[^b].\n\n[^a]: Note *a*.\n\n[^b]: Note b.\n\n    More.\n\n[^c]: Unused.',
    )
    expect(document.text).toBe('One1, two2 and1.\nNote b.\nMore.\nNote a.\nUnused.')
    expect(shown(document).slice(1)).toEqual([
      'note «1» Note b.',
      'note More.',
      'note «2» Note a.',
      'note «c» Unused.',
    ])
    expect(document.structure.marks.filter(mark => mark.kind === 'note').map(mark => mark.to)).toEqual([
      'footnote-b',
      'footnote-a',
      'footnote-b',
    ])
    expect(document.structure.blocks[1]?.note).toBe('footnote-b')
  })

  it('keeps the front matter out of the text, and says so', async () => {
    const document = await read('---\ntitle: "On mobility"\nlang: de\nauthors:\n  - A\n---\n\nText.')
    expect(document.text).toBe('Text.')
    expect([document.title, document.language]).toEqual(['On mobility', 'de'])
    expect(warned(document)).toEqual(['front-matter'])
    expect(document.warnings[0]?.message).toContain('title, lang, authors')
  })

  it('joins lines that were wrapped to a width, and keeps those that were not', async () => {
    const wrapped =
      'The contracting parties declare that they shall not apply measures\nwhich may be taken against the person or the interests of nationals\nof a foreign state solely on account of such nationality.'
    expect((await read(wrapped)).text).toBe(wrapped.replaceAll('\n', ' '))
    expect((await read('Roses are red\nViolets are blue')).text).toBe('Roses are red\nViolets are blue')
    expect((await read('one  \ntwo\\\nthree')).text).toBe('one\ntwo\nthree')
  })

  it('reads HTML in it, and counts what is left out', async () => {
    const document = await read(
      'H<sub>2</sub>O<br>x ![alt](p.png)\n\n<table><tr><th>a</th><td>b</td></tr></table>\n\n<!-- hidden -->',
    )
    expect(document.text).toBe('H2O\nx \na\tb')
    expect(marked(document)).toEqual(['sub: 2'])
    expect(warned(document)).toEqual(['pictures-left-out'])
  })

  it('knows who speaks by bold labels', async () => {
    const document = await read('**Ann:** Hello.\n\nMore.\n\n**Ben:** Yes: no.\n\n**Ann:** So.')
    expect(spoken(document)).toEqual(['Ann: Hello.\nMore.', 'Ben: Yes: no.', 'Ann: So.'])
  })

  it('reads in pieces what is long, with the same result', async () => {
    const part = (at: number) =>
      `## Part ${at}\n\nText [x] of ${at}[^1].\n\n${'word '.repeat(800)}\n\n- a\n- b\n`
    const source = `${Array.from({ length: 40 }, (_, at) => part(at)).join('\n')}\n[x]: https://x.org\n[^1]: The note.\n`
    expect(piecesOf(source).length).toBeGreaterThan(1)
    const document = await read(source)
    const count = (kind: string) => document.structure.blocks.filter(block => block.kind === kind).length
    expect([count('heading'), count('paragraph'), count('item'), count('note')]).toEqual([40, 80, 80, 1])
    expect(document.structure.marks.filter(mark => mark.kind === 'link')).toHaveLength(40)
    expect(document.structure.marks.filter(mark => mark.kind === 'note')).toHaveLength(40)
    expect(brokenLaw(document)).toBeNull()
  })

  it('does not cut code, comments or tables', () => {
    const code = `\`\`\`\n${'\n# not a title\n'.repeat(2000)}\`\`\`\n`
    expect(piecesOf(code)).toHaveLength(1)
    expect(piecesOf(`<!--\n${'\n- x\n'.repeat(2000)}-->`)).toHaveLength(1)
    expect(piecesOf(`|a|b|\n|-|-|\n${'|c|d|\n'.repeat(3000)}`)).toHaveLength(1)
  })
})
