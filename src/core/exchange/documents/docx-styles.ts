import type { Block } from '../../../shared/model/structure.ts'
import { child, type Element, elements } from './xml.ts'

/** What a run looks like; undefined: not said at this place. */
export interface RunLook {
  readonly bold?: boolean
  readonly italic?: boolean
  readonly underline?: boolean
  readonly strike?: boolean
  readonly hidden?: boolean
  readonly position?: 'sup' | 'sub' | 'none'
  readonly font?: string
}

export interface ParagraphStyle {
  readonly kind: Block['kind']
  /** headings: 1-6 */
  readonly level: number | null
  readonly list: string | null
  readonly listLevel: number | null
  readonly rtl: boolean
  readonly look: RunLook
}

export interface Styles {
  readonly defaultParagraph: string
  readonly defaults: RunLook
  readonly language: string | null
  readonly rtlLanguage: string | null
  paragraph(id: string | null): ParagraphStyle
  character(id: string | null): RunLook
  /** does this table style dress its first row (or column) differently? */
  tableDresses(id: string | null, what: 'firstRow' | 'firstCol'): boolean
  /** the list behind a numbering style */
  listOfStyle(id: string): string | null
}

const PLAIN: ParagraphStyle = {
  kind: 'paragraph',
  level: null,
  list: null,
  listLevel: null,
  rtl: false,
  look: {},
}

export function createStyles(root: Element | undefined): Styles {
  const styles = new Map<string, Element>()
  for (const style of elements(root, 'w:style')) styles.set(style.attributes['w:styleId'] ?? '', style)
  const defaultOf = (type: string) =>
    [...styles].find(
      ([, style]) => style.attributes['w:type'] === type && isOn(style.attributes['w:default']),
    )?.[0]
  const runDefaults = child(child(child(root, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr')
  const language = child(runDefaults, 'w:lang')?.attributes ?? {}

  /** the style and those it is based on, the most basic first */
  const chain = (id: string | null): Element[] => {
    const found: Element[] = []
    let at = id
    while (at !== null && found.length < 32) {
      const style = styles.get(at)
      if (!style || found.includes(style)) break
      found.unshift(style)
      at = child(style, 'w:basedOn')?.attributes['w:val'] ?? null
    }
    return found
  }

  return {
    defaultParagraph: defaultOf('paragraph') ?? '',
    defaults: readLook(runDefaults),
    language: language['w:val'] ?? null,
    rtlLanguage: language['w:bidi'] ?? null,
    paragraph: remember(id => chain(id).reduce(withStyle, PLAIN)),
    character: remember(
      id => Object.assign({}, ...chain(id).map(style => readLook(child(style, 'w:rPr')))) as RunLook,
    ),
    tableDresses: (id, what) =>
      chain(id).some(style =>
        elements(style, 'w:tblStylePr').some(
          part => part.attributes['w:type'] === what && part.children.length > 0,
        ),
      ),
    listOfStyle: id => numberOf(child(styles.get(id), 'w:pPr')).list,
  }
}

function remember<T>(make: (id: string | null) => T): (id: string | null) => T {
  const made = new Map<string | null, T>()
  return id => {
    const known = made.get(id)
    if (known !== undefined) return known
    const value = make(id)
    made.set(id, value)
    return value
  }
}

function withStyle(base: ParagraphStyle, style: Element): ParagraphStyle {
  const properties = child(style, 'w:pPr')
  const name = child(style, 'w:name')?.attributes['w:val'] ?? ''
  const number = numberOf(properties)
  return {
    ...base,
    ...kindOf(name, properties, base),
    list: number.list ?? base.list,
    listLevel: number.level ?? base.listLevel,
    rtl: flag(properties, 'w:bidi') ?? base.rtl,
    look: { ...base.look, ...readLook(child(style, 'w:rPr')) },
  }
}

/** Style names are English in the file whatever the language of the program was. */
function kindOf(
  name: string,
  properties: Element | undefined,
  base: ParagraphStyle,
): Pick<ParagraphStyle, 'kind' | 'level'> {
  const outline = outlineLevel(properties)
  if (outline !== undefined) {
    return outline === null ? { kind: plainer(base.kind), level: null } : { kind: 'heading', level: outline }
  }
  const heading = /^heading ([1-9])$/i.exec(name)
  if (heading) return { kind: 'heading', level: Math.min(6, Number(heading[1])) }
  if (/^title$/i.test(name)) return { kind: 'heading', level: 1 }
  if (/^toc /i.test(name)) return { kind: 'paragraph', level: null }
  if (/^caption$/i.test(name)) return { kind: 'caption', level: null }
  if (/^(intense )?quote$|^block ?(text|quote)$|^quotations$/i.test(name))
    return { kind: 'quote', level: null }
  if (/^(html preformatted|source ?code|preformatted text)$/i.test(name)) return { kind: 'pre', level: null }
  return { kind: base.kind, level: base.level }
}

const plainer = (kind: Block['kind']): Block['kind'] => (kind === 'heading' ? 'paragraph' : kind)

/** 1-6; null: expressly body text; undefined: nothing said */
export function outlineLevel(properties: Element | undefined): number | null | undefined {
  const value = child(properties, 'w:outlineLvl')?.attributes['w:val']
  if (value === undefined) return undefined
  return Number(value) <= 8 ? Math.min(6, Number(value) + 1) : null
}

export function numberOf(properties: Element | undefined): { list: string | null; level: number | null } {
  const number = child(properties, 'w:numPr')
  const level = child(number, 'w:ilvl')?.attributes['w:val']
  return {
    list: child(number, 'w:numId')?.attributes['w:val'] ?? null,
    level: level === undefined ? null : Number(level),
  }
}

export const isOn = (value: string | undefined): boolean =>
  value !== undefined && !/^(0|false|off)$/i.test(value)

/** An on/off property: present without a value means on. */
export function flag(properties: Element | undefined, name: string): boolean | undefined {
  const element = child(properties, name)
  return element ? isOn(element.attributes['w:val'] ?? 'true') : undefined
}

export function readLook(properties: Element | undefined): RunLook {
  if (!properties) return {}
  const value = (name: string) => child(properties, name)?.attributes['w:val']
  const said: Record<string, boolean | string> = {}
  const set = (key: keyof RunLook, what: boolean | string | undefined) => {
    if (what !== undefined) said[key] = what
  }
  set('bold', flag(properties, 'w:b'))
  set('italic', flag(properties, 'w:i'))
  set('strike', flag(properties, 'w:strike') ?? flag(properties, 'w:dstrike'))
  set('hidden', flag(properties, 'w:vanish'))
  const underline = value('w:u')
  set('underline', underline === undefined ? undefined : underline !== 'none')
  const position = value('w:vertAlign')
  set('position', position && ({ superscript: 'sup', subscript: 'sub' }[position] ?? 'none'))
  const fonts = child(properties, 'w:rFonts')?.attributes
  set('font', fonts?.['w:ascii'] ?? fonts?.['w:hAnsi'])
  return said
}

/** Bold of a style inside bold of another is not bold: Word's toggles cancel out. */
export function layered(base: RunLook, paragraph: RunLook, character: RunLook, direct: RunLook): RunLook {
  const toggle = (key: 'bold' | 'italic' | 'strike' | 'hidden') =>
    direct[key] ?? (paragraph[key] ?? base[key] ?? false) !== (character[key] ?? false)
  return {
    ...base,
    ...paragraph,
    ...character,
    ...direct,
    bold: toggle('bold'),
    italic: toggle('italic'),
    strike: toggle('strike'),
    hidden: toggle('hidden'),
  }
}
