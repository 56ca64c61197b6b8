import { describe, expect, it } from 'vitest'
import { docx } from '../../../../src/core/exchange/documents/docx.ts'
import type { ReadDocument, ReadOptions } from '../../../../src/core/exchange/documents/reader.ts'
import { p, r, wordFile } from '../../../support/word-files.ts'
import { zipOfParts } from '../../../support/zip-files.ts'

type Parts = Parameters<typeof wordFile>[0]
const read = (parts: Parts, options: ReadOptions = {}) =>
  docx.read(wordFile(parts), 'x.docx', options, () => undefined)
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'read',
    error => error.code,
  )

/** Blocks as they would be shown: "heading 1 «1.» Title". */
const shown = ({ text, structure }: ReadDocument): string[] =>
  structure.blocks.map(block =>
    [block.kind, block.level, block.marker && `«${block.marker}»`, text.slice(block.start, block.end)]
      .filter(part => part !== undefined && part !== '')
      .join(' '),
  )
const marked = ({ text, structure }: ReadDocument): string[] =>
  structure.marks.map(
    mark => `${mark.kind}${mark.to ? ` ${mark.to}` : ''}: ${text.slice(mark.start, mark.end)}`,
  )
const codes = ({ warnings }: ReadDocument): string[] => warnings.map(warning => warning.code)

const STYLES = [
  '<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/><w:rPr><w:b/></w:rPr></w:style>',
  '<w:style w:type="paragraph" w:styleId="Eigen"><w:name w:val="Eigen"/><w:basedOn w:val="berschrift1"/></w:style>',
  '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>',
  '<w:style w:type="paragraph" w:styleId="Fett"><w:name w:val="Fett"/><w:rPr><w:b/></w:rPr></w:style>',
].join('')
const style = (id: string): string => `<w:pStyle w:val="${id}"/>`

describe('docx: paragraphs and looks', () => {
  it('takes headings from the style, its basis or the outline, in whatever language the style is called', async () => {
    const body =
      p('One', style('berschrift1')) +
      p('Two', style('Eigen')) +
      p('Three', '<w:outlineLvl w:val="2"/>') +
      p('Body')
    const document = await read({ body, styles: STYLES })
    expect(shown(document)).toEqual(['heading 1 One', 'heading 1 Two', 'heading 3 Three', 'paragraph Body'])
    expect(document.text).toBe('One\nTwo\nThree\nBody')
    expect(document.structure.marks).toEqual([])
  })

  it('makes one mark of many runs, and lets two bolds cancel out as Word does', async () => {
    const body = `<w:p>${r('al', '<w:b/>')}${r('pha', '<w:b/>')}${r(' beta ', '<w:i/>')}${r('x', '<w:vertAlign w:val="superscript"/>')}</w:p>`
    const twice = `<w:p><w:pPr>${style('Fett')}</w:pPr>${r('bold')}${r(' plain', '<w:rStyle w:val="Strong"/>')}</w:p>`
    const document = await read({ body: body + twice, styles: STYLES })
    expect(marked(document)).toEqual(['bold: alpha', 'italic:  beta ', 'sup: x', 'bold: bold'])
  })

  it('keeps tabs, breaks and special hyphens, and no break at the edge of a paragraph', async () => {
    const body = `<w:p><w:r><w:br/><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/><w:t>e</w:t><w:br/></w:r></w:p>`
    expect((await read({ body })).text).toBe('a\tb\nc\u2011d\u00ADe')
  })

  it('leaves out hidden text and says how much', async () => {
    const document = await read({ body: `<w:p>${r('seen')}${r('unseen', '<w:vanish/>')}</w:p>` })
    expect(document.text).toBe('seen')
    expect(codes(document)).toContain('hidden-text-left-out')
  })

  it('reads the strict edition of the standard', async () => {
    expect((await read({ body: p('Test'), strict: true })).text).toBe('Test')
  })

  it('knows right-to-left paragraphs', async () => {
    const { structure } = await read({ body: p('مرحبا بكم جميعا', '<w:bidi/>') })
    expect(structure.direction).toBe('rtl')
  })

  it('finds the real letters of symbol fonts', async () => {
    const body =
      '<w:p><w:r><w:sym w:font="Symbol" w:char="F061"/></w:r><w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r></w:p>'
    expect((await read({ body })).text).toBe('α✓')
  })

  it('joins a large initial with its paragraph', async () => {
    expect((await read({ body: p('O', '<w:framePr w:dropCap="drop"/>') + p('nce') })).text).toBe('Once')
  })
})

const LISTS = `<w:abstractNum w:abstractNumId="0">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>
  <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%3)"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="\uF0B7"/><w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>`
const listed = (text: string, list: number, level: number): string =>
  p(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`)

describe('docx: lists', () => {
  it('shows the numbers that the reader saw, and none of them in the text', async () => {
    const body = [
      listed('a', 1, 0),
      listed('b', 1, 1),
      listed('c', 1, 2),
      listed('d', 1, 2),
      p('between'),
      listed('e', 1, 1),
      listed('f', 1, 0),
      listed('g', 1, 1),
      listed('h', 2, 0),
      listed('i', 3, 0),
      listed('j', 1, 0),
    ].join('')
    const document = await read({ body, numbering: LISTS })
    expect(shown(document)).toEqual([
      'item 1 «1.» a',
      'item 2 «1.1» b',
      'item 3 «(a)» c',
      'item 3 «(b)» d',
      'paragraph between',
      'item 2 «1.2» e',
      'item 1 «2.» f',
      'item 2 «2.1» g',
      'item 1 «•» h',
      'item 1 «7.» i',
      'item 1 «8.» j',
    ])
    expect(document.text).not.toMatch(/\d/)
  })

  it('numbers headings too', async () => {
    const body = p('Title', `${style('berschrift1')}<w:numPr><w:numId w:val="1"/></w:numPr>`)
    expect(shown(await read({ body, styles: STYLES, numbering: LISTS }))).toEqual(['heading 1 «1.» Title'])
  })
})

const cell = (content: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`

describe('docx: tables', () => {
  it('makes cells with their places, merged ones once, heads marked', async () => {
    const body = `<w:tbl>
      <w:tr><w:trPr><w:tblHeader/></w:trPr>${cell(p('A'))}${cell(p('B'), '<w:gridSpan w:val="2"/>')}</w:tr>
      <w:tr>${cell(p('tall'), '<w:vMerge w:val="restart"/>')}${cell(p('one') + p('two'))}${cell(p(''))}</w:tr>
      <w:tr>${cell(p(''), '<w:vMerge/>')}${cell(p('x'))}${cell(p('y'))}</w:tr>
    </w:tbl>`
    const { text, structure } = await read({ body: body + p('after') })
    const cells = structure.blocks.filter(block => block.kind === 'cell')
    expect(
      cells.map(({ row, column, header, start, end }) => [
        row,
        column,
        header ?? false,
        text.slice(start, end),
      ]),
    ).toEqual([
      [0, 0, true, 'A'],
      [0, 1, true, 'B'],
      [1, 0, false, 'tall'],
      [1, 1, false, 'one\ntwo'],
      [1, 2, false, ''],
      [2, 1, false, 'x'],
      [2, 2, false, 'y'],
    ])
    expect(text).toBe('A\tB\ntall\tone\ntwo\t\nx\ty\nafter')
  })

  it('does not take a frame around text for a table', async () => {
    const body = `<w:tbl><w:tr>${cell(p('Title', style('berschrift1')) + p('text'))}</w:tr></w:tbl>`
    expect(shown(await read({ body, styles: STYLES }))).toEqual(['heading 1 Title', 'paragraph text'])
  })
})

describe('docx: notes, comments, links and boxes', () => {
  it('puts notes behind the text, tied to their signs', async () => {
    const reference = (kind: string, id: number) => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`
    const body = `<w:p>${r('One')}${reference('footnote', 3)}${r(' two')}${reference('footnote', 1)}${reference('endnote', 5)}</w:p>`
    const note = (kind: string, id: number, text: string) =>
      `<w:${kind} w:id="${id}"><w:p><w:r><w:${kind}Ref/></w:r>${r(` ${text}`)}</w:p></w:${kind}>`
    const document = await read({
      body,
      footnotes: note('footnote', 1, 'second') + note('footnote', 3, 'first'),
      endnotes: note('endnote', 5, 'end'),
    })
    expect(shown(document)).toEqual([
      'paragraph One1 two2i',
      'note «1» first',
      'note «2» second',
      'note «i» end',
    ])
    const keys = document.structure.blocks.flatMap(block => block.note ?? [])
    const tied = document.structure.marks.filter(mark => mark.kind === 'note')
    expect(tied.map(mark => [mark.to, document.text.slice(mark.start, mark.end)])).toEqual([
      [keys[0], '1'],
      [keys[1], '2'],
      [keys[2], 'i'],
    ])
  })

  it('makes remarks of comments, and says which have no place', async () => {
    const comment = (id: number, text: string) =>
      `<w:comment w:id="${id}" w:author="Ann">${p(text)}</w:comment>`
    const body = `<w:p>${r('see ')}<w:commentRangeStart w:id="0"/>${r('this')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>`
    const document = await read({ body, comments: comment(0, 'why?') + comment(1, 'lost') })
    expect(document.structure.remarks).toEqual([{ start: 4, end: 8, author: 'Ann', text: 'why?' }])
    expect(document.text).toBe('see this')
    expect(codes(document)).toContain('comments-left-out')
  })

  it('marks links of both kinds, and shows of a field only its result', async () => {
    const field =
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "http://b.example/" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>b</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    const body = `<w:p><w:hyperlink r:id="l1">${r('a')}</w:hyperlink>${r(' ')}${field}${r(' c')}</w:p>`
    const document = await read({ body, links: { l1: 'http://a.example/' } })
    expect(document.text).toBe('a b c')
    expect(marked(document)).toEqual(['link http://a.example/: a', 'link http://b.example/: b'])
  })

  it('keeps the text of a text box once, behind its paragraph', async () => {
    const box = (text: string) => `<w:txbxContent>${p(text)}</w:txbxContent>`
    const body = `<w:p>${r('before')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box('boxed')}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box('boxed')}</w:pict></mc:Fallback></mc:AlternateContent></w:r>${r(' after')}</w:p>`
    expect((await read({ body })).text).toBe('before after\nboxed')
  })

  it('says what it leaves out: pictures, embedded files, running heads', async () => {
    const body = `<w:p>${r('x')}<w:r><w:drawing/></w:r></w:p><w:altChunk r:id="a"/>`
    expect(codes(await read({ body, header: p('head') }))).toEqual([
      'pictures-left-out',
      'embedded-left-out',
      'running-heads-left-out',
    ])
  })
})

describe('docx: tracked changes', () => {
  const body = `<w:p>${r('a ')}<w:ins w:author="Ann" w:date="2024-01-01">${r('new ')}</w:ins><w:del w:author="Bob"><w:r><w:delText xml:space="preserve">old </w:delText></w:r></w:del>${r('z')}</w:p>`

  it('accepts insertions, drops deletions and says so', async () => {
    const document = await read({ body })
    expect(document.text).toBe('a new z')
    expect(document.warnings).toMatchObject([{ code: 'tracked-changes', severity: 'loss' }])
    expect(document.warnings[0]?.message).toContain('1 tracked insertion')
    expect(document.warnings[0]?.message).toContain('1 tracked deletion')
  })

  it('keeps both, marked, when asked to', async () => {
    const document = await read({ body }, { changes: 'keep-both' })
    expect(document.text).toBe('a new old z')
    expect(marked(document)).toEqual(['insertion Ann, 2024-01-01: new ', 'deletion Bob: old '])
    expect(document.warnings).toMatchObject([{ code: 'tracked-changes', severity: 'notice' }])
  })

  it('lets a paragraph whose end was deleted run on into the next', async () => {
    const body = p('one ', '<w:rPr><w:del w:author="B"/></w:rPr>') + p('two', style('berschrift1'))
    expect(shown(await read({ body, styles: STYLES }))).toEqual(['heading 1 one two'])
    expect((await read({ body }, { changes: 'keep-both' })).text).toBe('one \ntwo')
  })

  it('drops a deleted row', async () => {
    const row = (text: string, properties: string) =>
      `<w:tr><w:trPr>${properties}</w:trPr>${cell(p(text))}${cell(p(text))}</w:tr>`
    const body = `<w:tbl>${row('stays', '')}${row('goes', '<w:del w:author="B"/>')}</w:tbl>`
    expect((await read({ body })).text).toBe('stays\tstays')
  })
})

describe('docx: pages and refusals', () => {
  it('knows the pages that the word processor laid out', async () => {
    const body = `${p('first')}<w:p><w:r><w:lastRenderedPageBreak/><w:t>second</w:t></w:r></w:p>`
    const { text, structure } = await read({ body })
    expect(structure.pages.map(({ start, end, label }) => [label, text.slice(start, end)])).toEqual([
      ['1', 'first\n'],
      ['2', 'second'],
    ])
    expect((await read({ body: p('no breaks') })).structure.pages).toEqual([])
  })

  it('tells apart what cannot be read', async () => {
    const reading = (bytes: Uint8Array) => codeOf(docx.read(bytes, 'x.docx', {}, () => undefined))
    expect(await reading(wordFile({ body: '' }))).toBe('file-empty')
    expect(await reading(wordFile({ body: p('x') }).subarray(0, 500))).toBe('file-damaged')
    expect(await reading(zipOfParts({ 'ppt/presentation.xml': '<a/>' }))).toBe('file-damaged')
    expect(await reading(wordFile({ body: '<w:p>' }))).toBe('file-damaged')
    expect(await reading(Buffer.from('no package at all'))).toBe('file-damaged')
  })
})
