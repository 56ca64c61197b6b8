import type { Atom, Line, Piece } from './model.ts'

const CJK = /[\u2E80-\u2FFF\u3000-\u30FF\u3400-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF]/
const UNSPACED =
  /[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u2E80-\u2FFF\u3000-\u30FF\u3400-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF]/

/** Scripts that put no blanks between words need none where a line or a piece ends. */
export const isUnspaced = (character: string | undefined): boolean => UNSPACED.test(character ?? '')
export const isCjk = (character: string | undefined): boolean => CJK.test(character ?? '')

/** Atoms of one region, put together into lines from top to bottom. */
export function buildLines(atoms: readonly Atom[], page: number, rtl: boolean): Line[] {
  for (const atom of atoms) atom.script = null
  return withScripts(clusters(atoms), atoms).map(line => makeLine(line, page, rtl))
}

/** Atoms that stand on one baseline, give or take the unsteadiness of a scan. */
function clusters(atoms: readonly Atom[]): Atom[][] {
  const lines: { atoms: Atom[]; y: number; size: number }[] = []
  for (const atom of [...atoms].sort((a, b) => a.y - b.y || a.x0 - b.x0)) {
    const last = lines.at(-1)
    if (last && atom.y - last.y <= 0.35 * Math.min(atom.size, last.size)) {
      last.atoms.push(atom)
      last.y += (atom.y - last.y) / last.atoms.length
      last.size = Math.max(last.size, atom.size)
    } else {
      lines.push({ atoms: [atom], y: atom.y, size: atom.size })
    }
  }
  return lines.map(line => line.atoms)
}

/** Small raised or lowered atoms go to the line they hang on. */
function withScripts(lines: Atom[][], all: readonly Atom[]): Atom[][] {
  if (sameSize(all)) return lines
  const kept: Atom[][] = []
  for (const [at, line] of lines.entries()) {
    const rest = line.filter(atom => {
      const host = [lines[at + 1], lines[at - 1], lines[at + 2]].find(other => other && hangsOn(atom, other))
      if (!host) return true
      const hostY = baseline(host)
      atom.script = atom.y < hostY ? 'sup' : 'sub'
      host.push(atom)
      return false
    })
    if (rest.length > 0) kept.push(rest)
  }
  // the hosts were filled in place, so drop what is now empty and mark what rides on its own line
  for (const line of kept) markRaised(line)
  return kept
}

const sameSize = (atoms: readonly Atom[]): boolean =>
  atoms.every(atom => Math.abs(atom.size - (atoms[0]?.size ?? 0)) < 0.1)

function baseline(line: readonly Atom[]): number {
  const main = line.filter(atom => atom.script === null)
  const widest = main.reduce<Atom | undefined>(
    (best, atom) => (best && best.size >= atom.size ? best : atom),
    undefined,
  )
  return widest?.y ?? line[0]?.y ?? 0
}

function hangsOn(atom: Atom, line: readonly Atom[]): boolean {
  return line.some(host => {
    if (host.script !== null || atom.size > host.size * 0.82 || atom.text.length > 12) return false
    const raised = host.y - atom.y
    if (raised > host.size * 0.7 || raised < -host.size * 0.4) return false
    const after = Math.abs(atom.x0 - host.x1) < host.size * 0.6
    const before = Math.abs(host.x0 - atom.x1) < host.size * 0.6
    const inside = atom.x0 > host.x0 && atom.x1 < host.x1
    return after || before || inside
  })
}

/** Raised by less than a line cluster tells apart. */
function markRaised(line: Atom[]): void {
  const size = Math.max(...line.map(atom => atom.size))
  const y = baseline(line)
  for (const atom of line) {
    if (atom.script !== null || atom.size > size * 0.82) continue
    const raised = y - atom.y
    if (raised > size * 0.12) atom.script = 'sup'
    else if (raised < -size * 0.06) atom.script = 'sub'
  }
}

function makeLine(atoms: Atom[], page: number, rtl: boolean): Line {
  const pieces = piecesOf(readingOrder(atoms, rtl))
  const main = atoms.filter(atom => atom.script === null)
  const weighed = main.length > 0 ? main : atoms
  const length = weighed.reduce((sum, atom) => sum + atom.text.length, 0)
  const share = (test: (atom: Atom) => boolean) =>
    weighed.reduce((sum, atom) => sum + (test(atom) ? atom.text.length : 0), 0) / Math.max(1, length)
  return {
    page,
    pieces,
    text: pieces.map(piece => piece.gap + piece.text).join(''),
    x0: Math.min(...atoms.map(atom => atom.x0)),
    x1: Math.max(...atoms.map(atom => atom.x1)),
    y: baseline(atoms),
    size: commonSize(weighed),
    sizes: [...new Set(weighed.map(atom => atom.size))],
    bold: share(atom => atom.bold) > 0.8,
    italic: share(atom => atom.italic) > 0.8,
    tabular: pieces.some(piece => piece.gap === '\t'),
  }
}

export function commonSize(atoms: readonly { size: number; text: string }[]): number {
  const counts = new Map<number, number>()
  for (const { size, text } of atoms) {
    const rounded = Math.round(size * 4) / 4
    counts.set(rounded, (counts.get(rounded) ?? 0) + text.length)
  }
  let best = 0
  for (const [size, count] of counts) if (count > (counts.get(best) ?? 0)) best = size
  return best
}

/**
 * Along the line; but on a page read from the right, Latin words and numbers still run
 * from left to right among themselves, and the other way round.
 */
export function readingOrder(atoms: readonly Atom[], rtl: boolean): Atom[] {
  const along = [...atoms].sort((a, b) => a.x0 - b.x0)
  const against = (atom: Atom) => (rtl ? !atom.rtl && /[\p{L}\p{N}]/u.test(atom.text) : atom.rtl)
  if (!along.some(against)) return along
  const ordered: Atom[] = []
  let run: Atom[] = []
  for (const atom of along) {
    if (against(atom)) {
      run.push(atom)
    } else {
      ordered.push(...run.reverse(), atom)
      run = []
    }
  }
  return [...ordered, ...run.reverse()]
}

const LABEL = /^(?:[\p{P}\p{S}]|\(?[\p{L}\p{N}]{1,4}[.):]+|\d{1,3}(?:\.\d{1,3})*\.?)$/u

function piecesOf(atoms: readonly Atom[]): Piece[] {
  const pieces: Piece[] = []
  let before: Atom | undefined
  let start = ''
  for (const atom of atoms) {
    const gap = before ? gapBetween(before, atom, LABEL.test(start)) : ''
    pieces.push({ gap, text: atom.text, atom })
    start += gap + atom.text
    before = atom
  }
  return pieces
}

/** `isLabel`: so far the line is only "(a)" or "1." */
function gapBetween(left: Atom, right: Atom, isLabel: boolean): Piece['gap'] {
  // against the reading direction the distance is measured the other way round
  const distance = Math.max(right.x0 - left.x1, left.x0 - right.x1)
  const size = Math.max(left.size, right.size)
  if (distance > 2.5 * size && !isLabel) return '\t'
  const drawn = left.blankAfter || right.blankBefore
  if (isUnspaced(left.text.at(-1)) && isUnspaced(right.text[0])) return distance > size * 0.6 ? ' ' : ''
  if (drawn && distance > -size * 0.3) return ' '
  return distance > size * 0.17 ? ' ' : ''
}
