/** One line of plain text. Its `start` and `end` leave out the white space around it. */
export interface Line {
  /** where the line itself begins, with its indent */
  readonly from: number
  readonly start: number
  readonly end: number
  /** width of the white space before it, a tab counting to the next eighth column */
  readonly indent: number
  readonly blank: boolean
}

const SPACE = /\s/

/** Every line of the text, blank ones too. A form feed divides like a line feed. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = []
  const breaks = /[\n\f]/g
  for (let from = 0; from <= text.length; ) {
    breaks.lastIndex = from
    const to = breaks.exec(text)?.index ?? text.length
    lines.push(lineOf(text, from, to))
    from = to + 1
  }
  return lines
}

function lineOf(text: string, from: number, to: number): Line {
  let start = from
  let indent = 0
  for (; start < to && SPACE.test(text.charAt(start)); start++) {
    indent += text.charAt(start) === '\t' ? 8 - (indent % 8) : 1
  }
  let end = to
  while (end > start && SPACE.test(text.charAt(end - 1))) end--
  return { from, start, end, indent, blank: start === end }
}

/** Printed width: letters of the Far East take two columns. */
export function widthOf(text: string): number {
  let wide = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (
      (unit >= 0x1100 && unit <= 0x115f) ||
      (unit >= 0x2e80 && unit <= 0xd7a3) ||
      (unit >= 0xff00 && unit <= 0xff60)
    )
      wide++
  }
  return text.length + wide
}
