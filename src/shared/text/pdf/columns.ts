import { bestGutter, type Gutter } from './gutters.ts'
import type { Atom } from './model.ts'
import { pitchOf, type Row, rowsOf } from './rows.ts'

export interface AtomRegion {
  readonly atoms: readonly Atom[]
  readonly isColumn: boolean
}

/** Every page cut into its regions, in reading order. */
export function cutPages(pages: readonly (readonly Atom[])[]): AtomRegion[][] {
  const found: number[][] = pages.map(() => [])
  const first = pages.map((atoms, at) => cut(atoms, { known: [], found: found[at] ?? [], depth: 0 }))
  const known = usualPlaces(found)
  if (known.length === 0) return first
  return pages.map(atoms => cut(atoms, { known, found: [], depth: 0 }))
}

interface Cutting {
  /** where this document divides its columns */
  readonly known: readonly number[]
  /** where this page was divided */
  readonly found: number[]
  readonly depth: number
}

const DEEPEST = 8

/** Places of gutters that several pages share. */
function usualPlaces(pages: readonly (readonly number[])[]): number[] {
  const places = pages.flatMap(page => [...new Set(page.map(Math.round))])
  return [...new Set(places)].filter(
    place => pages.filter(page => page.some(other => Math.abs(other - place) < 4)).length >= 2,
  )
}

function cut(atoms: readonly Atom[], cutting: Cutting): AtomRegion[] {
  const rows = rowsOf(atoms)
  return atBreaks(rows).flatMap(part => cutRows(part, cutting))
}

/**
 * A stripe of white that runs down between lines of text on both sides divides columns;
 * what lies above and below it runs across.
 */
function cutRows(rows: readonly Row[], cutting: Cutting): AtomRegion[] {
  if (rows.length === 0) return []
  const gutter = cutting.depth < DEEPEST ? bestGutter(rows, cutting.known) : null
  if (!gutter) return [{ atoms: atomsOf(rows), isColumn: cutting.depth > 0 }]
  return [
    ...cutRows(rows.slice(0, gutter.from), cutting),
    ...divide(rows, gutter, cutting),
    ...cutRows(rows.slice(gutter.to + 1), cutting),
  ]
}

function divide(rows: readonly Row[], gutter: Gutter, cutting: Cutting): AtomRegion[] {
  const middle = (gutter.left + gutter.right) / 2
  cutting.found.push(middle)
  const beside = atomsOf(rows.slice(gutter.from, gutter.to + 1))
  const deeper = { ...cutting, depth: cutting.depth + 1 }
  return [beside.filter(atom => atom.x0 < middle), beside.filter(atom => atom.x0 >= middle)].flatMap(side =>
    cut(side, deeper),
  )
}

const atomsOf = (rows: readonly Row[]): Atom[] => rows.flatMap(row => row.atoms)

/** Parted where a band of white runs right across: what is above it is read first. */
function atBreaks(rows: readonly Row[]): Row[][] {
  const pitch = pitchOf(rows)
  const parts: Row[][] = []
  let before: Row | undefined
  for (const row of rows) {
    const least = Math.max(2.4 * pitch, 3.2 * (before?.atoms[0]?.size ?? 10))
    if (before === undefined || row.y - before.y > least) parts.push([])
    parts.at(-1)?.push(row)
    before = row
  }
  return parts
}
