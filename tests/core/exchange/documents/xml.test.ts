import { describe, expect, it } from 'vitest'
import {
  at,
  child,
  descendants,
  elements,
  parseXml,
  parseXmlText,
  textOf,
} from '../../../../src/core/exchange/documents/xml.ts'

const options = { file: 'x.docx', prefixes: { 'urn:one': 'w' } }
const parse = (source: string) => parseXmlText(source, options)
const codeOf = (work: () => unknown): string => {
  try {
    work()
    return 'nothing was refused'
  } catch (error) {
    return (error as { code: string }).code
  }
}

describe('parseXml', () => {
  it('names elements by our prefix for their namespace, whatever the file calls it', () => {
    const root = parse('<z:a xmlns:z="urn:one" z:k="1" k="2"><b xmlns="urn:one"/><c/></z:a>')
    expect(root.name).toBe('w:a')
    expect(root.attributes).toEqual({ 'w:k': '1', k: '2' })
    expect(elements(root).map(element => element.name)).toEqual(['w:b', 'c'])
  })

  it('never takes a foreign namespace for ours, even under our prefix', () => {
    expect(parse('<w:a xmlns:w="urn:other"/>').name).toBe('w?:a')
  })

  it('joins character data and CDATA, and keeps the order of nodes', () => {
    const root = parse('<a>x<![CDATA[<y>]]>&amp;<b>z</b>!</a>')
    expect(root.children[0]).toBe('x<y>&')
    expect(textOf(root)).toBe('x<y>&z!')
  })

  it('refuses every DOCTYPE, and with it every entity bomb', () => {
    const bomb = '<!DOCTYPE a [<!ENTITY l "lol"><!ENTITY m "&l;&l;">]><a>&m;</a>'
    expect(codeOf(() => parse(bomb))).toBe('file-unsafe')
    expect(codeOf(() => parse('<!DOCTYPE a SYSTEM "http://example.org/a.dtd"><a/>'))).toBe('file-unsafe')
    const bare = { ...options, bareDoctype: true }
    expect(codeOf(() => parseXmlText(bomb, bare))).toBe('file-unsafe')
    expect(
      parseXmlText('<!DOCTYPE a PUBLIC "-//OpenOffice.org//DTD Manifest 1.0//EN" "M.dtd"><a/>', bare).name,
    ).toBe('a')
  })

  it('refuses nesting that no document has', () => {
    const nested = (depth: number) => '<a>'.repeat(depth) + '</a>'.repeat(depth)
    expect(codeOf(() => parse(nested(257)))).toBe('file-unsafe')
    expect(parse(nested(256)).name).toBe('a')
  })

  it('says of broken XML that the file is damaged', () => {
    for (const source of ['', '<a>', '<a></b>', '<a/><b/>', '<a b=1/>', '<a>&nope;</a>']) {
      expect(codeOf(() => parse(source))).toBe('file-damaged')
    }
  })

  it('reads the encodings that XML may come in', () => {
    const utf16 = Buffer.from('\uFEFF<?xml version="1.0" encoding="UTF-16"?><a>é</a>', 'utf16le')
    expect(textOf(parseXml(utf16, options))).toBe('é')
    const latin1 = Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>é</a>', 'latin1')
    expect(textOf(parseXml(latin1, options))).toBe('é')
    expect(textOf(parseXml(Buffer.from('\uFEFF<a>é</a>'), options))).toBe('é')
  })

  it('finds children, paths and descendants', () => {
    const root = parse('<a><b><c>1</c></b><c>2</c></a>')
    expect(textOf(at(root, 'b', 'c') ?? '')).toBe('1')
    expect(child(root, 'd')).toBeUndefined()
    expect([...descendants(root, 'c')].map(textOf)).toEqual(['1', '2'])
  })
})
