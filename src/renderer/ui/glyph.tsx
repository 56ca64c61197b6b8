import type { GlyphName } from '../../shared/model/palette.ts'

/** The shapes that tell codes apart where colour cannot, in a square of 12. */
const SHAPES: Record<GlyphName, string> = {
  square: 'M1.5 1.5h9v9h-9z',
  diamond: 'M6 .5 11.5 6 6 11.5.5 6z',
  triangle: 'M6 1 11.5 11H.5z',
  circle: 'M6 .8a5.2 5.2 0 1 1 0 10.4A5.2 5.2 0 0 1 6 .8z',
  down: 'M.5 1h11L6 11z',
  star: 'M6 .4 7.6 4.2l4.1.3-3.1 2.7 1 4L6 9l-3.6 2.2 1-4L.3 4.5l4.1-.3z',
  cross: 'M4.2.8h3.6v3.4h3.4v3.6H7.8v3.4H4.2V7.8H.8V4.2h3.4z',
  pentagon: 'M6 .6 11.6 4.7 9.5 11.3h-7L.4 4.7z',
}

/** Decoration beside a name: hidden from screen readers, which have the name. */
export function Glyph({ name, color, size = 11 }: { name: GlyphName; color: string; size?: number }) {
  return (
    <svg className="glyph" viewBox="0 0 12 12" width={size} height={size} aria-hidden="true">
      <path d={SHAPES[name]} fill={color} />
    </svg>
  )
}
