import { Buffer } from 'node:buffer'
import { createCipheriv, createHash, pbkdf2Sync } from 'node:crypto'
import { deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { odt } from '../../../../src/core/exchange/documents/odt.ts'
import type { ReadDocument, ReadOptions } from '../../../../src/core/exchange/documents/reader.ts'
import { ODT_MEDIA_TYPE, odtContent, odtFile } from '../../../support/odt-files.ts'
import { zipOfParts } from '../../../support/zip-files.ts'

type Parts = Parameters<typeof odtFile>[0]
const open = (bytes: Uint8Array, options: ReadOptions = {}) =>
  odt.read(bytes, 'x.odt', options, () => undefined)
const read = (body: string, more: Omit<Parts, 'body'> = {}, options: ReadOptions = {}) =>
  open(odtFile({ body, ...more }), options)
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'read',
    error => error.code,
  )

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
const p = (content: string, style = ''): string => `<text:p text:style-name="${style}">${content}</text:p>`
const li = (content: string, attributes = ''): string =>
  `<text:list-item ${attributes}>${content}</text:list-item>`

describe('odt: paragraphs and looks', () => {
  it('collapses white space as ODF says, and keeps what is written out', async () => {
    const body =
      p('  a\n  b <text:s text:c="2"/>c<text:tab/>d<text:line-break/>e  ') +
      p('<text:span> x</text:span> <text:span> y</text:span>')
    expect((await read(body)).text).toBe('a b   c\td\ne\nx y')
  })

  it('takes looks from styles and their parents', async () => {
    const automatic = [
      '<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>',
      '<style:style style:name="BI" style:family="text" style:parent-style-name="B"><style:text-properties fo:font-style="italic"/></style:style>',
      '<style:style style:name="S" style:family="text"><style:text-properties style:text-position="33% 58%"/></style:style>',
    ].join('')
    const document = await read(
      p(
        '<text:span text:style-name="B">a</text:span><text:span text:style-name="BI">b</text:span><text:span text:style-name="S">c</text:span>',
      ),
      { automatic },
    )
    expect(marked(document)).toEqual(['bold: ab', 'italic: b', 'sup: c'])
  })

  it('numbers headings by the outline', async () => {
    const styles =
      '<text:outline-style><text:outline-level-style text:level="1" style:num-format="1"/><text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/></text:outline-style>'
    const h = (level: number, content: string, attributes = '') =>
      `<text:h text:outline-level="${level}" ${attributes}>${content}</text:h>`
    const body =
      h(1, 'A') + h(2, 'B') + h(2, 'C') + h(1, 'D') + h(2, 'E') + h(1, 'F', 'text:is-list-header="true"')
    expect(shown(await read(body, { styles }))).toEqual([
      'heading 1 «1» A',
      'heading 2 «1.1» B',
      'heading 2 «1.2» C',
      'heading 1 «2» D',
      'heading 2 «2.1» E',
      'heading 1 F',
    ])
  })
})

describe('odt: lists, tables, boxes', () => {
  const automatic = `<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="a" style:num-prefix="(" style:num-suffix=")"/></text:list-style><text:list-style style:name="U"><text:list-level-style-bullet text:level="1" text:bullet-char="–"/></text:list-style>`

  it('counts items, begins anew, and goes on where the list says so', async () => {
    const body = [
      `<text:list xml:id="one" text:style-name="L">${li(p('a') + p('still a'))}${li(`${p('b')}<text:list>${li(p('c'))}${li(p('d'))}</text:list>`)}</text:list>`,
      `<text:list text:style-name="U">${li(p('e'))}</text:list>`,
      `<text:list text:style-name="L">${li(p('f'))}${li(p('g'), 'text:start-value="9"')}</text:list>`,
      `<text:list text:continue-list="one">${li(p('h'))}</text:list>`,
    ].join('')
    expect(shown(await read(body, { automatic }))).toEqual([
      'item 1 «1.» a',
      'item 1 still a',
      'item 1 «2.» b',
      'item 2 «(a)» c',
      'item 2 «(b)» d',
      'item 1 «–» e',
      'item 1 «1.» f',
      'item 1 «9.» g',
      'item 1 «3.» h',
    ])
  })

  it('makes cells with their places', async () => {
    const cell = (text: string, attributes = '') =>
      `<table:table-cell ${attributes}>${p(text)}</table:table-cell>`
    const body = `<table:table><table:table-header-rows><table:table-row>${cell('A', 'table:number-columns-spanned="2"')}<table:covered-table-cell/>${cell('B')}</table:table-row></table:table-header-rows><table:table-row>${cell('', 'table:number-columns-repeated="2"')}${cell('x')}</table:table-row></table:table>`
    const { text, structure } = await read(body)
    expect(structure.blocks.map(({ row, column, header }) => [row, column, header ?? false])).toEqual([
      [0, 0, true],
      [0, 2, true],
      [1, 0, false],
      [1, 1, false],
      [1, 2, false],
    ])
    expect(text).toBe('A\tB\n\t\tx')
  })

  it('keeps the text of boxes behind their paragraph, and counts pictures', async () => {
    const body = p(
      `a<draw:frame><draw:text-box>${p('boxed')}</draw:text-box></draw:frame>b<draw:frame><draw:image/></draw:frame>`,
    )
    const document = await read(body)
    expect(document.text).toBe('ab\nboxed')
    expect(document.warnings.map(warning => warning.code)).toEqual(['pictures-left-out'])
  })
})

describe('odt: notes, comments, changes', () => {
  it('puts notes behind the text, tied to their signs', async () => {
    const note =
      '<text:note text:note-class="footnote"><text:note-citation>7</text:note-citation><text:note-body><text:p>the note</text:p></text:note-body></text:note>'
    const document = await read(p(`word${note} goes on`))
    expect(shown(document)).toEqual(['paragraph word7 goes on', 'note «7» the note'])
    expect(document.structure.marks.filter(mark => mark.kind === 'note')).toMatchObject([
      { start: 4, end: 5, to: document.structure.blocks[1]?.note },
    ])
  })

  it('makes remarks of annotations', async () => {
    const body = p(
      'see <office:annotation office:name="1"><dc:creator>Ann</dc:creator><text:p>why?</text:p></office:annotation>this<office:annotation-end office:name="1"/> one',
    )
    expect((await read(body)).structure.remarks).toEqual([{ start: 4, end: 8, author: 'Ann', text: 'why?' }])
  })

  const region = (id: string, kind: string, content = '') =>
    `<text:changed-region xml:id="${id}"><text:${kind}><office:change-info><dc:creator>Bob</dc:creator></office:change-info>${content}</text:${kind}></text:changed-region>`
  const changed = `<text:tracked-changes>${region('i', 'insertion')}${region('d', 'deletion', p('old'))}</text:tracked-changes>${p('a <text:change-start text:change-id="i"/>new<text:change-end text:change-id="i"/><text:change text:change-id="d"/> z')}`

  it('accepts insertions, drops deletions and says so', async () => {
    const document = await read(changed)
    expect(document.text).toBe('a new z')
    expect(document.warnings).toMatchObject([{ code: 'tracked-changes', severity: 'loss' }])
  })

  it('keeps both, marked, when asked to', async () => {
    const document = await read(changed, {}, { changes: 'keep-both' })
    expect(document.text).toBe('a newold z')
    expect(marked(document)).toEqual(['insertion Bob: new', 'deletion Bob: old'])
  })
})

describe('odt: packages', () => {
  it('reads the same in one XML file', async () => {
    expect((await open(Buffer.from(odtContent({ body: p('flat') })))).text).toBe('flat')
  })

  it('tells apart what cannot be read', async () => {
    expect(await codeOf(read(''))).toBe('file-empty')
    expect(await codeOf(open(odtFile({ body: p('x') }).subarray(0, 300)))).toBe('file-damaged')
    expect(await codeOf(open(zipOfParts({ mimetype: ODT_MEDIA_TYPE })))).toBe('file-damaged')
    expect(await codeOf(open(zipOfParts({ 'content.xml': '<office:document-content/>' })))).toBe(
      'file-damaged',
    )
    expect(await codeOf(open(Buffer.from('nothing of the kind')))).toBe('file-damaged')
  })

  it('opens a locked one with its password', async () => {
    const file = lockedOdt(p('secret'), 'Schlüssel')
    expect((await open(file, { password: 'Schlüssel' })).text).toBe('secret')
    expect(await codeOf(open(file))).toBe('file-password')
    expect(await codeOf(open(file, { password: 'schlüssel' }))).toBe('file-wrong-password')
  })

  it('says clearly what an old cipher needs', async () => {
    const file = lockedOdt(p('secret'), 'x', 'Blowfish CFB')
    await expect(open(file, { password: 'x' })).rejects.toThrow(/old kind .* save it without a password/)
  })
})

/** As LibreOffice locks a part: deflated, padded, AES-256-CBC under a key from PBKDF2. */
function lockedOdt(
  body: string,
  password: string,
  algorithm = 'http://www.w3.org/2001/04/xmlenc#aes256-cbc',
): Uint8Array {
  const plain = deflateRawSync(Buffer.from(odtContent({ body })))
  const [salt, iv] = [Buffer.alloc(16, 1), Buffer.alloc(16, 2)]
  const start = createHash('sha256').update(password).digest()
  const cipher = createCipheriv('aes-256-cbc', pbkdf2Sync(start, salt, 1000, 32, 'sha1'), iv)
  const packed = Buffer.concat([cipher.update(plain), cipher.final()])
  const checksum = createHash('sha256').update(plain.subarray(0, 1024)).digest('base64')
  const manifest = `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data manifest:checksum-type="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0#sha256-1k" manifest:checksum="${checksum}"><manifest:algorithm manifest:algorithm-name="${algorithm}" manifest:initialisation-vector="${iv.toString('base64')}"/><manifest:key-derivation manifest:key-derivation-name="PBKDF2" manifest:key-size="32" manifest:iteration-count="1000" manifest:salt="${salt.toString('base64')}"/><manifest:start-key-generation manifest:start-key-generation-name="http://www.w3.org/2000/09/xmldsig#sha256" manifest:key-size="32"/></manifest:encryption-data></manifest:file-entry></manifest:manifest>`
  return zipOfParts({ mimetype: ODT_MEDIA_TYPE, 'content.xml': packed, 'META-INF/manifest.xml': manifest })
}
