import type { Warning } from '../../../shared/model/warning.ts'
import { TextBuilder } from './builder.ts'
import { decodeText } from './encoding.ts'
import { finishDocument } from './finish.ts'
import { writeHtml } from './html-blocks.ts'
import type { HtmlTally } from './html-place.ts'
import {
  attribute,
  type Element,
  find,
  isElement,
  type Parent,
  parseDocument,
  textOf,
  walk,
} from './html-tree.ts'
import { counted } from './office-warnings.ts'
import type { DocumentReader } from './reader.ts'

/** Languages that are written from right to left, whatever a page forgot to say. */
const RTL_LANGUAGE =
  /^(?:ar|arc|ckb|dv|fa|he|iw|ks|nqo|pnb|ps|sd|syr|ug|ur|yi)\b|-(?:arab|hebr|thaa|syrc|nkoo)\b/i

/** A saved web page. Nothing in it is run, imported or fetched. */
export const readHtml: DocumentReader['read'] = async (bytes, name, options, progress) => {
  progress(0, 2)
  const declared = declaredEncoding(bytes)
  const wishes = { ...options, ...(declared === null ? {} : { declared }) }
  const { text, encoding, encodings, warnings } = decodeText(bytes, name, wishes)
  const document = parseDocument(isXhtml(text) ? withoutSelfClosing(text) : text)
  progress(1, 2)
  const root = find(document, 'html')
  const body = find(document, 'body')
  const language = languageOf(document, root)
  const builder = new TextBuilder(directionOf(root, body, language))
  const tally = writeHtml(builder, document)
  const titleElement = find(document, 'title')
  const title = titleElement ? textOf(titleElement).replace(/\s+/g, ' ').trim() : ''
  progress(2, 2)
  return finishDocument(builder, {
    kind: 'text',
    mediaType: 'text/html',
    encoding,
    encodings,
    ...(title === '' ? {} : { title }),
    ...(language === null ? {} : { language }),
    warnings: [...warnings, ...leftOut(tally)],
  })
}

/** What the page calls its own encoding; a page that can say so in ASCII is not in UTF-16. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 16_384))
  const meta = /<meta\b[^>]*\bcharset\s*=\s*["']?\s*([\w.:-]+)/i.exec(
    head.replace(/<!--[\s\S]*?-->/g, ''),
  )?.[1]
  const declared = meta ?? /^\s*<\?xml\b[^>]*\bencoding\s*=\s*["']([\w.:-]+)/.exec(head)?.[1] ?? null
  return declared !== null && /^utf-?16/i.test(declared) ? 'utf-8' : declared
}

const isXhtml = (source: string): boolean => /^\s*(?:<\?xml\b|<!DOCTYPE[^>]*XHTML)/i.test(source)

const VOID = /^(?:area|base|br|col|embed|frame|hr|img|input|link|meta|param|source|track|wbr)$/i

/** In XHTML "<script/>" and "<a/>" are complete; an HTML parser would let them swallow what follows. */
function withoutSelfClosing(source: string): string {
  return source
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, data: string) =>
      data.replace(/&/g, '&amp;').replace(/</g, '&lt;'),
    )
    .replace(/<([a-z][\w:-]*)((?:\s[^<>]*)?)\/>/gi, (tag, name: string, rest: string) =>
      VOID.test(name) ? tag : `<${name}${rest}></${name}>`,
    )
}

function languageOf(document: Parent, root: Element | null): string | null {
  const said = root && (attribute(root, 'lang') ?? attribute(root, 'xml:lang'))
  if (said) return said.trim() || null
  for (const node of walk(document)) {
    if (!isElement(node) || node.tagName !== 'meta') continue
    const key = (attribute(node, 'http-equiv') ?? attribute(node, 'name') ?? '').toLowerCase()
    if (/^(?:content-language|dc\.language|dcterms\.language|language)$/.test(key))
      return attribute(node, 'content')?.trim() || null
  }
  return null
}

function directionOf(
  root: Element | null,
  body: Element | null,
  language: string | null,
): 'ltr' | 'rtl' | null {
  for (const element of [body, root]) {
    const said = element && attribute(element, 'dir')?.toLowerCase()
    if (said === 'rtl' || said === 'ltr') return said
  }
  return language !== null && RTL_LANGUAGE.test(language) ? 'rtl' : null
}

function leftOut({ pictures, hidden, forms }: HtmlTally): Warning[] {
  const warnings: Warning[] = []
  const say = (code: string, message: string) => warnings.push({ code, severity: 'loss', message })
  if (pictures > 0)
    say('pictures-left-out', `${counted(pictures, 'picture', 'pictures')} left out; only text is imported.`)
  if (hidden > 0) {
    say(
      'hidden-text-left-out',
      `${counted(hidden, 'character', 'characters')} of hidden text left out, as a browser would.`,
    )
  }
  if (forms > 0) {
    say(
      'embedded-left-out',
      `${counted(forms, 'embedded page or form field', 'embedded pages or form fields')} left out.`,
    )
  }
  return warnings
}
