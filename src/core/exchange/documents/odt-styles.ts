import type { Block } from '../../../shared/model/structure.ts'
import { child, type Element, elements } from './xml.ts'

export interface Look {
  readonly bold?: boolean
  readonly italic?: boolean
  readonly underline?: boolean
  readonly strike?: boolean
  readonly hidden?: boolean
  readonly position?: 'sup' | 'sub' | 'none'
  readonly rtl?: boolean
}

export interface ParagraphLook {
  readonly look: Look
  readonly kind: Block['kind']
  readonly level: number | null
  /** the list style its style names; '' switches numbering off */
  readonly list: string | null
  readonly newPage: boolean
}

export interface OdtStyles {
  paragraph(name: string | undefined): ParagraphLook
  text(name: string | undefined): Look
  /** is this section hidden? */
  hides(element: Element): boolean
  readonly language: string | null
}

const PLAIN: ParagraphLook = { look: {}, kind: 'paragraph', level: null, list: null, newPage: false }

/** Common and automatic styles of content.xml and styles.xml, each answered with all it inherits. */
export function createOdtStyles(roots: readonly (Element | null)[]): OdtStyles {
  const styles = new Map<string, Element>()
  let standard: Element | undefined
  for (const root of roots) {
    for (const part of elements(root ?? undefined)) {
      if (part.name !== 'office:styles' && part.name !== 'office:automatic-styles') continue
      for (const style of elements(part)) {
        const family = style.attributes['style:family'] ?? ''
        if (style.name === 'style:style')
          styles.set(`${family} ${style.attributes['style:name'] ?? ''}`, style)
        if (style.name === 'style:default-style' && family === 'paragraph') standard = style
      }
    }
  }
  const chain = (family: string, name: string | undefined): Element[] => {
    const found: Element[] = []
    for (let at = name; at !== undefined && found.length < 32; ) {
      const style = styles.get(`${family} ${at}`)
      if (!style || found.includes(style)) break
      found.unshift(style)
      at = style.attributes['style:parent-style-name']
    }
    return found
  }
  const paragraphs = new Map<string | undefined, ParagraphLook>()
  const texts = new Map<string | undefined, Look>()
  const language = child(standard, 'style:text-properties')?.attributes ?? {}
  return {
    paragraph: name => {
      const known = paragraphs.get(name) ?? chain('paragraph', name).reduce(withStyle, PLAIN)
      paragraphs.set(name, known)
      return known
    },
    text: name => {
      const known = texts.get(name) ?? (Object.assign({}, ...chain('text', name).map(readLook)) as Look)
      texts.set(name, known)
      return known
    },
    hides: element => element.attributes['text:display'] === 'none',
    language: languageOf(language),
  }
}

function languageOf(attributes: Element['attributes']): string | null {
  const language = attributes['fo:language'] ?? 'none'
  const country = attributes['fo:country'] ?? 'none'
  if (language === 'none' || language === 'zxx') return null
  return country === 'none' ? language : `${language}-${country}`
}

function withStyle(base: ParagraphLook, style: Element): ParagraphLook {
  const properties = child(style, 'style:paragraph-properties')?.attributes ?? {}
  const mode = properties['style:writing-mode']
  const rtl = mode === undefined || mode === 'page' ? {} : { rtl: mode.startsWith('rl') }
  const { 'style:list-style-name': list, 'style:master-page-name': masterPage } = style.attributes
  return {
    ...base,
    ...kindOf(style.attributes['style:name'] ?? '', base),
    look: { ...base.look, ...readLook(style), ...rtl },
    list: list ?? base.list,
    newPage: properties['fo:break-before'] === 'page' || (masterPage !== undefined && masterPage !== ''),
  }
}

/** The program's own style names; "_20_" stands for a blank. */
function kindOf(name: string, base: ParagraphLook): Pick<ParagraphLook, 'kind' | 'level'> {
  const plain = name.replaceAll('_20_', ' ').toLowerCase()
  if (plain === 'title') return { kind: 'heading', level: 1 }
  if (plain === 'quotations') return { kind: 'quote', level: 1 }
  if (plain === 'preformatted text') return { kind: 'pre', level: null }
  if (/^(caption|illustration|figure|drawing|table)$/.test(plain)) return { kind: 'caption', level: null }
  return { kind: base.kind, level: base.level }
}

function readLook(style: Element): Look {
  const said = child(style, 'style:text-properties')?.attributes
  if (!said) return {}
  const weight = said['fo:font-weight']
  const slant = said['fo:font-style']
  const underline = said['style:text-underline-style']
  const strike = said['style:text-line-through-style'] ?? said['style:text-line-through-type']
  const position = said['style:text-position']
  const display = said['text:display']
  return {
    ...(weight === undefined ? {} : { bold: weight === 'bold' || Number(weight) >= 600 }),
    ...(slant === undefined ? {} : { italic: slant === 'italic' || slant === 'oblique' }),
    ...(underline === undefined ? {} : { underline: underline !== 'none' }),
    ...(strike === undefined ? {} : { strike: strike !== 'none' }),
    ...(position === undefined ? {} : { position: positionOf(position) }),
    ...(display === undefined ? {} : { hidden: display === 'none' }),
  }
}

/** "super 58%", "sub 58%", "33% 58%", "-33% 58%", "0% 100%" */
function positionOf(said: string): 'sup' | 'sub' | 'none' {
  const [height = ''] = said.trim().split(/\s+/)
  const raised = height === 'super' ? 1 : height === 'sub' ? -1 : Number.parseFloat(height)
  return raised > 0 ? 'sup' : raised < 0 ? 'sub' : 'none'
}
