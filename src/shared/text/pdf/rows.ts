import type { Atom } from './model.ts'

/** Atoms at about the same height, right across the page. */
export interface Row {
  readonly y: number
  readonly atoms: Atom[]
  /** where along the row there is text */
  readonly spans: readonly (readonly [number, number])[]
}

export function rowsOf(atoms: readonly Atom[]): Row[] {
  const rows: { y: number; size: number; atoms: Atom[] }[] = []
  for (const atom of [...atoms].sort((a, b) => a.y - b.y)) {
    const last = rows.at(-1)
    if (last && atom.y - last.y <= 0.6 * Math.min(atom.size, last.size)) last.atoms.push(atom)
    else rows.push({ y: atom.y, size: atom.size, atoms: [atom] })
  }
  return rows.map(({ y, atoms: own }) => ({ y, atoms: own, spans: mergeSpans(own) }))
}

function mergeSpans(atoms: readonly Atom[]): (readonly [number, number])[] {
  const spans: [number, number][] = []
  for (const { x0, x1 } of [...atoms].sort((a, b) => a.x0 - b.x0)) {
    const last = spans.at(-1)
    if (last && x0 <= last[1]) last[1] = Math.max(last[1], x1)
    else spans.push([x0, x1])
  }
  return spans
}

export function medianSize(rows: readonly Row[]): number {
  const sizes = rows.flatMap(row => row.atoms.map(atom => atom.size)).sort((a, b) => a - b)
  return sizes[sizes.length >> 1] ?? 10
}

/** The usual distance from row to row. */
export function pitchOf(rows: readonly { readonly y: number }[]): number {
  const gaps = rows
    .slice(1)
    .map((row, at) => row.y - (rows[at]?.y ?? 0))
    .sort((a, b) => a - b)
  return gaps[gaps.length >> 1] ?? 0
}
