import { foldForFinding } from './folded-text.ts'

/** The words of a text, each in the form that is most frequent, by how it looks without case and accents. */
export type Vocabulary = ReadonlyMap<string, { readonly word: string; readonly count: number }>

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]{0,60}(?:['’-][\p{L}\p{M}\p{N}]{1,60}){0,4}/gu
/** a longer "word" is an address or a table's line, and no one mistypes it */
const LONGEST = 40
const keyOf = (word: string) => foldForFinding(word).text.toLowerCase()

/**
 * Reads the words of a text piece by piece, so that a long text holds up nothing: pass what
 * `next` gives to it again until it gives null. Words cut by the end of a piece are read whole.
 */
export function vocabularyReader(text: string, piece = 20_000) {
  const counts = new Map<string, Map<string, number>>()
  let at = 0
  return {
    /** whether there is more to read */
    step(): boolean {
      const reach = new RegExp(WORD)
      reach.lastIndex = at
      const end = Math.min(text.length, at + piece)
      for (let match = reach.exec(text); match; match = reach.exec(text)) {
        if (match.index >= end) break
        note(counts, match[0])
        at = reach.lastIndex
      }
      at = Math.max(at, end)
      return at < text.length
    },
    words: (): Vocabulary => new Map([...counts].map(([key, forms]) => [key, mostUsed(forms)])),
  }
}

function note(counts: Map<string, Map<string, number>>, word: string): void {
  if (word.length > LONGEST) return
  const key = keyOf(word)
  const forms = counts.get(key) ?? new Map<string, number>()
  forms.set(word, (forms.get(word) ?? 0) + 1)
  counts.set(key, forms)
}

function mostUsed(forms: ReadonlyMap<string, number>) {
  const all = [...forms].toSorted(([, a], [, b]) => b - a)
  return { word: all[0]![0], count: all.reduce((sum, [, count]) => sum + count, 0) }
}

/** more words than any document has; with it, no vocabulary takes long */
const MOST_LOOKED_AT = 200_000

/**
 * What may have been meant: each word that is not in the text gives way to the nearest that
 * is, if one is near enough. Null where nothing is, or where there is nothing to correct.
 */
export function suggest(wanted: string, vocabulary: Vocabulary): string | null {
  let isOther = false
  let isKnown = true
  const corrected = wanted.trim().replace(new RegExp(WORD), word => {
    const key = keyOf(word)
    if (vocabulary.has(key)) return word
    const near = nearest(key, vocabulary)
    if (near === null) isKnown = false
    else isOther = true
    return near ?? word
  })
  return isOther && isKnown ? corrected : null
}

function nearest(wanted: string, vocabulary: Vocabulary): string | null {
  const most = mistakesIn(wanted)
  let best: { word: string; distance: number; count: number } | null = null
  let looked = 0
  for (const [key, { word, count }] of vocabulary) {
    if (++looked > MOST_LOOKED_AT) break
    if (Math.abs(key.length - wanted.length) > most) continue
    const distance = mistakes(wanted, key, best?.distance ?? most)
    if (distance > most) continue
    const isNearer = !best || distance < best.distance || (distance === best.distance && count > best.count)
    if (isNearer) best = { word, distance, count }
  }
  return best?.word ?? null
}

/** In a short word every letter counts. */
const mistakesIn = ({ length }: string) => (length < 3 ? 0 : length < 6 ? 1 : length < 12 ? 2 : 3)

/** Letters left out, put in, mistaken or swapped with the next, from one word to the other; gives up beyond `most`. */
export function mistakes(one: string, other: string, most: number): number {
  let before: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let i = 1; i <= one.length; i++) {
    const row = [i]
    for (let j = 1; j <= other.length; j++) {
      const isSame = one[i - 1] === other[j - 1]
      const isSwapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
      const plain = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (isSame ? 0 : 1))
      row.push(isSwapped ? Math.min(plain, before[j - 2]! + 1) : plain)
    }
    if (Math.min(...row) > most && Math.min(...last) > most) return most + 1
    before = last
    last = row
  }
  return last[other.length]!
}
