import { useCallback, useEffect, useMemo, useState } from 'react'
import type { CodeId } from '../../shared/model/ids.ts'
import { countWords } from '../../shared/text/words.ts'
import { useQuery } from '../data/use-query.ts'
import { Picker } from '../picker/Picker.tsx'
import { prepare } from '../picker/rank.ts'
import type { Choice, Shelf } from '../picker/rows.ts'
import { coding } from '../state/coding.ts'
import { attempt, say } from '../state/messages.ts'
import { useStore } from '../ui/use-store.ts'
import { anchorOf } from './anchor.ts'
import { applyChoice, codesHere, removeCode } from './deeds.ts'
import type { ReaderData, ReaderModel } from './model.ts'
import { count, sameWords } from './say.ts'
import { currentTarget, type Target } from './target.ts'

/** The code picker on the selection, the selected segment or the sentence at the caret. */
export function CodePicker({ model, data }: { model: ReaderModel; data: ReaderData }) {
  const isPicking = useStore(coding, state => state.picking)
  return isPicking ? <Picking model={model} data={data} /> : null
}

function Picking({ model, data }: { model: ReaderModel; data: ReaderData }) {
  // what it is about is settled when it opens: the field takes the selection away
  const [target] = useState(() => currentTarget(model))
  const isCommentNext = useStore(model.store, state => state.isCommentNext)
  const anchor = useCallback(() => target && anchorOf(model, target.span), [model, target])
  useTargetShown(model, target)
  const shelf = useShelf(model, data, target)
  if (!target) return null
  const words = count(countWords(model.text.slice(target.span.start, target.span.end)), 'word')
  const close = () => {
    coding.setState({ picking: false })
    model.store.setState({ isCommentNext: false })
    model.view.focus()
  }
  const apply = async (choice: Choice, stay: boolean) => {
    if (!stay) close()
    const segmentId = await applyChoice(model, stay ? { ...target, from: 'segment' } : target, choice)
    if (isCommentNext && !stay) model.store.setState({ commenting: segmentId })
  }
  return (
    <Picker
      title={isCommentNext ? `Code ${words}, then comment` : `Code ${words}`}
      anchor={anchor}
      shelf={shelf}
      onClose={close}
      onApply={(choice, stay) => void attempt(() => apply(choice, stay))}
      onRemove={(codeId, stay) => {
        if (!stay) close()
        void attempt(() => removeCode(model, target, codeId))
      }}
      onSame={name => {
        close()
        say(sameWords([name]))
      }}
    />
  )
}

function useShelf(model: ReaderModel, data: ReaderData, target: Target | null): Shelf {
  const codes = useQuery('codes.list', {})
  const candidates = useMemo(() => prepare(codes ?? []), [codes])
  const recent = useStore(coding, state => state.recentCodeIds)
  return useMemo(() => {
    const inDocument = new Map<CodeId, number>()
    for (const { codings } of data.segments.all) {
      for (const { codeId } of codings) inDocument.set(codeId, (inDocument.get(codeId) ?? 0) + 1)
    }
    const here = target ? codesHere({ ...model, data }, target.span) : new Set<CodeId>()
    return { candidates, habits: { recent, inDocument }, here }
  }, [model, data, candidates, recent, target])
}

function useTargetShown({ view }: ReaderModel, target: Target | null): void {
  useEffect(() => {
    if (!target) return
    view.paint('target', { style: 'selection', spansIn: () => [target.span] })
    return () => view.paint('target', null)
  }, [view, target])
}
