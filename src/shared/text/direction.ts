import type { Block } from '../model/structure.ts'

export type Direction = 'ltr' | 'rtl'

const LETTER = /\p{L}/u
const RTL_LETTER =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Adlam}\p{Script=Hanifi_Rohingya}]/u

/** By its first letter; null where a text has none (numbers and punctuation go either way). */
export function firstStrong(text: string): Direction | null {
  const letter = LETTER.exec(text)?.[0]
  if (letter === undefined) return null
  return RTL_LETTER.test(letter) ? 'rtl' : 'ltr'
}

/**
 * The base direction of a whole text: each block votes by its first letter, with the weight
 * of its length, so that a Latin file number above an Arabic declaration does not decide.
 */
export function baseDirection(text: string, blocks: readonly Pick<Block, 'start' | 'end'>[]): Direction {
  let balance = 0
  for (const { start, end } of blocks) {
    const direction = firstStrong(text.slice(start, end))
    if (direction) balance += direction === 'rtl' ? end - start : start - end
  }
  return balance > 0 ? 'rtl' : 'ltr'
}

/** Says of each block whether it runs against the document; a reader's own word on a block is kept. */
export function withDirections(text: string, blocks: readonly Block[], base: Direction): Block[] {
  return blocks.map(block => {
    const { direction: told, ...rest } = block
    const direction = told ?? firstStrong(text.slice(block.start, block.end)) ?? base
    return direction === base ? rest : { ...rest, direction }
  })
}
