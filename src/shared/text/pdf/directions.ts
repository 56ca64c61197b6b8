const RTL = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/
const STRONG = /[\p{L}\p{Nd}]/u
const MARK = /\p{M}/u

/** A stretch of text whose characters follow one another in one direction. */
export interface Stretch {
  readonly from: number
  readonly to: number
  readonly rtl: boolean
}

/**
 * Text cut where its characters turn round: numbers and Latin words within Arabic, and the
 * other way round. Signs between two stretches go with both if they agree, else with the line.
 */
export function stretchesOf(text: string, rtl: boolean): Stretch[] {
  if (!rtl && !RTL.test(text)) return text === '' ? [] : [{ from: 0, to: text.length, rtl: false }]
  const directions = directionsOf(text, rtl)
  const stretches: { from: number; to: number; rtl: boolean }[] = []
  for (const [at, direction] of directions.entries()) {
    const last = stretches.at(-1)
    if (last && last.rtl === direction) last.to = at + 1
    else stretches.push({ from: at, to: at + 1, rtl: direction })
  }
  return stretches
}

/** Of every UTF-16 unit: is it read from the right? */
function directionsOf(text: string, rtl: boolean): boolean[] {
  const strong: (boolean | null)[] = []
  for (const character of text) {
    const own = MARK.test(character) ? (strong.at(-1) ?? null) : strongDirection(character)
    for (let unit = 0; unit < character.length; unit++) strong.push(own)
  }
  const before = carried(strong, rtl)
  const after = carried(strong.toReversed(), rtl).toReversed()
  return strong.map((own, at) => own ?? (before[at] === after[at] ? before[at] === true : rtl))
}

/** The last direction there was, up to each place. */
function carried(strong: readonly (boolean | null)[], first: boolean): boolean[] {
  let last = first
  return strong.map(own => {
    last = own ?? last
    return last
  })
}

function strongDirection(character: string): boolean | null {
  if (/[\u0660-\u0669\u06F0-\u06F9]/.test(character)) return false
  if (RTL.test(character) && !/[\u060C\u061B\u061F]/.test(character)) return true
  return STRONG.test(character) ? false : null
}
