import { SaxesParser } from 'saxes'
import { fail } from '../../../shared/errors.ts'

/**
 * A light tree of one XML part. Names carry the prefix of *our* choice for their namespace
 * ("w:p"), whatever the file calls it and whichever edition of the standard it follows.
 */
export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly Node[]
}
export type Node = Element | string

/** Namespace URI -> the prefix its elements get in the tree. */
export type Prefixes = Readonly<Record<string, string>>

const DEEPEST = 256
/** characters beyond which a tree would not fit into memory with comfort */
const LONGEST = 150_000_000

interface Options {
  /** what the part is called in an error */
  readonly file: string
  readonly prefixes: Prefixes
  /** old office programs put a DOCTYPE without definitions into one harmless part */
  readonly bareDoctype?: boolean
}

interface Growing {
  readonly name: string
  readonly attributes: Record<string, string>
  readonly children: Node[]
}

type Scope = ReadonlyMap<string, string>
type StartTag = { readonly name: string; readonly attributes: unknown }

export function parseXml(bytes: Uint8Array, options: Options): Element {
  if (bytes.length > LONGEST) {
    const megabytes = `${Math.round(bytes.length / 1e6)} MB of XML`
    throw fail('file-too-large', { name: options.file, size: megabytes, limit: `${LONGEST / 1e6} MB of XML` })
  }
  return parseXmlText(decodeXml(bytes, options.file), options)
}

export function parseXmlText(source: string, { file, prefixes, bareDoctype }: Options): Element {
  const parser = new SaxesParser()
  const root: Growing = { name: '', attributes: {}, children: [] }
  const path: Growing[] = [root]
  const scopes: Scope[] = [new Map([['xml', 'xml']])]
  let text = ''
  const flush = () => {
    if (text !== '') path.at(-1)?.children.push(text)
    text = ''
  }
  parser.on('error', error => {
    throw fail('file-damaged', { name: file, reason: `its XML is broken: ${firstLine(error.message)}` })
  })
  parser.on('doctype', doctype => {
    if (!bareDoctype || doctype.includes('[')) {
      throw fail('file-unsafe', { name: file, reason: 'it defines its own XML entities' })
    }
  })
  parser.on('text', piece => {
    text += piece
  })
  parser.on('cdata', piece => {
    text += piece
  })
  parser.on('opentag', tag => {
    flush()
    if (path.length > DEEPEST)
      throw fail('file-unsafe', { name: file, reason: 'its XML is nested too deeply' })
    const scope = scopeOf(tag, scopes.at(-1) ?? new Map(), prefixes)
    scopes.push(scope)
    const element = {
      name: canonical(tag.name, scope, true),
      attributes: attributesOf(tag, scope),
      children: [],
    }
    path.at(-1)?.children.push(element)
    path.push(element)
  })
  parser.on('closetag', () => {
    flush()
    path.pop()
    scopes.pop()
  })
  parser.write(source).close()
  const top = root.children.find(isElement)
  if (!top) throw fail('file-damaged', { name: file, reason: 'its XML is empty' })
  return top
}

function scopeOf(tag: StartTag, outer: Scope, prefixes: Prefixes): Scope {
  let scope: Map<string, string> | null = null
  for (const [name, value] of Object.entries(tag.attributes as Record<string, string>)) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue
    scope ??= new Map(outer)
    const prefix = name === 'xmlns' ? '' : name.slice(6)
    scope.set(prefix, prefixes[value] ?? (prefix === '' ? '?' : `${prefix}?`))
  }
  return scope ?? outer
}

function attributesOf(tag: StartTag, scope: Scope): Record<string, string> {
  const attributes: Record<string, string> = {}
  for (const [name, value] of Object.entries(tag.attributes as Record<string, string>)) {
    if (!name.startsWith('xmlns')) attributes[canonical(name, scope, false)] = value
  }
  return attributes
}

function canonical(name: string, scope: Scope, isElementName: boolean): string {
  const colon = name.indexOf(':')
  if (colon < 0) {
    const prefix = isElementName ? scope.get('') : undefined
    return prefix === undefined || prefix === '' ? name : `${prefix}:${name}`
  }
  const prefix = name.slice(0, colon)
  return `${scope.get(prefix) ?? `${prefix}?`}:${name.slice(colon + 1)}`
}

const firstLine = (message: string): string => message.split('\n')[0] ?? message

/** UTF-8 unless a byte order mark or the XML declaration says otherwise. */
function decodeXml(bytes: Uint8Array, file: string): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200))
  const bom = head.startsWith('þÿ') ? 'utf-16be' : head.startsWith('ÿþ') ? 'utf-16le' : null
  const declared = /^(?:ï»¿)?<\?xml[^>]*encoding=["']([\w.-]+)["']/.exec(head)?.[1] ?? 'utf-8'
  try {
    return new TextDecoder(bom ?? declared).decode(bytes)
  } catch {
    throw fail('file-damaged', { name: file, reason: `its XML is in an unknown encoding, “${declared}”` })
  }
}

export const isElement = (node: Node): node is Element => typeof node !== 'string'

export function elements(parent: Element | undefined, name?: string): Element[] {
  if (!parent) return []
  return parent.children.filter((node): node is Element => isElement(node) && (!name || node.name === name))
}

export function child(parent: Element | undefined, name: string): Element | undefined {
  return parent?.children.find((node): node is Element => isElement(node) && node.name === name)
}

/** child(child(element, 'a'), 'b') … */
export function at(parent: Element | undefined, ...names: readonly string[]): Element | undefined {
  return names.reduce<Element | undefined>((element, name) => child(element, name), parent)
}

export function* descendants(parent: Element | undefined, name: string): Generator<Element> {
  for (const element of elements(parent)) {
    if (element.name === name) yield element
    yield* descendants(element, name)
  }
}

/** All character data below an element. */
export function textOf(node: Node): string {
  return isElement(node) ? node.children.map(textOf).join('') : node
}
