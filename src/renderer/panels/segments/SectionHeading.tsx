import type { Code } from '../../../shared/contract/codes.ts'
import { themeStore } from '../../app/theme.ts'
import { codeColor } from '../../ui/code-color.ts'
import { Glyph } from '../../ui/glyph.tsx'
import { useStore } from '../../ui/use-store.ts'
import type { Section } from './sections.ts'

export const HEADING_HEIGHT = 30

interface Props {
  readonly section: Section
  readonly top: number
  /** of the heading with all rows under it */
  readonly height: number
  readonly code: Code | undefined
}

/** Sticks to the upper edge while rows of its section are in view. */
export function SectionHeading({ section, top, height, code }: Props) {
  const theme = useStore(themeStore, state => state.theme)
  return (
    <div role="row" className="segments-section" style={{ top, height }}>
      <span role="rowheader" className="segments-section-head" style={{ height: HEADING_HEIGHT }}>
        {code ? <Glyph name={code.glyph} color={codeColor(code.color, theme)} /> : null}
        <span className="segments-section-title" dir="auto">
          {section.title}
        </span>
        <span className="segments-section-count">{section.count.toLocaleString('en')}</span>
      </span>
    </div>
  )
}
