/**
 * A text as whoever looks for words takes it: accents, ligatures, full-width and positional
 * forms are what they stand for; quotation marks and hyphens are one each; what cannot be
 * seen (soft hyphens, joiners) is not there. Case stays. Every place of it is known in the
 * text it was made of.
 */
export interface Folded {
  readonly text: string
  /** a span of the folded text in the text it was made of: whole signs, with the marks on them */
  readonly spanOf: (start: number, end: number) => { readonly start: number; readonly end: number }
}

/** Accents and points on letters; marks that are letters to their readers (as in Hindi or Thai) stay. */
const DROPPED = new RegExp(
  [
    // cannot be seen: soft hyphens, joiners, marks of direction, variants
    '[\\u00ad\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufe00-\\ufe0f\\ufeff]',
    // Latin, Greek and Cyrillic
    '[\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f]',
    // Hebrew
    '[\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7]',
    // Arabic, its lengthening sign too
    '[\\u0610-\\u061a\\u0640\\u064b-\\u065f\\u0670\\u06d6-\\u06dc\\u06df-\\u06e8\\u06ea-\\u06ed]',
  ].join('|'),
  'gu',
)

/** What Unicode does not take apart, though readers do. */
const ALIKE: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', ẞ: 'SS', æ: 'ae', Æ: 'AE', œ: 'oe', Œ: 'OE', ø: 'o', Ø: 'O' },
  ...{ ł: 'l', Ł: 'L', đ: 'd', Đ: 'D', ð: 'd', Ð: 'D', þ: 'th', Þ: 'Th', ı: 'i' },
  ...{ '’': "'", '‘': "'", ʼ: "'", '′': "'", '“': '"', '”': '"', '„': '"', '«': '"', '»': '"', '″': '"' },
  ...{ '‐': '-', '‑': '-', '‒': '-', '–': '-', '—': '-', '−': '-' },
}

const known = new Map<number, string | null>()

/** What a sign stands for; null: itself. */
function foldUnit(unit: number): string | null {
  const before = known.get(unit)
  if (before !== undefined) return before
  const sign = String.fromCharCode(unit)
  const plain = ALIKE[sign] ?? ALIKE[sign.normalize('NFKC')] ?? fold(sign)
  const folded = plain === sign ? null : plain
  known.set(unit, folded)
  return folded
}

const fold = (sign: string) => sign.normalize('NFKD').replace(DROPPED, '').normalize('NFC')

/** ASCII, the ideographs, Hangul and halves of pairs are themselves: most of a text is passed over. */
const isItself = (unit: number) =>
  unit < 0x80 || (unit >= 0x3400 && unit <= 0x9fff) || (unit >= 0xac00 && unit <= 0xdfff)

export function foldForFinding(text: string): Folded {
  const parts: string[] = []
  // pieces of the folded text, where they begin and where that is in the text; -1: one sign stands for the piece
  const at: number[] = []
  const from: number[] = []
  const runs: boolean[] = []
  let length = 0
  let run = 0
  const add = (piece: string, start: number, isRun: boolean) => {
    parts.push(piece)
    at.push(length)
    from.push(start)
    runs.push(isRun)
    length += piece.length
  }
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (isItself(unit)) continue
    const folded = foldUnit(unit)
    if (folded === null) continue
    if (i > run) add(text.slice(run, i), run, true)
    add(folded, i, false)
    run = i + 1
  }
  if (run < text.length) add(text.slice(run), run, true)
  return { text: parts.join(''), spanOf: (start, end) => spanOf({ at, from, runs, length }, start, end) }
}

/** the texts that were looked through last: a split window has two */
let kept: readonly { readonly text: string; readonly folded: Folded }[] = []

/** Folded once for as long as a text is looked through. */
export function foldedOf(text: string): Folded {
  const there = kept.find(one => one.text === text)
  if (there) return there.folded
  const folded = foldForFinding(text)
  kept = [{ text, folded }, ...kept].slice(0, 2)
  return folded
}

interface Pieces {
  readonly at: readonly number[]
  readonly from: readonly number[]
  readonly runs: readonly boolean[]
  readonly length: number
}

function spanOf({ at, from, runs, length }: Pieces, start: number, end: number) {
  const first = pieceAt(at, start)
  const last = pieceAt(at, end - 1)
  let to = runs[last] ? from[last]! + (end - at[last]!) : from[last]! + 1
  // marks that were dropped right behind it belong to it
  for (let next = last + 1; from[next] === to && (at[next + 1] ?? length) === at[next]; next++) to++
  return { start: runs[first] ? from[first]! + (start - at[first]!) : from[first]!, end: to }
}

/** The last piece that begins at or before a place: empty ones before it have no place of their own. */
function pieceAt(at: readonly number[], place: number): number {
  let low = 0
  let high = at.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (at[middle]! <= place) low = middle
    else high = middle - 1
  }
  return low
}
