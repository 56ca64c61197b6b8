/** The parser's time grows faster than its text: a book takes minutes in one piece, seconds in many. */
const LARGEST = 60_000
const MOST_LINES = 300
/** Where nothing else opens a block for so many times longer, a line end must do. */
const PATIENCE = 5

const FENCE = /^ {0,3}(`{3,}|~{3,})/
const HTML_OPENS = /^ {0,3}<(?:!--|\?|!\[CDATA\[|(?:script|pre|style|textarea)\b)/i
const HTML_CLOSES = /-->|\?>|\]\]>|<\/(?:script|pre|style|textarea)>/i
/** A line that begins a block of its own at the top level, whatever stood before it. */
const OPENS_ALWAYS = /^(?:#{1,6}\s|[-*+]\s|\d{1,9}[.)]\s)/
const DEFINITION = /^ {0,3}\[([^\]\n]+)\]:/

export interface Piece {
  readonly source: string
  /** how much of it is the piece itself; behind it stand definitions from elsewhere */
  readonly own: number
}

/**
 * Cuts Markdown where nothing is torn: before headings, items and paragraphs at the top level,
 * outside of code and comments. Every piece gets the definitions its links and notes refer to.
 */
export function piecesOf(source: string): Piece[] {
  if (source.length <= LARGEST && source.split('\n', MOST_LINES + 1).length <= MOST_LINES) {
    return [{ source, own: source.length }]
  }
  const { bodies, definitions } = cut(source.split('\n'))
  return bodies
    .filter(body => body.trim() !== '')
    .map(body => {
      const used = [...definitions]
        .filter(([label]) => body.includes(`[${label}]`))
        .map(([, definition]) => definition)
      return { source: used.length === 0 ? body : `${body}\n\n${used.join('\n')}\n`, own: body.length }
    })
}

function cut(lines: readonly string[]): { bodies: string[]; definitions: Map<string, string> } {
  const bodies: string[] = []
  const definitions = new Map<string, string>()
  let open: string[] = []
  let size = 0
  let closing: RegExp | null = null
  let blank = true
  for (const line of lines) {
    const full = size > LARGEST || open.length > MOST_LINES
    const overfull = size > LARGEST * PATIENCE || open.length > MOST_LINES * PATIENCE
    if (full && closing === null && ((overfull && !line.includes('|')) || opensBlock(line, blank))) {
      bodies.push(open.join('\n'))
      open = []
      size = 0
    }
    const label = closing === null ? DEFINITION.exec(line)?.[1] : undefined
    // notes ("[^1]: …") are read where they stand; elsewhere it is enough that they exist
    if (label) definitions.set(label, label.startsWith('^') ? `[${label}]: -` : line)
    open.push(line)
    size += line.length + 1
    blank = line.trim() === ''
    closing = closing === null ? closingOf(line) : closing.test(line) ? null : closing
  }
  return { bodies: [...bodies, open.join('\n')], definitions }
}

function opensBlock(line: string, afterBlank: boolean): boolean {
  if (OPENS_ALWAYS.test(line)) return true
  return afterBlank && /^\S/.test(line) && !DEFINITION.test(line)
}

/** What ends the code or comment that this line opens; null if it opens none. */
function closingOf(line: string): RegExp | null {
  const fence = FENCE.exec(line)?.[1]
  if (fence) return new RegExp(`^ {0,3}\\${fence.charAt(0)}{${fence.length},}\\s*$`)
  return HTML_OPENS.test(line) && !HTML_CLOSES.test(line) ? HTML_CLOSES : null
}
