/**
 * Eight colours that stay apart under normal and the three kinds of colour-deficient
 * sight, each with at least 3:1 contrast on its ground (the light set is what is stored;
 * the dark set shows the same eight on a dark ground). Eight is the honest limit: beyond
 * it the glyph tells codes apart, so colour is never the only carrier.
 */
export const PALETTE = [
  { name: 'indigo', light: '#413E96', dark: '#7C60DB' },
  { name: 'amber', light: '#C8800D', dark: '#F4D916' },
  { name: 'sky', light: '#259CDE', dark: '#73D3F1' },
  { name: 'maroon', light: '#760A03', dark: '#CD4805' },
  { name: 'mauve', light: '#87617A', dark: '#A1628D' },
  { name: 'plum', light: '#43184C', dark: '#BBFFC8' },
  { name: 'blue', light: '#4861D5', dark: '#7D98F5' },
  { name: 'red', light: '#C13425', dark: '#FD8C7B' },
] as const

export const GLYPHS = [
  'square',
  'diamond',
  'triangle',
  'circle',
  'down',
  'star',
  'cross',
  'pentagon',
] as const
export type GlyphName = (typeof GLYPHS)[number]

/** Colour and glyph of the n-th code of a project: 8 x 8 distinct pairs before any repeats. */
export function look(n: number): { color: string; glyph: GlyphName } {
  const color = PALETTE[n % PALETTE.length]!.light
  const glyph = GLYPHS[(n + Math.floor(n / PALETTE.length)) % GLYPHS.length]!
  return { color, glyph }
}
