import { buildLines } from './lines.ts'
import type { Atom, Line } from './model.ts'

interface Candidate {
  readonly page: number
  readonly atoms: readonly Atom[]
  readonly key: string
  /** how many letters the key has */
  readonly letters: number
  readonly y: number
  /** near the top or bottom edge */
  readonly atEdge: boolean
  /** it is nothing but a number */
  readonly number: number | null
  readonly figures: readonly number[]
  /** the numbers at its two ends */
  readonly ends: readonly number[]
}

/** Enough letters not to be the same by chance. */
const isLong = (candidate: Candidate): boolean => candidate.letters >= 24

/** A page number at one end, whatever the rest of the line says. */
function countsOn(one: Candidate, other: Candidate): boolean {
  const pages = other.page - one.page
  return one.ends.some(figure => other.ends.includes(figure + pages))
}

/** Figures in a head stay the same or count the pages; those of “Article 12” and “Article 30” do neither. */
function countsAlike(one: Candidate, other: Candidate): boolean {
  if (isLong(one)) return true
  const pages = other.page - one.page
  return one.figures.every((figure, at) => {
    const step = (other.figures[at] ?? figure) - figure
    return step === 0 || step === pages
  })
}

export interface PageAtoms {
  readonly index: number
  readonly height: number
  readonly rtl: boolean
  readonly atoms: readonly Atom[]
}

/** Pages on either side that are asked whether they have the same line. */
const NEIGHBOURS = 6
const EDGE = 0.14
const EDGE_LINES = 4

/**
 * Running heads, feet, page numbers and stamps: lines that return at the same height on
 * neighbouring pages, figures apart. Returns the atoms that are none of the text.
 */
export function findFurniture(pages: readonly PageAtoms[]): Set<Atom> {
  const byPage = new Map(pages.map(page => [page.index, candidatesOf(page)]))
  const furniture = new Set<Atom>()
  for (const page of pages) {
    for (const candidate of byPage.get(page.index) ?? []) {
      if (recurs(candidate, page.index, pages, byPage))
        for (const atom of candidate.atoms) furniture.add(atom)
    }
  }
  return furniture
}

function candidatesOf(page: PageAtoms): Candidate[] {
  const lines = buildLines(page.atoms, page.index, page.rtl)
  return lines.map((line, at) => {
    const outer = at < EDGE_LINES || at >= lines.length - EDGE_LINES
    const near = line.y < page.height * EDGE || line.y > page.height * (1 - EDGE)
    return candidateOf(line, outer && near)
  })
}

function candidateOf(line: Line, atEdge: boolean): Candidate {
  const words = line.text.trim()
  const key = keyOf(words)
  const number = /^[-–—[(]?\s*(?:page|seite|p\.)?\s*(\d{1,5})\s*[-–—\])]?$/i.exec(words)?.[1]
  return {
    page: line.page,
    atoms: line.pieces.map(piece => piece.atom),
    key,
    letters: key.replace(/[^\p{L}]/gu, '').length,
    y: line.y,
    atEdge,
    number: number === undefined ? null : Number(number),
    figures: [...words.matchAll(/\d+/g)].map(match => Number(match[0])),
    ends: [...words.matchAll(/^\d{1,5}(?!\S)|(?<!\S)\d{1,5}$/g)].map(match => Number(match[0])),
  }
}

/** Figures and roman numbers count pages; the rest tells one head from another, in whichever order facing pages have it. */
export function keyOf(words: string): string {
  return words
    .toLowerCase()
    .replace(/\d+/g, '#')
    .replace(/(?<![\p{L}])[ivxlc]+(?![\p{L}])/gu, '#')
    .split(/\s+/)
    .sort()
    .join('')
}

function recurs(
  candidate: Candidate,
  index: number,
  pages: readonly PageAtoms[],
  byPage: ReadonlyMap<number, readonly Candidate[]>,
): boolean {
  if (candidate.key === '') return false
  let asked = 0
  let same = 0
  for (const other of pages.slice(Math.max(0, index - NEIGHBOURS), index + NEIGHBOURS + 1)) {
    if (other.index === index) continue
    asked++
    if (byPage.get(other.index)?.some(each => isTheSame(candidate, each))) same++
  }
  if (asked === 0) return false
  const share = same / asked
  if (candidate.atEdge) return share >= 0.34
  // elsewhere on the page only what is there every time, and not merely a number
  return asked >= 3 && share >= 0.8 && /\p{L}{3}/u.test(candidate.key)
}

function isTheSame(one: Candidate, other: Candidate): boolean {
  if (one.atEdge !== other.atEdge) return false
  const near = Math.abs(one.y - other.y) < (isLong(one) ? 9 : 4)
  if (one.atEdge && (near || one.number !== null) && countsOn(one, other)) return true
  return near && one.key === other.key && countsAlike(one, other)
}

/** 1, 2, 3 … or 5, 10, 15 … down the margin: numbers of lines, as bills and transcripts have them. */
export function findLineNumbers(pages: readonly (readonly Atom[])[]): Set<Atom> {
  const margins = pages.map(marginNumbers)
  const isSure = margins.some(margin => margin.length >= 5 && isRegular(margin))
  return new Set(isSure ? margins.filter(isRegular).flat() : [])
}

/** Numbers left of all other text, from top to bottom. */
function marginNumbers(atoms: readonly Atom[]): Atom[] {
  const isNumber = (atom: Atom) => /^\d{1,4}$/.test(atom.text)
  const edge = Math.min(...atoms.filter(atom => !isNumber(atom)).map(atom => atom.x0))
  return atoms.filter(atom => isNumber(atom) && atom.x1 < edge).sort((a, b) => a.y - b.y)
}

function isRegular(margin: readonly Atom[]): boolean {
  const steps = margin.slice(1).map((atom, at) => Number(atom.text) - Number(margin[at]?.text))
  const [step] = steps
  return steps.every(each => each === step) && (step === undefined || step === 1 || step === 5)
}
