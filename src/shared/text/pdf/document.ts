import { type FramedPage, framePage } from './atoms.ts'
import { type AtomRegion, cutPages } from './columns.ts'
import { findFurniture, findLineNumbers, type PageAtoms } from './furniture.ts'
import { findHeadings } from './headings.ts'
import { learnVocabulary, type Vocabulary } from './join.ts'
import { buildLines } from './lines.ts'
import type { Atom, Box, Line, PdfPage, Region } from './model.ts'
import { type PageNote, type PageParts, takeNotes } from './notes.ts'
import {
  goesOn,
  type Habits,
  learnHabits,
  type Paragraph,
  splitParagraphs,
  usesIndents,
} from './paragraphs.ts'
import { withSteadySizes } from './steady.ts'

/** A paragraph or a note in its place in the document, in reading order. */
export type Laid =
  | { readonly kind: 'body'; readonly paragraph: Paragraph; readonly heading: number | null }
  | { readonly kind: 'note'; readonly note: PageNote }

/** A line on the page that is no part of the text. */
export interface LeftOut {
  readonly page: number
  readonly text: string
  readonly box: Box
}

export interface LaidDocument {
  readonly laid: readonly Laid[]
  readonly vocabulary: Vocabulary
  /** lines of running heads, feet, stamps and numbers left out */
  readonly furniture: readonly LeftOut[]
  readonly bodySize: number
}

export function layOut(pages: readonly PdfPage[]): LaidDocument {
  const framed = pages.map(framePage)
  const furniture = allFurniture(framed)
  const cut = cutPages(framed.map(page => page.main.filter(atom => !furniture.has(atom))))
  const raw = framed.map((page, at) => regionsOf(page, cut[at] ?? [], furniture))
  const all = withSteadySizes(withEdges(raw, framed))
  const habits = learnHabits(all.flat())
  const laidPages = separateNotes(all, habits)
  const split = (indents: boolean) =>
    laidPages.map(page => page.regions.map(region => splitParagraphs(region, habits, indents)))
  const first = split(false)
  const indents = usesIndents(first.flat(2))
  const { order, body } = inOrder(laidPages, indents ? split(true) : first, indents)
  const headings = findHeadings(body, habits)
  return {
    laid: order.map(entry =>
      'lines' in entry && 'sign' in entry ? asNote(entry) : asBody(entry as Paragraph, headings),
    ),
    vocabulary: learnVocabulary(all.flat().flatMap(region => region.lines)),
    furniture: leftOut(framed, furniture),
    bodySize: habits.size,
  }
}

const asNote = (note: PageNote): Laid => ({ kind: 'note', note })
const asBody = (paragraph: Paragraph, headings: ReadonlyMap<Paragraph, number>): Laid => ({
  kind: 'body',
  paragraph,
  heading: headings.get(paragraph) ?? null,
})

function allFurniture(pages: readonly FramedPage[]): Set<Atom> {
  const main: PageAtoms[] = pages.map(page => ({ ...page, atoms: page.main }))
  const aside: PageAtoms[] = pages.map(page => ({ ...page, height: page.width, atoms: page.aside.flat() }))
  const found = findFurniture(main)
  for (const atom of findFurniture(aside)) found.add(atom)
  for (const atom of findLineNumbers(pages.map(page => page.main))) found.add(atom)
  return found
}

function regionsOf(page: FramedPage, cut: readonly AtomRegion[], furniture: ReadonlySet<Atom>): Region[] {
  const regions = cut.map(({ atoms, isColumn }) =>
    regionOf(buildLines(atoms, page.index, page.rtl), isColumn),
  )
  for (const atoms of page.aside) {
    const lines = buildLines(
      atoms.filter(atom => !furniture.has(atom)),
      page.index,
      false,
    )
    if (lines.length > 0) regions.push({ ...regionOf(lines, true), isAside: true })
  }
  return regions.filter(region => region.lines.length > 0)
}

function regionOf(lines: Line[], isColumn: boolean): Region {
  return {
    lines,
    isColumn,
    left: Math.min(...lines.map(line => line.x0)),
    right: Math.max(...lines.map(line => line.x1)),
  }
}

/** What runs across a page is measured by the margins that the whole document keeps. */
function withEdges(pages: readonly Region[][], framed: readonly FramedPage[]): Region[][] {
  const across = pages.flat().filter(region => !region.isColumn)
  const lines = across.flatMap(region => region.lines).filter(line => line.text.length > 20)
  const few = lines.length < 4
  const left = percentile(
    lines.map(line => line.x0),
    0.05,
  )
  const right = percentile(
    lines.map(line => line.x1),
    0.95,
  )
  return pages.map((regions, at) =>
    regions.map(region => {
      if (region.isColumn) return region
      // too little text to tell: the right margin will be as wide as the left one
      if (few) return { ...region, right: Math.max(region.right, (framed[at]?.width ?? 0) - region.left) }
      const wider = region.right > right * 1.15
      return { ...region, left: Math.min(left, region.left), right: wider ? region.right : right }
    }),
  )
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

function separateNotes(pages: readonly Region[][], habits: Habits): PageParts[] {
  let open: PageNote | null = null
  return pages.map(regions => {
    const parts = takeNotes(regions, habits, open)
    open = parts.notes.at(-1) ?? null
    return parts
  })
}

type Entry = Paragraph | PageNote

/**
 * Paragraphs across columns and pages become one; the notes of a page follow the
 * paragraph that its last line belongs to, so that no sentence is cut by them.
 */
function inOrder(
  pages: readonly PageParts[],
  split: readonly Paragraph[][][],
  indents: boolean,
): { order: Entry[]; body: Paragraph[] } {
  const order: Entry[] = []
  const body: Paragraph[] = []
  let waiting: Entry[] = []
  for (const [at, page] of pages.entries()) {
    for (const paragraphs of split[at] ?? []) {
      if (paragraphs[0]?.region.isAside) {
        waiting.push(...paragraphs)
        continue
      }
      for (const [index, paragraph] of paragraphs.entries()) {
        const last = body.at(-1)
        if (index === 0 && last && goesOn(last, paragraph, indents)) {
          last.lines.push(...paragraph.lines)
          continue
        }
        order.push(...waiting, paragraph)
        waiting = []
        body.push(paragraph)
      }
    }
    waiting.push(...page.notes)
  }
  order.push(...waiting)
  return { order, body }
}

function leftOut(pages: readonly FramedPage[], furniture: ReadonlySet<Atom>): LeftOut[] {
  return pages.flatMap(page => {
    const atoms = [...page.main, ...page.aside.flat()].filter(atom => furniture.has(atom))
    return buildLines(atoms, page.index, page.rtl).map(line => ({
      page: page.index,
      text: line.text,
      box: around(line.pieces.map(({ atom }) => atom.box)),
    }))
  })
}

const around = (boxes: readonly Box[]): Box => [
  Math.min(...boxes.map(box => box[0])),
  Math.min(...boxes.map(box => box[1])),
  Math.max(...boxes.map(box => box[2])),
  Math.max(...boxes.map(box => box[3])),
]
