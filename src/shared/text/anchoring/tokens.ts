/** Two texts as words and signs, each word a number that is the same in both texts. */
export interface Tokens {
  readonly ids: Int32Array
  readonly starts: Int32Array
  readonly ends: Int32Array
}

/** Words; of scripts written without spaces, characters; every other sign by itself. */
const TOKEN =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]\p{M}*|[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}\u00AD]*|\S/gu

export function tokenise(texts: readonly [string, string]): [Tokens, Tokens] {
  const vocabulary = new Map<string, number>()
  const read = (text: string) => tokensOf(text, vocabulary)
  return [read(texts[0]), read(texts[1])]
}

function tokensOf(text: string, vocabulary: Map<string, number>): Tokens {
  const ids: number[] = []
  const starts: number[] = []
  const ends: number[] = []
  for (const { 0: word, index } of text.matchAll(TOKEN)) {
    ids.push(vocabulary.get(word) ?? learn(word, vocabulary))
    starts.push(index)
    ends.push(index + word.length)
  }
  return { ids: Int32Array.from(ids), starts: Int32Array.from(starts), ends: Int32Array.from(ends) }
}

/** Every way a word is written leads to the number of its plain form. */
function learn(word: string, vocabulary: Map<string, number>): number {
  const plain = sameWord(word)
  const id = vocabulary.get(plain) ?? vocabulary.size
  vocabulary.set(plain, id)
  vocabulary.set(word, id)
  return id
}

/** Capitals, ligatures and soft hyphens do not make another word when two versions are laid side by side. */
const sameWord = (word: string): string => word.normalize('NFKC').toLowerCase().replaceAll('\u00AD', '')
