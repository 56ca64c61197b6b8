import type { ReactNode } from 'react'
import { themeStore } from '../app/theme.ts'
import { useKeyLabel } from '../commands/bindings.ts'
import { coding } from '../state/coding.ts'
import { IconButton } from '../ui/button.tsx'
import { codeColor } from '../ui/code-color.ts'
import { Glyph } from '../ui/glyph.tsx'
import { Icon } from '../ui/icons.tsx'
import { useStore } from '../ui/use-store.ts'
import { dropDraft } from './areas/area-deeds.ts'
import { filterWords, showAll, shownWords } from './filtering.ts'
import { isFiltering } from './margin-filter.ts'
import { disarmMarker, dropMark } from './marking.ts'
import type { ReaderData, ReaderModel } from './model.ts'
import './reader-strip.css'

/** Above the text, only while it matters: the marker that is armed, the filter that leaves something out. */
export function ReaderStrip({ model, data }: { model: ReaderModel; data: ReaderData }) {
  const marker = useStore(coding, state => state.marker)
  const filter = useStore(model.store, state => state.filter)
  const markStart = useStore(model.store, state => state.markStart)
  const isDrawing = useStore(model.store, state => state.isDrawing)
  const theme = useStore(themeStore, state => state.theme)
  const markKey = useKeyLabel()('selection.mark')
  const code = marker === null ? undefined : data.code.get(marker)
  if (!code && !isFiltering(filter) && markStart === null && !isDrawing) return null
  return (
    <div className="reader-strip">
      {code ? (
        <Chip label="Leave the text marker" hint="Esc" onClose={disarmMarker}>
          <Glyph name={code.glyph} color={codeColor(code.color, theme)} size={10} />
          Text marker: {code.name}
        </Chip>
      ) : null}
      {markStart === null ? null : (
        <Chip label="Take the mark away" hint="Esc" onClose={() => dropMark(model)}>
          Start marked{markKey === undefined ? '' : ` · ${markKey} marks the end`}
        </Chip>
      )}
      {isDrawing ? (
        <Chip label="Draw no area" hint="Esc" onClose={() => dropDraft(model)}>
          <Icon name="area" size={12} />
          Drag over the page to draw an area
        </Chip>
      ) : null}
      {isFiltering(filter) ? (
        <Chip label="Show all segments" onClose={() => showAll(model)}>
          <Icon name="filter" size={12} />
          {filterWords(data, filter)} · {shownWords(data.segments.all.length, data.every.all.length)}
        </Chip>
      ) : null}
    </div>
  )
}

interface ChipProps {
  readonly label: string
  readonly hint?: string
  readonly onClose: () => void
  readonly children: ReactNode
}

function Chip({ label, hint, onClose, children }: ChipProps) {
  return (
    <span className="reader-strip-chip">
      {children}
      <IconButton label={label} shortcut={hint} onPress={onClose}>
        <Icon name="close" size={11} />
      </IconButton>
    </span>
  )
}
