import type { Mark, Page, Structure } from '../../../shared/model/structure.ts'
import { hiddenSigns } from './hidden-signs.ts'

/** A mark of the text; or the label of a speaker, what a comment of the file is about, a character that is not seen: set like one. */
export type InlineKind = Mark['kind'] | 'speaker' | 'remark' | 'hidden'
export interface Inline {
  readonly kind: InlineKind
  readonly start: number
  readonly end: number
  readonly to?: string | undefined
  /** hidden: what is shown in the place of the character */
  readonly sign?: string
}

/** Text that is set alike. */
export interface Run {
  readonly start: number
  readonly end: number
  readonly inlines: readonly Inline[]
  /** labels of the printed pages that begin just before it, in the midst of its paragraph */
  readonly pages: readonly string[]
}

/** Marks, speaker labels, the file's own comments and hidden characters in the order of the text. */
export function inlinesOf(structure: Structure, text: string): Inline[] {
  const hidden = hiddenSigns(text).map(({ start, end, name, sign }) => ({
    kind: 'hidden' as const,
    start,
    end,
    to: name,
    sign,
  }))
  const speakers = structure.turns.map(({ start, speech }) => ({
    kind: 'speaker' as const,
    start,
    end: speech,
  }))
  const remarks = structure.remarks.map(({ start, end, author, text }) => ({
    kind: 'remark' as const,
    start,
    // a comment on a place has the character there to hold on to
    end: Math.max(end, start + 1),
    to: author === '' ? text : `${author}: ${text}`,
  }))
  return [...structure.marks, ...speakers, ...remarks, ...hidden]
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start)
}

/** How the text of one piece is set. */
export interface Setting {
  /** labels of the printed pages that begin between the piece before and this one */
  readonly pages: readonly string[]
  readonly runs: readonly Run[]
}

/**
 * Cuts pieces of text into runs, in one walk over all marks and pages: ask for the pieces
 * in the order of the text.
 */
export function createRunCutter(structure: Structure, text: string): (start: number, end: number) => Setting {
  const inlines = inlinesOf(structure, text)
  const nextPageBefore = pageWalk(structure)
  let next = 0
  let open: Inline[] = []
  return (start, end) => {
    open = open.filter(inline => inline.end > start)
    for (let inline = inlines[next]; inline && inline.start < end; inline = inlines[++next]) {
      if (inline.end > start) open.push(inline)
    }
    const pages = nextPageBefore(start + 1).map(({ label }) => label)
    const breaks = Map.groupBy(nextPageBefore(end), page => page.start)
    if (start === end) return { pages, runs: [] }
    if (open.length === 0 && breaks.size === 0)
      return { pages, runs: [{ start, end, inlines: [], pages: [] }] }
    return { pages, runs: cut(start, end, open, breaks) }
  }
}

/** Gives the pages that begin before an offset, each once. A text of one page has no page breaks. */
function pageWalk({ pages }: Structure): (offset: number) => Page[] {
  const ordered = pages.length < 2 ? [] : pages.toSorted((a, b) => a.start - b.start)
  let next = 0
  return offset => {
    const found: Page[] = []
    for (let page = ordered[next]; page && page.start < offset; page = ordered[++next]) found.push(page)
    return found
  }
}

function cut(
  start: number,
  end: number,
  open: readonly Inline[],
  breaks: ReadonlyMap<number, readonly Page[]>,
): Run[] {
  const edges = [start, end, ...breaks.keys()]
  for (const inline of open) edges.push(Math.max(start, inline.start), Math.min(end, inline.end))
  const cuts = [...new Set(edges)].sort((a, b) => a - b)
  return cuts.slice(0, -1).map((from, index) => ({
    start: from,
    end: cuts[index + 1]!,
    inlines: open.filter(inline => inline.start <= from && inline.end > from),
    pages: breaks.get(from)?.map(({ label }) => label) ?? [],
  }))
}
