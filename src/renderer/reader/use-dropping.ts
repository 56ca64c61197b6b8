import { type DragEvent, useRef } from 'react'
import { CodeId } from '../../shared/model/ids.ts'
import type { Span } from '../../shared/model/span.ts'
import { CODE_DRAG } from '../state/carried.ts'
import { attempt } from '../state/messages.ts'
import { applyChoice } from './deeds.ts'
import type { ReaderModel } from './model.ts'
import { currentTarget, flash, type Target, unitTarget } from './target.ts'

/** A code dropped on the selection goes on it; dropped elsewhere, on the sentence there, which is shown before. */
export function useDropping(model: ReaderModel) {
  const shown = useRef<Span | null>(null)
  const show = (span: Span | null) => {
    if (span?.start === shown.current?.start && span?.end === shown.current?.end) return
    shown.current = span
    model.view.paint('drop', span && { style: 'selection', spansIn: () => [span] })
  }
  const carriesCode = (event: DragEvent) => event.dataTransfer.types.includes(CODE_DRAG)
  return {
    onDragOver: (event: DragEvent) => {
      if (!carriesCode(event)) return
      event.preventDefault()
      event.dataTransfer.dropEffect = event.dataTransfer.effectAllowed === 'move' ? 'move' : 'copy'
      show(targetAt(model, event)?.span ?? null)
    },
    onDragLeave: (event: DragEvent) => {
      const to = event.relatedTarget
      if (!(to instanceof Node && event.currentTarget.contains(to))) show(null)
    },
    onDrop: (event: DragEvent) => {
      show(null)
      if (!carriesCode(event)) return
      event.preventDefault()
      const target = targetAt(model, event)
      const code = CodeId.safeParse(event.dataTransfer.getData(CODE_DRAG))
      if (!target || !code.success) return
      if (target.from === 'unit') flash(model, target.span)
      void attempt(() => applyChoice(model, target, { codeIds: [code.data], paths: [] }))
      model.view.focus()
    },
  }
}

function targetAt(model: ReaderModel, { clientX, clientY }: DragEvent): Target | null {
  const offset = model.view.offsetAt(clientX, clientY)
  if (offset === null) return null
  const target = currentTarget(model)
  const isOn = target && target.from !== 'unit' && offset >= target.span.start && offset <= target.span.end
  return isOn ? target : unitTarget(model, offset)
}
