import { isCjk } from './lines.ts'
import type { Atom } from './model.ts'
import { medianSize, pitchOf, type Row } from './rows.ts'

/** An upright stripe without text between two columns, beside the rows `from` to `to`. */
export interface Gutter {
  readonly left: number
  readonly right: number
  readonly from: number
  readonly to: number
  readonly score: number
}

/** `known`: where columns were found to be divided elsewhere in the document; there less will do. */
export function bestGutter(rows: readonly Row[], known: readonly number[]): Gutter | null {
  if (rows.length < 2) return null
  const least = 0.7 * medianSize(rows)
  let best: Gutter | null = null
  const grown: Stripe[] = []
  for (const [at, row] of rows.entries()) {
    for (let index = 1; index < row.spans.length; index++) {
      const left = row.spans[index - 1]?.[1] ?? 0
      const right = row.spans[index]?.[0] ?? 0
      const isKnown = grown.some(
        each => each.from <= at && at <= each.to && each.left >= left && each.right <= right,
      )
      if (right - left < least || isKnown) continue
      const stripe = grow(rows, at, left, right, least)
      grown.push(stripe)
      const trimmed = trim(rows, stripe)
      const score = trimmed ? scoreOf(rows, trimmed, known) : 0
      if (trimmed && score > (best?.score ?? 0)) best = { ...trimmed, score }
    }
  }
  return best
}

type Stripe = Omit<Gutter, 'score'>

/** Up and down from one row, as far as a stripe of the least width stays free of text. */
function grow(rows: readonly Row[], at: number, left: number, right: number, least: number): Stripe {
  let stripe = { left, right, from: at, to: at }
  for (const step of [-1, 1]) {
    for (let next = at + step; next >= 0 && next < rows.length; next += step) {
      const free = narrowed(rows[next]?.spans ?? [], stripe.left, stripe.right)
      if (!free || free[1] - free[0] < least) break
      stripe = { ...stripe, left: free[0], right: free[1], [step < 0 ? 'from' : 'to']: next }
    }
  }
  return stripe
}

/** The widest part of the stripe that these spans leave free. */
function narrowed(
  spans: readonly (readonly [number, number])[],
  left: number,
  right: number,
): readonly [number, number] | null {
  let widest: readonly [number, number] | null = null
  let begin = left
  for (const [from, to] of [...spans, [right, right] as const]) {
    const end = Math.min(from, right)
    if (end > begin && end - begin > (widest ? widest[1] - widest[0] : 0)) widest = [begin, end]
    begin = Math.max(begin, to)
    if (begin >= right) break
  }
  return widest
}

const isLeftOf = (row: Row | undefined, stripe: Stripe): boolean =>
  (row?.spans[0]?.[0] ?? Infinity) < stripe.left
const isRightOf = (row: Row | undefined, stripe: Stripe): boolean =>
  (row?.spans.at(-1)?.[1] ?? -Infinity) > stripe.right
const isBoth = (row: Row | undefined, stripe: Stripe): boolean =>
  isLeftOf(row, stripe) && isRightOf(row, stripe)

/** A line or two above that stand on one side only (a date, a short title) are not part of the columns. */
function trim(rows: readonly Row[], stripe: Stripe): Stripe | null {
  const { to } = stripe
  let first = stripe.from
  while (first <= to && !isBoth(rows[first], stripe)) first++
  if (first > to) return null
  const from = first - stripe.from <= 2 ? first : stripe.from
  return { ...stripe, from, to: endOf(rows, { ...stripe, from, to }) }
}

/** After the last row with both sides one side may go on, evenly and in its column; else it is what follows. */
function endOf(rows: readonly Row[], stripe: Stripe): number {
  const inside = rows.slice(stripe.from, stripe.to + 1)
  const size = medianSize(inside)
  const pitch = pitchOf(inside)
  let end = stripe.to
  while (end > stripe.from && !isBoth(rows[end], stripe)) end--
  const starts = inside.flatMap(row => row.atoms.map(atom => atom.x0))
  for (let at = end + 1; at <= stripe.to; at++) {
    const row = rows[at]
    const start = row?.spans[0]?.[0] ?? 0
    const even = (row?.y ?? 0) - (rows[at - 1]?.y ?? 0) < pitch * 1.8
    // at the edge of a column, or set in a little
    const inColumn = starts.filter(edge => start - edge > -size && start - edge < 2.5 * size).length >= 3
    const usual = row?.atoms.some(atom => Math.abs(atom.size / size - 1) < 0.25) ?? false
    if (!even || !inColumn || !usual) break
    end = at
  }
  return end
}

/** How much text the stripe divides; 0 if the two sides are not columns of text. */
function scoreOf(rows: readonly Row[], stripe: Stripe, known: readonly number[]): number {
  const inside = rows.slice(stripe.from, stripe.to + 1)
  const middle = (stripe.left + stripe.right) / 2
  const sides = [
    inside.map(row => row.atoms.filter(atom => atom.x0 < middle)).filter(atoms => atoms.length > 0),
    inside.map(row => row.atoms.filter(atom => atom.x0 >= middle)).filter(atoms => atoms.length > 0),
  ]
  const nearest = [
    sides[0]?.map(line => touching(line, atom => -atom.x1)) ?? [],
    sides[1]?.map(line => touching(line, atom => atom.x0)) ?? [],
  ]
  const isKnown = known.some(place => place > stripe.left && place < stripe.right)
  if (isKnown) return sides.every(isProse) ? sides.reduce((sum, side) => sum + side.length, 0) : 0
  if (!nearest.every(side => isProse(side) && looksLikeText(side)) || !isStraight(inside, stripe)) return 0
  if (looksLikeTable(inside, stripe, sides)) return 0
  return sides.reduce((sum, side) => sum + side.length, 0)
}

/** The part of a line that touches the stripe: a side may hold further columns beyond. */
function touching(line: readonly Atom[], distance: (atom: Atom) => number): Atom[] {
  const near = [...line].sort((a, b) => distance(a) - distance(b))
  const part: Atom[] = []
  for (const atom of near) {
    const last = part.at(-1)
    const gap = last ? Math.max(atom.x0 - last.x1, last.x0 - atom.x1) : 0
    if (gap > atom.size) break
    part.push(atom)
  }
  return part
}

/** Lines of letters, not of figures. */
function isProse(lines: readonly (readonly Atom[])[]): boolean {
  const text = lines
    .flat()
    .map(atom => atom.text)
    .join('')
    .replace(/\s/g, '')
  return text.length >= lines.length * 5 && (text.match(/\p{L}/gu)?.length ?? 0) > text.length * 0.6
}

/**
 * Blanks of justified lines may happen to lie above each other. A real stripe is longer or
 * wider, and the lines to the right of it begin at one place.
 */
function isStraight(rows: readonly Row[], stripe: Stripe): boolean {
  const both = rows.filter(row => isBoth(row, stripe))
  const size = medianSize(rows)
  const width = (stripe.right - stripe.left) / size
  const least = width > 1.5 ? 4 : 6
  if (both.length < least) return false
  const middle = (stripe.left + stripe.right) / 2
  const starts = both.map(row =>
    Math.min(...row.atoms.filter(atom => atom.x0 >= middle).map(atom => atom.x0)),
  )
  const offsets = starts.map(start => (start - stripe.right) / size)
  // where the lines of three columns stand at different heights, a row may lack the middle one
  const near = offsets.filter(offset => offset < 3)
  return near.length >= least / 2 && near.filter(offset => offset < 0.5).length >= near.length * 0.45
}

/** Lines of prose: enough of them, long enough, and most of them about as wide as their column. */
function looksLikeText(lines: readonly (readonly Atom[])[]): boolean {
  if (lines.length < 3) return false
  const atoms = lines.flat()
  const characters = atoms.reduce((sum, atom) => sum + atom.text.length, 0)
  const letters = atoms.filter(atom => isCjk(atom.text[0])).length * 2 > atoms.length ? 6 : 14
  if (characters / lines.length < letters) return false
  const extents = lines
    .map(line => Math.max(...line.map(atom => atom.x1)) - Math.min(...line.map(atom => atom.x0)))
    .sort((a, b) => a - b)
  const usual = extents[Math.floor(extents.length * 0.9)] ?? 0
  return extents.filter(extent => extent > 0.55 * usual).length >= lines.length * 0.5
}

/** In a table both sides begin anew together, again and again; columns of prose do not keep step. */
function looksLikeTable(
  rows: readonly Row[],
  stripe: Stripe,
  sides: readonly (readonly (readonly Atom[])[])[],
): boolean {
  const pitch = Math.min(...sides.map(lines => pitchOf(lines.map(line => ({ y: line[0]?.y ?? 0 })))))
  const starts = rows.filter((row, at) => at > 0 && row.y - (rows[at - 1]?.y ?? 0) > pitch * 1.3)
  if (starts.length < 2) return false
  const together = starts.filter(row => isBoth(row, stripe)).length
  return together >= starts.length * 0.7 && rows.length / (starts.length + 1) < 7
}
