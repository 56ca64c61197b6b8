const measured = new Map<string, Map<string, number>>()
let context: CanvasRenderingContext2D | null = null

/** How wide words are in a font, px; what was measured once is remembered. */
export function textMeasure(font: string): (words: string) => number {
  const known = measured.get(font) ?? new Map<string, number>()
  measured.set(font, known)
  return words => {
    const width = known.get(words) ?? measure(font, words)
    known.set(words, width)
    return width
  }
}

function measure(font: string, words: string): number {
  context ??= document.createElement('canvas').getContext('2d')
  if (!context) return words.length * 6.5
  context.font = font
  return Math.ceil(context.measureText(words).width) + 1
}
