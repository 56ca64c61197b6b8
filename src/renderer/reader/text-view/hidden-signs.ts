import type { Span } from '../../../shared/model/span.ts'

/** Characters that cannot be seen but change what is read: what they are called, and what is shown for them. */
const SIGNS: ReadonlyMap<string, { name: string; sign: string }> = new Map(
  (
    [
      ['\u200B', 'zero width space', 'ZWSP'],
      ['\u2060', 'word joiner', 'WJ'],
      ['\uFEFF', 'zero width no-break space', 'BOM'],
      ['\u200E', 'left-to-right mark', 'LRM'],
      ['\u200F', 'right-to-left mark', 'RLM'],
      ['\u202A', 'left-to-right embedding', 'LRE'],
      ['\u202B', 'right-to-left embedding', 'RLE'],
      ['\u202C', 'pop directional formatting', 'PDF'],
      ['\u202D', 'left-to-right override', 'LRO'],
      ['\u202E', 'right-to-left override', 'RLO'],
      ['\u2066', 'left-to-right isolate', 'LRI'],
      ['\u2067', 'right-to-left isolate', 'RLI'],
      ['\u2068', 'first strong isolate', 'FSI'],
      ['\u2069', 'pop directional isolate', 'PDI'],
    ] as const
  ).map(([character, name, sign]) => [character, { name, sign }]),
)

const HIDDEN =
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu

export interface HiddenSign extends Span {
  readonly name: string
  /** a few letters to be shown small */
  readonly sign: string
}

/** Where the text has characters that are not seen. Joiners, which scripts and emoji need, are none of these. */
export function hiddenSigns(text: string): HiddenSign[] {
  return [...text.matchAll(HIDDEN)].map(({ 0: character, index }) => {
    const hex = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
    const known = SIGNS.get(character) ?? { name: `control character U+${hex}`, sign: hex.slice(-2) }
    return { ...known, start: index, end: index + 1 }
  })
}
