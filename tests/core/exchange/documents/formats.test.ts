import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { documentReaders, pickReader } from '../../../../src/core/exchange/documents/formats.ts'
import { toFailureData } from '../../../../src/shared/errors.ts'
import { readAs, refusalOf } from '../../../support/read-documents.ts'

const bytes = (text: string): Uint8Array => Uint8Array.from([...text].map(letter => letter.charCodeAt(0)))
const OLE = '\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1'
const wide = (name: string) => [...name].map(letter => `${letter}\0`).join('')

function picked(head: string, name: string): string {
  try {
    return pickReader(bytes(head), name).id
  } catch (error) {
    return toFailureData(error).code
  }
}

describe('picking a reader', () => {
  it('lets the content decide before the name', () => {
    expect(picked('%PDF-1.7', 'a.txt')).toBe('pdf')
    expect(picked('{\\rtf1 x}', 'a.doc')).toBe('rtf')
    expect(picked('<!DOCTYPE html><p>', 'a.doc')).toBe('html')
    expect(picked('\xEF\xBB\xBF<html>', 'a')).toBe('html')
    expect(picked('\xFF\xFE<\0h\0t\0m\0l\0>\0', 'a.x')).toBe('html')
    expect(picked('WEBVTT\n\n', 'a.txt')).toBe('vtt')
    expect(picked('1\r\n00:00:01,000 --> 00:00:02,000\r\nx', 'a.txt')).toBe('srt')
    expect(picked('PK\x03\x04....word/document.xml', 'a.bin')).toBe('docx')
    expect(picked('PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.text', 'a.bin')).toBe('odt')
  })

  it('goes by the name where the content says nothing', () => {
    expect(picked('# Title', 'a.MD')).toBe('markdown')
    expect(picked('<h1>Title</h1>', 'a.md')).toBe('markdown')
    expect(picked('text', 'a.html')).toBe('html')
    expect(picked('text', 'a.srt')).toBe('srt')
    expect(picked('text', 'interview')).toBe('txt')
    expect(picked('text', 'a.tex')).toBe('txt')
    expect(picked('not a package', 'a.docx')).toBe('docx')
    expect(picked('not a PDF', 'a.pdf')).toBe('pdf')
  })

  it('tells old Word files from encrypted new ones', () => {
    expect(picked(`${OLE}..${wide('WordDocument')}`, 'a.doc')).toBe('file-legacy-doc')
    expect(picked(`${OLE}..${wide('WordDocument')}`, 'a')).toBe('file-legacy-doc')
    expect(picked(`${OLE}..${wide('EncryptedPackage')}`, 'a.doc')).toBe('docx')
    expect(picked(OLE, 'a.docx')).toBe('docx')
    expect(picked(`${OLE}..${wide('Workbook')}`, 'a.xls')).toBe('file-unknown')
  })

  it('takes pictures that can be shown, and names the kinds that cannot', () => {
    expect(picked('\x89PNG\r\n\x1A\n', 'a.txt')).toBe('image')
    expect(picked('\xFF\xD8\xFF\xE0', 'a.png')).toBe('image')
    expect(picked('RIFF1234WEBPVP8 ', 'a')).toBe('image')
    expect(picked('GIF89a', 'a.txt')).toBe('image')
    expect(picked('text', 'a.png')).toBe('image')
    for (const head of ['II*\0', 'MM\0*', '8BPS\0', '\0\0\0\x18ftypheic', '\0\0\0\x18ftypavif'])
      expect(picked(head, 'a.png'), head).toBe('picture-unsupported')
    expect(picked('BMW drives', 'a.txt')).toBe('txt')
  })

  it('refuses archives, programs and recordings, whatever they are called', () => {
    const heads = [
      'RIFF1234WAVE',
      '\0\0\0\x18ftypmp42',
      'ID3\x03\0',
      'Rar!\x1A\x07',
      '\x1F\x8B\x08',
      '7z\xBC\xAF\x27\x1C',
      '\x7FELF',
      'MZ\x90\0',
      'SQLite format 3\0',
      'PK\x03\x04....xl/workbook.xml',
    ]
    for (const head of heads) expect(picked(head, 'a.txt')).toBe('file-unknown')
    expect(picked('MIME-Version: 1.0\r\nContent-Type: x', 'a.txt')).toBe('file-unknown')
    for (const name of ['a.xlsx', 'a.epub', 'a.eml', 'a.mp3'])
      expect(picked('text', name)).toBe('file-unknown')
  })

  it('does not mistake text for them', () => {
    for (const head of [
      'ID3: hello there',
      'RIFF and raff',
      'GIF pictures',
      'BZh, said',
      '8BPS',
      'Rar! he cried',
    ]) {
      expect(picked(head, 'a.txt')).toBe('txt')
    }
  })

  it('lists every reader once, with its extensions', () => {
    expect(documentReaders.map(reader => reader.id)).toEqual([
      'pdf',
      'image',
      'docx',
      'odt',
      'rtf',
      'vtt',
      'srt',
      'markdown',
      'html',
      'txt',
    ])
    const extensions = documentReaders.flatMap(reader => reader.extensions)
    expect(new Set(extensions).size).toBe(extensions.length)
  })

  it('has a chapter on every format', () => {
    const chapters =
      readFileSync(new URL('../../../../docs/formats.md', import.meta.url), 'utf8')
        .match(/^## .*$/gm)
        ?.join(' ') ?? ''
    const names: Record<string, string> = {
      docx: 'DOCX',
      odt: 'ODT',
      pdf: 'PDF',
      image: 'Pictures',
      rtf: 'RTF',
      srt: 'SRT',
      vtt: 'WebVTT',
      markdown: 'Markdown',
      html: 'HTML',
      txt: 'Plain text',
    }
    for (const { id } of documentReaders) expect(chapters).toContain(names[id] ?? `a chapter on ${id}`)
  })
})

describe('reading', () => {
  it('names the file in every refusal', async () => {
    const work = pickReader(bytes('  '), 'empty.txt').read(bytes('  '), 'empty.txt', {}, () => undefined)
    await expect(work).rejects.toMatchObject({ code: 'file-empty', details: { name: 'empty.txt' } })
    expect(await refusalOf('a.txt', bytes('a\0\x01\x02\x03'.repeat(100)))).toBe('file-unknown')
  })

  it("takes Node's buffers as well", async () => {
    expect((await readAs('a.txt', Buffer.from('text'))).text).toBe('text')
  })
})
