import { zipOfParts } from './zip-files.ts'

const OASIS = 'urn:oasis:names:tc:opendocument:xmlns'
const NAMESPACES = [
  ['office', `${OASIS}:office:1.0`],
  ['text', `${OASIS}:text:1.0`],
  ['table', `${OASIS}:table:1.0`],
  ['style', `${OASIS}:style:1.0`],
  ['draw', `${OASIS}:drawing:1.0`],
  ['fo', `${OASIS}:xsl-fo-compatible:1.0`],
  ['dc', 'http://purl.org/dc/elements/1.1/'],
  ['xlink', 'http://www.w3.org/1999/xlink'],
]
  .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  .join(' ')

export const ODT_MEDIA_TYPE = 'application/vnd.oasis.opendocument.text'

interface OdtParts {
  /** children of office:text */
  readonly body: string
  /** children of office:automatic-styles */
  readonly automatic?: string
  /** children of office:styles */
  readonly styles?: string
}

export function odtContent({ body, automatic = '' }: OdtParts): string {
  return `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${NAMESPACES}><office:automatic-styles>${automatic}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`
}

export function odtFile(parts: OdtParts): Uint8Array {
  return zipOfParts({
    mimetype: ODT_MEDIA_TYPE,
    'content.xml': odtContent(parts),
    'styles.xml': `<office:document-styles ${NAMESPACES}><office:styles>${parts.styles ?? ''}</office:styles></office:document-styles>`,
    'META-INF/manifest.xml': `<manifest:manifest xmlns:manifest="${OASIS}:manifest:1.0"/>`,
  })
}
