import type { CodeId } from '../../shared/model/ids.ts'
import { keyLabel } from '../commands/bindings.ts'
import type { Deed } from '../commands/define.ts'
import { coding } from '../state/coding.ts'
import { announce, say } from '../state/messages.ts'
import { workspace } from '../state/workspace.ts'
import { areaDeeds } from './areas/area-deeds.ts'
import { copyWithReference } from './copying.ts'
import { applyCode, codeInVivo, deleteSelected, makeFreeSegment, removeFromSegment } from './deeds.ts'
import { showAll, showOnlyCode, showOnlyMine } from './filtering.ts'
import type { FindHow } from './find.ts'
import { openFind, stepHit, switchFind } from './finding.ts'
import { isFiltering } from './margin-filter.ts'
import { disarmMarker, markEdge } from './marking.ts'
import { openSegmentsHere } from './menus.ts'
import type { ReaderModel, ReaderState } from './model.ts'
import { openNaming } from './naming.ts'
import { pagesDeeds } from './pdf-view/pages-deeds.ts'
import { type EdgeMove, resizeSelected } from './resizing.ts'
import { cycleOverlaps, revealSegment, selectSegment, showSelection, stepSegment } from './selecting.ts'
import { currentTarget, flash, segmentOn, selectedSegment } from './target.ts'
import { stepUncoded } from './uncoded.ts'

/** What the catalogue's commands do while this document is read. */
export function readerDeeds(model: ReaderModel): Record<string, Deed> {
  return {
    ...codingDeeds(model),
    ...markingDeeds(model),
    ...segmentDeeds(model),
    ...filterDeeds(model),
    ...selectionDeeds(model),
    ...pagesDeeds(model),
    ...areaDeeds(model),
    'go.to': { run: () => model.store.setState({ isGoing: true }) },
    'find.here': { run: () => openFind(model) },
    ...findSwitches(model),
    'find.next': { when: () => hasWords(model), run: () => stepHit(model, 1) },
    'find.previous': { when: () => hasWords(model), run: () => stepHit(model, -1) },
  }
}

function findSwitches(model: ReaderModel): Record<string, Deed> {
  const finding = () => model.store.getState().finding
  const of = (which: keyof FindHow): Deed => ({
    when: () => finding().isOpen,
    checked: () => finding().how[which],
    run: () => switchFind(model, which),
  })
  return { 'find.matchCase': of('matchCase'), 'find.wholeWords': of('wholeWords') }
}

const hasWords = (model: ReaderModel) => model.store.getState().finding.words.trim() !== ''

function codingDeeds(model: ReaderModel): Record<string, Deed> {
  const isCode = (id: CodeId | null) => id !== null && model.data.code.has(id)
  return {
    'code.pick': { when: () => currentTarget(model) !== null, run: () => pick(model) },
    'code.inVivo': { run: () => codeInVivo(model) },
    'code.renameNew': {
      when: () => model.store.getState().fresh !== null,
      run: () => openNaming(model),
    },
    'code.again': {
      when: () => isCode(coding.getState().lastCodeId),
      run: async () => {
        const { lastCodeId } = coding.getState()
        if (lastCodeId) await applyCode(model, lastCodeId)
      },
    },
    'code.pinned': {
      run: async digit => {
        const codeId = coding.getState().pinned[(digit ?? 1) - 1]
        if (codeId && isCode(codeId)) await applyCode(model, codeId)
        else say(`No code is pinned to ${digit ?? 1}. Choose a code in the list and press Alt+${digit ?? 1}.`)
      },
    },
    'segment.free': { when: () => currentTarget(model) !== null, run: () => free(model) },
    'code.comment': { run: () => comment(model) },
    'code.remove': { when: () => selectedSegment(model) !== null, run: () => removeFromSegment(model) },
  }
}

function pick(model: ReaderModel, pickFor: ReaderState['pickFor'] = 'code'): void {
  const target = currentTarget(model)
  if (target?.from === 'unit' && pickFor !== 'marker') flash(model, target.span)
  model.store.setState({ pickFor })
  coding.setState({ picking: true })
}

/**
 * Of the selected segment, else of the one on the selection; without a selection, of the
 * innermost at the caret. A passage that is no segment yet becomes a free one.
 */
async function comment(model: ReaderModel): Promise<void> {
  const { data, view } = model
  const target = currentTarget(model)
  const segment =
    selectedSegment(model) ??
    (target && segmentOn(model, target)) ??
    (target?.from === 'selection' || target?.area ? null : (data.segments.at(view.caret())[0] ?? null))
  if (segment) {
    selectSegment(model, segment, false)
    model.store.setState({ commenting: { segmentId: segment.id, isFresh: false } })
    revealSegment(model, segment, 'unless-seen')
  } else if (target) {
    const segmentId = await makeFreeSegment(model, target)
    model.store.setState({ commenting: { segmentId, isFresh: true } })
  }
}

async function free(model: ReaderModel): Promise<void> {
  const target = currentTarget(model)
  if (!target) return
  const segmentId = await makeFreeSegment(model, target)
  coding.setState({ selection: null, segmentId })
  announce(`Free segment made${hints(['code.pick', 'codes it'], ['code.comment', 'comments on it'])}`)
}

/** ": C codes it, N comments on it", by the keys that do it now. */
function hints(...verbs: readonly (readonly [id: string, does: string])[]): string {
  const known = verbs.flatMap(([id, does]) => keyLabel(id)?.concat(' ', does) ?? [])
  return known.length > 0 ? `: ${known.join(', ')}` : ''
}

function markingDeeds(model: ReaderModel): Record<string, Deed> {
  return {
    'marker.toggle': {
      checked: () => coding.getState().marker !== null,
      run: () => {
        if (!disarmMarker()) pick(model, 'marker')
      },
    },
    'selection.mark': { run: () => markEdge(model) },
    'paragraph.nextUncoded': { run: () => stepUncoded(model, 1) },
    'paragraph.previousUncoded': { run: () => stepUncoded(model, -1) },
  }
}

function filterDeeds(model: ReaderModel): Record<string, Deed> {
  const filter = () => model.store.getState().filter
  return {
    'margin.onlyCode': {
      when: () => workspace.getState().codeId !== null,
      run: () => {
        const { codeId } = workspace.getState()
        if (codeId !== null) showOnlyCode(model, codeId)
      },
    },
    'margin.onlyMine': {
      checked: () => filter().coderIds !== null,
      run: () => showOnlyMine(model),
    },
    'margin.all': { when: () => isFiltering(filter()), run: () => showAll(model) },
  }
}

function segmentDeeds(model: ReaderModel): Record<string, Deed> {
  const isSelected = () => selectedSegment(model) !== null
  const edge = (move: EdgeMove): Deed => ({ when: isSelected, run: () => resizeSelected(model, move) })
  return {
    'segment.next': { run: () => stepSegment(model, 1) },
    'segment.previous': { run: () => stepSegment(model, -1) },
    'segment.delete': { when: isSelected, run: () => deleteSelected(model) },
    'segment.here': { run: () => openSegmentsHere(model) },
    'segment.overlap': { run: () => cycleOverlaps(model) },
    'segment.endRight': edge({ edge: 'end', direction: 1, by: 'character' }),
    'segment.endLeft': edge({ edge: 'end', direction: -1, by: 'character' }),
    'segment.endDown': edge({ edge: 'end', direction: 1, by: 'sentence' }),
    'segment.endUp': edge({ edge: 'end', direction: -1, by: 'sentence' }),
    'segment.startDown': edge({ edge: 'start', direction: 1, by: 'sentence' }),
    'segment.startUp': edge({ edge: 'start', direction: -1, by: 'sentence' }),
    'segment.startRight': edge({ edge: 'start', direction: 1, by: 'character' }),
    'segment.startLeft': edge({ edge: 'start', direction: -1, by: 'character' }),
  }
}

function selectionDeeds(model: ReaderModel): Record<string, Deed> {
  const { view, units } = model
  const select = (span: { start: number; end: number } | null) => {
    view.select(span)
    showSelection(model)
  }
  return {
    'selection.widen': {
      run: () => select(units.wider(view.selection(), view.selection()?.start ?? view.caret())),
    },
    'selection.narrow': {
      when: () => view.selection() !== null,
      run: () => {
        const span = view.selection()
        if (span) select(units.narrower(span, span.start))
      },
    },
    'edit.copyQuote': { when: () => currentTarget(model) !== null, run: () => copyWithReference(model) },
  }
}
