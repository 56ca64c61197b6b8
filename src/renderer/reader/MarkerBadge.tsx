import { useEffect, useRef } from 'react'
import { themeStore } from '../app/theme.ts'
import { coding } from '../state/coding.ts'
import { codeColor } from '../ui/code-color.ts'
import { Glyph } from '../ui/glyph.tsx'
import { useStore } from '../ui/use-store.ts'
import type { ReaderData, ReaderModel } from './model.ts'

/** At the pointer, over the text: what the next selection will be coded with. */
export function MarkerBadge({ model, data }: { model: ReaderModel; data: ReaderData }) {
  const marker = useStore(coding, state => state.marker)
  const theme = useStore(themeStore, state => state.theme)
  const badge = useRef<HTMLSpanElement>(null)
  const code = marker === null ? undefined : data.code.get(marker)
  useEffect(() => {
    if (!code) return
    const { element } = model.view
    const follow = ({ clientX, clientY, target }: PointerEvent) => {
      if (!badge.current) return
      badge.current.hidden = !(target instanceof Node && element.contains(target))
      badge.current.style.left = `${clientX + 12}px`
      badge.current.style.top = `${clientY + 16}px`
    }
    window.addEventListener('pointermove', follow, { passive: true })
    return () => window.removeEventListener('pointermove', follow)
  }, [model, code])
  if (!code) return null
  return (
    <span ref={badge} className="marker-badge" aria-hidden="true" hidden>
      <Glyph name={code.glyph} color={codeColor(code.color, theme)} size={9} />
      {code.name}
    </span>
  )
}
