import { useEffect, useRef } from 'react'
import type { Segment } from '../../shared/contract/segments.ts'
import { lowerBound } from '../../shared/model/lower-bound.ts'
import type { Span } from '../../shared/model/span.ts'
import { themeStore } from '../app/theme.ts'
import { preferences } from '../state/preferences.ts'
import { codeColor } from '../ui/code-color.ts'
import { useStore } from '../ui/use-store.ts'
import { type ReaderData, type ReaderModel, spanOf } from './model.ts'
import { useOwnCoding } from './own-pane.ts'
import { carriedWords } from './say.ts'
import { whereDiffers } from './segment-index.ts'
import type { DocumentView, Layer } from './view.ts'

const POINTED = 25
const SELECTED = 35

/** Lays over the text what is coded, what is pointed at and selected, and what was found. */
export function usePainting(model: ReaderModel, data: ReaderData): void {
  const { view, store } = model
  const theme = useStore(themeStore, state => state.theme)
  const resizing = useStore(store, state => state.resizing)
  const pointed = useStore(store, state => state.pointed)
  const selectedId = useOwnCoding(state => state.segmentId)

  useEffect(() => {
    const shown = (segment: Segment) => spanOf(segment, { resizing })
    view.paint('coded', { style: 'coded', spansIn: near => data.segments.overlapping(near).map(shown) })
  }, [view, data, resizing])

  useEffect(() => {
    const segment = selectedId === null ? undefined : data.segments.byId(selectedId)
    const color = segment && colorOf(segment, segment.codings[0]?.codeId, data, theme)
    view.paint(
      'selected',
      segment && !segment.area && color ? tint(spanOf(segment, { resizing }), color, SELECTED) : null,
    )
  }, [view, data, selectedId, resizing, theme])

  useEffect(() => {
    const segment = pointed ? data.segments.byId(pointed.segmentId) : undefined
    const codeId = segment?.codings.find(({ id }) => id === pointed?.codingId)?.codeId
    const color = segment && colorOf(segment, codeId, data, theme)
    view.paint(
      'pointed',
      segment && !segment.area && color ? tint(spanOf(segment, { resizing }), color, POINTED) : null,
    )
  }, [view, data, pointed, resizing, theme])

  useDescriptions(model, data)
  useFound(model)
}

/** Says of paragraphs what they carry; after a coding, only of those that it touches. */
function useDescriptions({ view }: ReaderModel, data: ReaderData): void {
  const isDescribed = useStore(preferences, state => state.describe === 'always')
  const said = useRef<{ view: DocumentView; data: ReaderData; isDescribed: boolean }>(null)
  useEffect(() => {
    const before = said.current
    said.current = { view, data, isDescribed }
    const isOther =
      before?.view !== view || before.isDescribed !== isDescribed || before.data.code !== data.code
    const within = isOther ? undefined : whereDiffers(before.data.segments.all, data.segments.all)
    if (within === null) return
    view.describe(
      isDescribed ? paragraph => carriedWords(data.segments.overlapping(paragraph), data) : () => '',
      within,
    )
  }, [view, data, isDescribed])
}

function useFound({ view, store }: ReaderModel): void {
  const { hits, current, isOpen } = useStore(store, state => state.finding)
  useEffect(() => {
    view.paint(
      'hits',
      isOpen && hits.length > 0 ? { style: 'hit', spansIn: near => within(hits, near) } : null,
    )
  }, [view, hits, isOpen])
  useEffect(() => {
    const hit = isOpen ? hits[current] : undefined
    view.paint('hit', hit ? { style: 'hit-current', spansIn: () => [hit] } : null)
  }, [view, hits, current, isOpen])
}

function colorOf(
  segment: Segment,
  codeId: string | undefined,
  { code }: ReaderData,
  theme: 'light' | 'dark',
): string {
  const found = segment.codings.find(one => one.codeId === codeId)
  const color = found && code.get(found.codeId)?.color
  return color ? codeColor(color, theme) : 'var(--ink-faint)'
}

const tint = (span: Span, color: string, strength: number): Layer => ({
  style: { tint: color, strength },
  spansIn: () => [span],
})

/** Of disjoint spans in order, those that reach into a window. */
export function within(spans: readonly Span[], { start, end }: Span): readonly Span[] {
  const from = lowerBound(spans.length, index => spans[index]!.end > start)
  let to = from
  while (to < spans.length && spans[to]!.start < end) to++
  return spans.slice(from, to)
}
