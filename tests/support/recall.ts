const WORDS = /[\p{L}\p{N}]+/gu

/** Words without regard to case, signs and the width of letters: what a reader would call the same. */
function wordsOf(text: string): string[] {
  return text.normalize('NFKC').toLowerCase().match(WORDS) ?? []
}

/** How many of the runs of four words in `truth` are in `text` too, each as often as it is there. */
export function fourGramRecall(truth: string, text: string): number {
  const there = new Map<string, number>()
  for (const gram of gramsOf(text)) there.set(gram, (there.get(gram) ?? 0) + 1)
  let found = 0
  let all = 0
  for (const gram of gramsOf(truth)) {
    all++
    const left = there.get(gram) ?? 0
    if (left === 0) continue
    there.set(gram, left - 1)
    found++
  }
  return all === 0 ? 1 : found / all
}

function* gramsOf(text: string): Iterable<string> {
  const words = wordsOf(text)
  for (let at = 0; at + 4 <= words.length; at++) yield words.slice(at, at + 4).join(' ')
}
