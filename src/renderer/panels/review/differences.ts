import { mapCharacters } from '../../../shared/text/anchoring/character-map.ts'

export interface Piece {
  readonly text: string
  readonly isChanged: boolean
}

/** Longer passages are shown without marks. */
const LONGEST = 4000

/** What of the words before is not in the words of today, and what is new in these. */
export function differences(was: string, now: string): { was: Piece[]; now: Piece[] } {
  if (was.length > LONGEST || now.length > LONGEST)
    return { was: [{ text: was, isChanged: false }], now: [{ text: now, isChanged: false }] }
  const map = mapCharacters(was, now)
  const stays = new Uint8Array(now.length)
  for (const at of map) if (at >= 0) stays[at] = 1
  return { was: pieces(was, at => map[at]! < 0), now: pieces(now, at => stays[at] === 0) }
}

function pieces(text: string, isChanged: (at: number) => boolean): Piece[] {
  const found: Piece[] = []
  let start = 0
  for (let at = 1; at <= text.length; at++) {
    if (at < text.length && isChanged(at) === isChanged(start)) continue
    found.push({ text: text.slice(start, at), isChanged: isChanged(start) })
    start = at
  }
  return found
}
