import { PALETTE } from '../../shared/model/palette.ts'

const darkOf = new Map<string, string>(PALETTE.map(({ light, dark }) => [light, dark]))

/**
 * A code's colour on this theme's ground. Palette colours have a measured twin for dark
 * grounds; a colour of the researcher's own is lightened so that it keeps its contrast.
 */
export function codeColor(color: string, theme: 'light' | 'dark'): string {
  if (theme === 'light') return color
  return darkOf.get(color.toUpperCase()) ?? `color-mix(in oklab, ${color}, white 45%)`
}
