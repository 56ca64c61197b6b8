import { GLYPHS, type GlyphName } from '../../shared/model/palette.ts'

const PATTERNS = ['solid', 'dashed', 'dotted', 'double'] as const

/** A pattern goes with the sign of a code: eight signs, four patterns. */
export const patternOf = (glyph: GlyphName) => PATTERNS[GLYPHS.indexOf(glyph) % PATTERNS.length]
