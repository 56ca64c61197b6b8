export interface Inline {
  readonly kind: 'text' | 'strong' | 'emphasis' | 'code'
  readonly text: string
}

/** Underscores only at the edges of words: snake_case is no emphasis. A backslash makes a mark a letter. */
const MARKS =
  /\\([\\*_`#>-])|\*\*(?=\S)(.+?)(?<=\S)\*\*|(?<!\w)__(?=\S)(.+?)(?<=\S)__(?!\w)|\*(?=\S)(.+?)(?<=\S)\*|(?<!\w)_(?=\S)(.+?)(?<=\S)_(?!\w)|`([^`]+)`/gu

export function parseInlines(text: string): Inline[] {
  const inlines: Inline[] = []
  const add = (kind: Inline['kind'], piece: string) => {
    const last = inlines.at(-1)
    if (piece === '') return
    if (kind === 'text' && last?.kind === 'text')
      inlines[inlines.length - 1] = { kind, text: last.text + piece }
    else inlines.push({ kind, text: piece })
  }
  let at = 0
  for (const match of text.matchAll(MARKS)) {
    add('text', text.slice(at, match.index))
    const [whole, escaped, strong1, strong2, emphasis1, emphasis2, code] = match
    const strong = strong1 ?? strong2
    const emphasis = emphasis1 ?? emphasis2
    if (escaped !== undefined) add('text', escaped)
    else if (strong !== undefined) add('strong', strong)
    else if (emphasis !== undefined) add('emphasis', emphasis)
    else add('code', code!)
    at = match.index + whole.length
  }
  add('text', text.slice(at))
  return inlines
}
