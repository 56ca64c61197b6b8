/** How a passage may look. Tints carry the colour of their code and how strong it is, in per cent. */
export type PaintStyle =
  | 'coded'
  | 'selection'
  | 'flash'
  | 'hit'
  | 'hit-current'
  | { readonly tint: string; readonly strength: number }

const RULES: Record<Exclude<PaintStyle, object>, string> = {
  // line, ground or neither: as the reader prefers, by variables of the tokens
  coded:
    'text-decoration: var(--coded-line); text-underline-offset: 4px; background-color: var(--coded-ground)',
  selection: 'background-color: var(--selection)',
  flash: 'background-color: var(--accent-soft)',
  hit: 'background-color: var(--find)',
  'hit-current': 'background-color: var(--find-current)',
}

/** later ones lie on top */
const PRIORITY: Record<string, number> = {
  coded: 0,
  tint: 1,
  flash: 2,
  hit: 3,
  'hit-current': 4,
  selection: 5,
}

const known = new Map<string, Highlight>()
let sheet: CSSStyleSheet | undefined

/**
 * The one Highlight of a style, shared by all views of the window: one CSS rule a style,
 * not one a passage. Undefined where the browser has no highlights (tests without layout).
 */
export function highlightOf(style: PaintStyle): Highlight | undefined {
  if (typeof Highlight === 'undefined') return undefined
  const key = typeof style === 'string' ? style : `tint ${style.strength} ${style.tint}`
  const there = known.get(key)
  if (there) return there
  const highlight = new Highlight()
  const name = `postil-${known.size}`
  highlight.priority = PRIORITY[typeof style === 'string' ? style : 'tint'] ?? 1
  known.set(key, highlight)
  addRule(name, typeof style === 'string' ? RULES[style] : tintRule(style))
  CSS.highlights.set(name, highlight)
  return highlight
}

const tintRule = ({ tint, strength }: { tint: string; strength: number }) =>
  `background-color: color-mix(in srgb, ${tint} ${strength}%, transparent)`

function addRule(name: string, declarations: string): void {
  if (!sheet) {
    sheet = new CSSStyleSheet()
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  }
  sheet.insertRule(`::highlight(${name}) { ${declarations} }`, sheet.cssRules.length)
  // grounds are not the page's to choose there: what would be filled is underlined
  if (!declarations.startsWith('background')) return
  const plain = '{ background-color: transparent; text-decoration: underline 3px Highlight }'
  sheet.insertRule(`@media (forced-colors: active) { ::highlight(${name}) ${plain} }`, sheet.cssRules.length)
}
