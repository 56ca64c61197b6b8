/** A word as an engine has recognised it, in pixels of the picture; the line it is part of. */
export interface RecognisedWord {
  readonly text: string
  readonly left: number
  readonly width: number
  /** of its line: all words of one line stand alike */
  readonly top: number
  readonly height: number
  /** 0 to 100 */
  readonly sure: number
}

export interface RecognisedPage {
  /** of the picture */
  readonly width: number
  readonly height: number
  readonly words: readonly RecognisedWord[]
}

const PAGE = 1
const LINE = 4
const WORD = 5

/** Reads what tesseract writes as TSV: a line for each page, block, paragraph, line and word, with its box. */
export function readTsv(tsv: string): RecognisedPage {
  let size = { width: 0, height: 0 }
  let line = { top: 0, height: 0 }
  const words: RecognisedWord[] = []
  for (const row of tsv.split(/\r?\n/)) {
    const cells = row.split('\t')
    if (cells.length < 11) continue
    const [level, , , , , , left, top, width, height, sure] = cells.slice(0, 11).map(Number) as number[]
    if (![level, left, top, width, height].every(Number.isFinite)) continue
    if (level === PAGE) size = { width: width!, height: height! }
    else if (level === LINE) line = { top: top!, height: height! }
    else if (level === WORD) {
      const text = clean(cells.slice(11).join(' '))
      if (text !== '' && width! > 0 && line.height > 0)
        words.push({ text, left: left!, width: width!, ...line, sure: Math.max(0, sure ?? 0) })
    }
  }
  return { ...size, words }
}

const clean = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\s\0]+/g, ' ')
    .trim()
