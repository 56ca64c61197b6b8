import { zipOfParts } from './zip-files.ts'

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const STRICT = 'http://purl.oclc.org/ooxml/wordprocessingml/main'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'
const MC = 'http://schemas.openxmlformats.org/markup-compatibility/2006'

interface WordParts {
  /** children of w:body */
  readonly body: string
  /** children of w:styles, w:numbering, w:footnotes … */
  readonly styles?: string
  readonly numbering?: string
  readonly footnotes?: string
  readonly endnotes?: string
  readonly comments?: string
  readonly header?: string
  /** external hyperlinks by relation id */
  readonly links?: Readonly<Record<string, string>>
  readonly strict?: boolean
}

/** A Word document of the parts given: as small as Word would still open it. */
export function wordFile(parts: WordParts): Uint8Array {
  const namespace = parts.strict ? STRICT : W
  const root = (name: string, content: string) =>
    `<?xml version="1.0" encoding="UTF-8"?><w:${name} xmlns:w="${namespace}" xmlns:r="${R}" xmlns:mc="${MC}">${content}</w:${name}>`
  const files: Record<string, string> = {}
  const relations: string[] = []
  const add = (type: string, rootName: string, content: string | undefined) => {
    if (content === undefined) return
    files[`word/${type}.xml`] = root(rootName, content)
    relations.push(`<Relationship Id="p-${type}" Type="${R}/${type}" Target="${type}.xml"/>`)
  }
  add('styles', 'styles', parts.styles)
  add('numbering', 'numbering', parts.numbering)
  add('footnotes', 'footnotes', parts.footnotes)
  add('endnotes', 'endnotes', parts.endnotes)
  add('comments', 'comments', parts.comments)
  add('header', 'hdr', parts.header)
  for (const [id, target] of Object.entries(parts.links ?? {})) {
    relations.push(
      `<Relationship Id="${id}" Type="${R}/hyperlink" Target="${target}" TargetMode="External"/>`,
    )
  }
  return zipOfParts({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}"><Relationship Id="r1" Type="${R}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="${PACKAGE}">${relations.join('')}</Relationships>`,
    'word/document.xml': root('document', `<w:body>${parts.body}</w:body>`),
    ...files,
  })
}

/** A paragraph of plain text; `properties` are children of w:pPr. */
export const p = (text: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr>${r(text)}</w:p>`

/** A run; `properties` are children of w:rPr. */
export const r = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
