import { useCallback, useEffect, useMemo, useState } from 'react'
import type { CodeId } from '../../shared/model/ids.ts'
import { countWords } from '../../shared/text/words.ts'
import { client } from '../data/session.ts'
import { useQuery } from '../data/use-query.ts'
import { Picker } from '../picker/Picker.tsx'
import { prepare } from '../picker/rank.ts'
import type { Choice, Shelf } from '../picker/rows.ts'
import type { Then } from '../picker/use-picking.ts'
import { coding } from '../state/coding.ts'
import { attempt, say } from '../state/messages.ts'
import { useStore } from '../ui/use-store.ts'
import { anchorOf } from './anchor.ts'
import { applyChoice, codesHere, removeCode } from './deeds.ts'
import { armMarker } from './marking.ts'
import type { ReaderData, ReaderModel } from './model.ts'
import { useOwnCoding } from './own-pane.ts'
import { areaWords, count, sameWords } from './say.ts'
import { currentTarget, type Target } from './target.ts'

/** The code picker on the selection, the selected segment or the sentence at the caret. */
export function CodePicker({ model, data }: { model: ReaderModel; data: ReaderData }) {
  const isPicking = useOwnCoding(state => state.picking)
  return isPicking ? <Picking model={model} data={data} /> : null
}

const TITLES = {
  code: (words: string) => `Code ${words}`,
  marker: () => 'Text marker: code all that is selected with',
}

function Picking({ model, data }: { model: ReaderModel; data: ReaderData }) {
  // what it is about is settled when it opens: the field takes the selection away
  const [target] = useState(() => currentTarget(model))
  const pickFor = useStore(model.store, state => state.pickFor)
  const anchor = useCallback(
    () => target && anchorOf(model, { ...target.span, area: target.area }),
    [model, target],
  )
  useTargetShown(model, target)
  const shelf = useShelf(model, data, target)
  if (!target) return null
  const words = targetWords(model, target)
  const close = () => {
    coding.setState({ picking: false })
    model.store.setState({ pickFor: 'code' })
    model.view.focus()
  }
  const apply = async (choice: Choice, then: Then) => {
    const isOpen = then === 'stay'
    if (!isOpen) close()
    if (pickFor === 'marker') return armChoice(model, choice)
    const segmentId = await applyChoice(model, isOpen ? { ...target, from: 'segment' } : target, choice)
    if (then === 'comment') model.store.setState({ commenting: { segmentId, isFresh: false } })
  }
  return (
    <Picker
      title={TITLES[pickFor](words)}
      anchor={anchor}
      shelf={shelf}
      onClose={close}
      onApply={(choice, then) => void attempt(() => apply(choice, then))}
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

function targetWords(model: ReaderModel, { span, area }: Target): string {
  if (area) return areaWords(model, area).replace(/^Area/, 'area')
  return count(countWords(model.text.slice(span.start, span.end)), 'word')
}

function useShelf(model: ReaderModel, data: ReaderData, target: Target | null): Shelf {
  const pickFor = useStore(model.store, state => state.pickFor)
  const codes = useQuery('codes.list', {})
  const candidates = useMemo(() => prepare(codes ?? []), [codes])
  const recent = useStore(coding, state => state.recentCodeIds)
  return useMemo(() => {
    const inDocument = new Map<CodeId, number>()
    for (const { codings } of data.every.all) {
      for (const { codeId } of codings) inDocument.set(codeId, (inDocument.get(codeId) ?? 0) + 1)
    }
    const isOnPassage = target !== null && pickFor !== 'marker'
    const here = isOnPassage ? codesHere({ ...model, data }, target) : new Set<CodeId>()
    return { candidates, habits: { recent, inDocument }, here }
  }, [model, data, candidates, recent, target, pickFor])
}

function useTargetShown({ view }: ReaderModel, target: Target | null): void {
  useEffect(() => {
    if (!target || target.area) return
    view.paint('target', { style: 'selection', spansIn: () => [target.span] })
    return () => view.paint('target', null)
  }, [view, target])
}

/** The first of what was chosen; a code that is not there yet is made. */
async function armChoice(model: ReaderModel, { codeIds, paths }: Choice): Promise<void> {
  const [path] = paths
  const codeId = codeIds[0] ?? (path === undefined ? null : (await client().codes.ensure({ path })).codeId)
  if (codeId !== null) armMarker(model, codeId)
}
