import { fail } from '../../../shared/errors.ts'
import { type Element, elements, type Prefixes, parseXml } from './xml.ts'
import type { Package } from './zip.ts'

const ECMA = 'http://schemas.openxmlformats.org'
const STRICT = 'http://purl.oclc.org/ooxml'

/** Both editions of the standard, transitional and strict, under the same prefixes. */
const PREFIXES: Prefixes = {
  [`${ECMA}/wordprocessingml/2006/main`]: 'w',
  [`${STRICT}/wordprocessingml/main`]: 'w',
  [`${ECMA}/officeDocument/2006/relationships`]: 'r',
  [`${STRICT}/officeDocument/relationships`]: 'r',
  [`${ECMA}/officeDocument/2006/math`]: 'm',
  [`${STRICT}/officeDocument/math`]: 'm',
  [`${ECMA}/package/2006/relationships`]: 'rel',
  [`${ECMA}/markup-compatibility/2006`]: 'mc',
  [`${ECMA}/drawingml/2006/main`]: 'a',
  [`${STRICT}/drawingml/main`]: 'a',
  'http://schemas.microsoft.com/office/word/2010/wordml': 'w14',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingShape': 'wps',
  'urn:schemas-microsoft-com:vml': 'v',
  'http://purl.org/dc/elements/1.1/': 'dc',
}

export interface Relation {
  /** the last word of the relationship's type: "footnotes", "hyperlink", "aFChunk" */
  readonly type: string
  readonly target: string
  readonly external: boolean
}

/** One XML part with its relations; nothing external is ever followed. */
export interface Part {
  readonly root: Element
  readonly relations: ReadonlyMap<string, Relation>
}

export interface WordPackage {
  readonly document: Part
  /** the part that the document refers to by this type of relation */
  related(type: string): Promise<Part | null>
  readonly core: Element | null
}

export async function openWordPackage(zip: Package, file: string): Promise<WordPackage> {
  const find = caseless(zip.names)
  const xml = async (path: string): Promise<Element | null> => {
    const bytes = await zip.read(find(path))
    return bytes ? parseXml(bytes, { file, prefixes: PREFIXES }) : null
  }
  const part = async (path: string): Promise<Part | null> => {
    const root = await xml(path)
    return root ? { root, relations: readRelations(await xml(relationsPath(path)), path) } : null
  }
  const top = [...readRelations(await xml('_rels/.rels'), '').values()]
  const main = top.find(relation => relation.type === 'officeDocument')?.target ?? 'word/document.xml'
  const document = await part(main)
  if (document?.root.name !== 'w:document') {
    throw fail('file-damaged', { name: file, reason: 'there is no Word document in its package' })
  }
  const corePath = top.find(relation => relation.type === 'core-properties')?.target ?? 'docProps/core.xml'
  const parts = new Map<string, Promise<Part | null>>()
  return {
    document,
    core: await xml(corePath),
    related: async type => {
      const relation = [...document.relations.values()].find(each => each.type === type && !each.external)
      if (!relation) return null
      const known = parts.get(relation.target) ?? part(relation.target)
      parts.set(relation.target, known)
      return known
    },
  }
}

/** Part names are compared without regard to case. */
function caseless(names: readonly string[]): (path: string) => string {
  const known = new Map(names.map(name => [name.toLowerCase(), name]))
  return path => known.get(path.toLowerCase()) ?? path
}

function relationsPath(path: string): string {
  const slash = path.lastIndexOf('/') + 1
  return `${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`
}

function readRelations(root: Element | null, from: string): Map<string, Relation> {
  const relations = new Map<string, Relation>()
  for (const { attributes } of elements(root ?? undefined, 'rel:Relationship')) {
    const external = attributes['TargetMode'] === 'External'
    const target = attributes['Target'] ?? ''
    relations.set(attributes['Id'] ?? '', {
      type: (attributes['Type'] ?? '').split('/').at(-1) ?? '',
      target: external ? target : resolve(from, target),
      external,
    })
  }
  return relations
}

function resolve(from: string, target: string): string {
  const folder = target.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const step of target.split('/')) {
    if (step === '..') folder.pop()
    else if (step !== '' && step !== '.') folder.push(step)
  }
  return folder.join('/')
}
