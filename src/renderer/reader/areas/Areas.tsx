import { useEffect, useMemo } from 'react'
import { createPortal } from 'react-dom'
import type { Segment } from '../../../shared/contract/segments.ts'
import { useStore } from '../../ui/use-store.ts'
import type { ReaderData, ReaderModel } from '../model.ts'
import { useOwnCoding } from '../own-pane.ts'
import type { PdfView } from '../pdf-view/pdf-view.ts'
import { AreaBox, DraftBox } from './AreaBox.tsx'
import { finishKeys } from './area-deeds.ts'
import { areaOf } from './area-model.ts'
import './areas.css'
import { useDrawing } from './use-drawing.ts'
import { useOverlays } from './use-overlays.ts'

interface Props {
  readonly model: ReaderModel
  readonly data: ReaderData
  readonly host: HTMLElement | null
}

/** Over the pages: what of them is coded as a picture, and what is being drawn. */
export function Areas({ model, data, host }: Props) {
  useDrawing(model, host)
  useEffect(() => finishKeys, [])
  const { printed } = model
  return printed ? <OnPages model={model} data={data} printed={printed} host={host} /> : null
}

function OnPages({ model, data, printed, host }: Props & { printed: PdfView }) {
  const overlays = useOverlays(printed)
  const isDrawing = useStore(model.store, state => state.isDrawing)
  useEffect(() => {
    host?.toggleAttribute('data-drawing', isDrawing)
  }, [host, isDrawing])
  const byPage = useMemo(() => Map.groupBy(data.segments.areas(), ({ area }) => area!.page), [data])
  return [...overlays].map(([page, box]) =>
    createPortal(
      <OnPage model={model} data={data} printed={printed} page={page} segments={byPage.get(page) ?? NONE} />,
      box,
      String(page),
    ),
  )
}

const NONE: readonly Segment[] = []

interface OnPageProps {
  readonly model: ReaderModel
  readonly data: ReaderData
  readonly printed: PdfView
  readonly page: number
  readonly segments: readonly Segment[]
}

function OnPage({ model, data, printed, page, segments }: OnPageProps) {
  const draft = useStore(model.store, state => (state.draft?.page === page ? state.draft : null))
  const movingArea = useStore(model.store, state => state.movingArea)
  const pointedId = useStore(model.store, state => state.pointed?.segmentId)
  const under = useStore(model.store, state => state.under)
  const selectedId = useOwnCoding(state => state.segmentId)
  const turn = useStore(printed.state, state => state.turn)
  const isDark = useStore(printed.state, state => state.isDark)
  return (
    <>
      {segments.map(segment => (
        <AreaBox
          key={segment.id}
          model={model}
          data={data}
          segment={segment}
          area={areaOf(segment, { movingArea }) ?? segment.area!}
          turn={turn}
          ground={isDark ? 'dark' : 'light'}
          isSelected={segment.id === selectedId && draft === null}
          isPointed={segment.id === pointedId || under.includes(segment.id)}
        />
      ))}
      {draft ? <DraftBox model={model} area={draft} turn={turn} /> : null}
    </>
  )
}
