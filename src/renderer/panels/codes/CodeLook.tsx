import { useEffect, useRef, useState } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import type { Code } from '../../../shared/contract/codes.ts'
import { GLYPHS, type GlyphName, PALETTE } from '../../../shared/model/palette.ts'
import { themeStore } from '../../app/theme.ts'
import { codeColor } from '../../ui/code-color.ts'
import { Glyph } from '../../ui/glyph.tsx'
import { PanelAt, type Spot } from '../../ui/popover-at.tsx'
import { Tick } from '../../ui/tick.tsx'
import { useStore } from '../../ui/use-store.ts'
import { updateCode } from './code-deeds.ts'
import './code-look.css'

const GLYPH_NAMES: Record<GlyphName, string> = {
  square: 'square',
  diamond: 'diamond',
  triangle: 'triangle',
  circle: 'circle',
  down: 'triangle pointing down',
  star: 'star',
  cross: 'cross',
  pentagon: 'pentagon',
}

interface Props {
  readonly code: Code
  readonly hasSubcodes: boolean
  readonly spot: Spot
  readonly onClose: () => void
}

/** Colour and sign of a code: eight of each that stay apart, or a colour of one's own. */
export function CodeLook({ code, hasSubcodes, spot, onClose }: Props) {
  const [branch, setBranch] = useState(false)
  const paint = (look: { color?: string; glyph?: GlyphName }) =>
    void updateCode({ codeId: code.id, ...look, ...(branch ? { branch } : {}) })
  return (
    <PanelAt spot={spot} onClose={onClose} label={`Colour and sign of ${code.name}`} className="code-look">
      <Colors code={code} onPaint={color => paint({ color })} />
      <Glyphs code={code} onPaint={glyph => paint({ glyph })} />
      <OwnColor key={code.color} color={code.color} onPaint={color => paint({ color })} />
      {hasSubcodes ? (
        <Tick checked={branch} onChange={setBranch}>
          Also for sub-codes
        </Tick>
      ) : null}
    </PanelAt>
  )
}

function Colors({ code, onPaint }: { code: Code; onPaint: (color: string) => void }) {
  const theme = useStore(themeStore, state => state.theme)
  const current = code.color.toUpperCase()
  return (
    <ToggleButtonGroup
      aria-label="Colour"
      className="code-look-row"
      selectionMode="single"
      selectedKeys={[current]}
      onSelectionChange={keys => choose(keys, onPaint)}
    >
      {PALETTE.map(({ name, light }) => (
        <ToggleButton key={light} id={light} aria-label={name} className="code-look-choice">
          <Glyph name={code.glyph} color={codeColor(light, theme)} size={15} />
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}

function Glyphs({ code, onPaint }: { code: Code; onPaint: (glyph: GlyphName) => void }) {
  const theme = useStore(themeStore, state => state.theme)
  return (
    <ToggleButtonGroup
      aria-label="Sign"
      className="code-look-row"
      selectionMode="single"
      selectedKeys={[code.glyph]}
      onSelectionChange={keys => choose(keys, glyph => onPaint(glyph as GlyphName))}
    >
      {GLYPHS.map(glyph => (
        <ToggleButton key={glyph} id={glyph} aria-label={GLYPH_NAMES[glyph]} className="code-look-choice">
          <Glyph name={glyph} color={codeColor(code.color, theme)} size={15} />
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}

function choose(keys: Iterable<string | number>, onPaint: (choice: string) => void): void {
  for (const key of keys) onPaint(String(key))
}

/** The system's colour chooser speaks at every move of the pointer; only its last word counts. */
function OwnColor({ color, onPaint }: { color: string; onPaint: (color: string) => void }) {
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const element = input.current
    if (!element) return
    const chosen = () => onPaint(element.value)
    element.addEventListener('change', chosen)
    return () => element.removeEventListener('change', chosen)
  }, [onPaint])
  return (
    <label className="code-look-own">
      Own colour
      <input ref={input} type="color" defaultValue={color.toLowerCase()} />
    </label>
  )
}
