import { type DragEvent, type MouseEvent, useRef } from 'react'
import { CodeId } from '../../../shared/model/ids.ts'
import { client } from '../../data/session.ts'
import { CODE_DRAG, CODING_DRAG, codingCarried } from '../../state/carried.ts'
import { attempt } from '../../state/messages.ts'
import { sayUndoable } from '../../ui/undo-message.ts'
import { applyChoice } from '../deeds.ts'
import { codeNames, type ReaderModel } from '../model.ts'
import { openingWords } from '../say.ts'
import type { Bar } from './bars.ts'

/** The bar that an event of the pointer means. */
export type BarFinder = (event: MouseEvent<HTMLElement>) => Bar | null

/**
 * Bars on their way to a code of the list (which recodes, or with Ctrl codes as well), and
 * codes on their way to a bar: on its line the code is added, on its label it takes the
 * place of the one that is named there, with Ctrl it is added there too.
 */
export function useBarDrag(model: ReaderModel, find: BarFinder) {
  const over = useRef<string | null>(null)
  const show = (bar: Bar | null) => {
    if (over.current === (bar?.id ?? null)) return
    over.current = bar?.id ?? null
    model.store.setState({ pointed: bar && { segmentId: bar.segment.id, codingId: bar.codingId } })
  }
  return {
    onDragStart: (event: DragEvent<HTMLElement>) => {
      const bar = find(event)
      if (!bar?.codingId) {
        event.preventDefault()
        return
      }
      const { segment, codingId } = bar
      const span = { start: segment.start, end: segment.end }
      event.dataTransfer.setData(CODING_DRAG, codingCarried({ codingId, documentId: model.documentId, span }))
      event.dataTransfer.setData(
        'text/plain',
        `“${model.text.slice(segment.start, segment.end)}” (${model.name}, ${segment.reference}; ${codeNames(segment, model.data).join(', ')})`,
      )
      event.dataTransfer.effectAllowed = 'all'
    },
    onDragEnd: () => model.view.focus(),
    onDragOver: (event: DragEvent<HTMLElement>) => {
      if (!event.dataTransfer.types.includes(CODE_DRAG)) return
      const bar = find(event)
      show(bar)
      if (!bar) return
      event.preventDefault()
      event.dataTransfer.dropEffect = isReplacing(event, bar) ? 'move' : 'copy'
    },
    onDragLeave: () => show(null),
    onDrop: (event: DragEvent<HTMLElement>) => {
      const bar = find(event)
      show(null)
      const code = CodeId.safeParse(event.dataTransfer.getData(CODE_DRAG))
      if (!bar || !code.success) return
      event.preventDefault()
      void attempt(() => dropped(model, bar, code.data, isReplacing(event, bar)))
      model.view.focus()
    },
  }
}

const isReplacing = (event: DragEvent<HTMLElement>, bar: Bar): boolean =>
  bar.codingId !== null &&
  !event.ctrlKey &&
  event.target instanceof Element &&
  event.target.closest('[data-label]') !== null

async function dropped(model: ReaderModel, bar: Bar, codeId: CodeId, isReplacing: boolean): Promise<void> {
  const { segment, codingId, code } = bar
  if (isReplacing && codingId) {
    await client().segments.recode({ codingIds: [codingId], codeId })
    const name = model.data.code.get(codeId)?.name ?? 'the code'
    await sayUndoable(
      `“${name}” instead of “${code?.name ?? 'none'}” on “${openingWords(model.text, segment, 40)}”.`,
    )
    return
  }
  const span = { start: segment.start, end: segment.end }
  await applyChoice(model, { span, from: 'segment' }, { codeIds: [codeId], paths: [] })
}
