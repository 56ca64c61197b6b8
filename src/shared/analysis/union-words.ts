import type { Corpus } from './corpus.ts'
import type { WordsIn } from './frequency.ts'

type Add = (row: number, document: number, amount: number) => void

/** A run of text that several segments of one row cover together, still to be counted. */
interface Stretch {
  readonly row: number
  readonly document: number
  readonly start: number
  readonly end: number
}

/**
 * Words of the text that the segments of a row cover together: what lies in several of
 * them counts once. A segment that meets no other has its words already; the rest waits
 * until the end and is then counted document by document, so that each text is opened once.
 */
export function createUnion(corpus: Corpus, place: Int32Array, add: Add) {
  const { segments } = corpus
  const { ordered, rank } = orderInText(corpus, place)
  const waiting: Stretch[] = []

  // an area holds no words, and no run of text goes on through the character it is tied to
  const hasAreas = segments.area.subarray(0, segments.length).includes(1)

  function addRow(row: number, all: Int32Array): void {
    const own = hasAreas ? all.filter(segment => segments.area[segment] !== 1) : all
    const ranks = own.map(segment => rank[segment]!).sort()
    for (let first = 0; first < ranks.length; ) {
      const segment = ordered[ranks[first]!]!
      const document = place[segment]!
      let end = segments.end[segment]!
      let next = first + 1
      for (; next < ranks.length; next++) {
        const other = ordered[ranks[next]!]!
        // segments that touch are one run too: a word cut by their border is one word
        if (place[other] !== document || segments.start[other]! > end) break
        end = Math.max(end, segments.end[other]!)
      }
      if (next === first + 1) add(row, document, segments.words[segment]!)
      else waiting.push({ row, document, start: segments.start[segment]!, end })
      first = next
    }
  }

  function finish(wordsIn: WordsIn): void {
    waiting.sort((a, b) => a.document - b.document || a.start - b.start || a.end - b.end)
    let last: (Stretch & { readonly words: number }) | undefined
    for (const stretch of waiting) {
      const { row, document, start, end } = stretch
      const same = last?.document === document && last.start === start && last.end === end
      const words = same ? last!.words : wordsIn(corpus.documents[document]!.id, start, end)
      add(row, document, words)
      last = { ...stretch, words }
    }
  }

  return { addRow, finish }
}

/** All segments in the order of documents and text, and for each segment its rank in that order. */
function orderInText({ segments }: Corpus, place: Int32Array): { ordered: Int32Array; rank: Int32Array } {
  const ordered = Int32Array.from({ length: segments.length }, (_, index) => index)
  ordered.sort((a, b) => place[a]! - place[b]! || segments.start[a]! - segments.start[b]!)
  const rank = new Int32Array(segments.length)
  for (let i = 0; i < ordered.length; i++) rank[ordered[i]!] = i
  return { ordered, rank }
}
