import { joinPath } from '../../shared/model/code-path.ts'
import type { CodeId, CodingId, SegmentId } from '../../shared/model/ids.ts'
import type { Span } from '../../shared/model/span.ts'
import { runCommand } from '../commands/run.ts'
import { client, shownAtOnce } from '../data/session.ts'
import type { Choice } from '../picker/rows.ts'
import { coding, noteUsed } from '../state/coding.ts'
import { announce, say } from '../state/messages.ts'
import { sayUndoable } from '../ui/undo-message.ts'
import { codeNames, type ReaderModel } from './model.ts'
import { offerName } from './naming.ts'
import { appliedToArea, appliedWords, areaWords, sameWords, shownPath, trimAtWord } from './say.ts'
import { showSelection } from './selecting.ts'
import { currentTarget, flash, placeOf, segmentOn, selectedSegment, type Target } from './target.ts'

/** Puts codes on a passage in one step, making those that are not there yet; says what came of it, gives the segment. */
export async function applyChoice(
  model: ReaderModel,
  target: Target,
  { codeIds, paths }: Choice,
): Promise<SegmentId> {
  const { span, area } = target
  const { documentId } = model
  const here = codesHere(model, target)
  model.store.setState({ fresh: null })
  const place = placeOf(target)
  const deed = client().segments.apply({ documentId, ...place, codeIds: [...codeIds], paths: [...paths] })
  const reply = await (paths.length === 0 ? shownAtOnce(deed) : deed)
  if (paths.length === 0 && !area) confirm(model, span, codeIds, reply)
  const used = [...codeIds, ...reply.pathIds]
  for (const codeId of used.toReversed()) noteUsed(codeId)
  const names = [...codeIds.flatMap(id => model.data.code.get(id)?.name ?? []), ...paths.map(shownPath)]
  if (used.every(codeId => here.has(codeId))) say(sameWords(names))
  else {
    const onIt = codesOn(model, target, used)
    announce(
      area ? appliedToArea(names, areaWords(model, area), onIt) : appliedWords(names, model.text, span, onIt),
    )
  }
  settle(model, target, reply.segmentId)
  return reply.segmentId
}

/** as long as the core's list of all segments may be on its way */
const CONFIRMED_MS = 1500

/** Shows at once what the core has confirmed. */
function confirm(
  model: ReaderModel,
  span: Span,
  codeIds: readonly CodeId[],
  { segmentId, added }: { segmentId: SegmentId; added: readonly CodingId[] },
): void {
  const { me } = model.data
  const mine = codesHere(model, { span })
  const news = codeIds.filter(codeId => !mine.has(codeId))
  // if the list was of an earlier time, it cannot be said which coding has which code
  if (me === null || news.length !== added.length || added.length === 0) return
  const codings = added.map((id, index) => ({ id, codeId: news[index]!, coderId: me }))
  const one = { segmentId, span, codings }
  model.store.setState(({ confirmed }) => ({ confirmed: [...confirmed, one] }))
  setTimeout(() => {
    model.store.setState(({ confirmed }) => ({ confirmed: confirmed.filter(other => other !== one) }))
  }, CONFIRMED_MS)
}

/** How many codes a passage has once these are on it. */
function codesOn(model: ReaderModel, target: Target, added: readonly CodeId[]): number {
  const there = segmentOn(model, target)?.codings.map(({ codeId }) => codeId) ?? []
  return new Set([...there, ...added]).size
}

/** After coding the selection is its end: the eyes stay where they are and the next passage can be chosen. An area that was drawn is a segment now. */
function settle(model: ReaderModel, { span, from }: Target, segmentId: SegmentId): void {
  model.store.setState({ isBarShown: false })
  if (from === 'area') {
    coding.setState({ selection: null, segmentId })
    model.view.focus()
  }
  if (from !== 'selection') return
  model.view.placeCaret(span.end)
  showSelection(model)
}

export async function applyCode(model: ReaderModel, codeId: CodeId): Promise<void> {
  const target = currentTarget(model)
  if (!target) return
  if (target.from === 'unit') flash(model, target.span)
  await applyChoice(model, target, { codeIds: [codeId], paths: [] })
}

const LONGEST_NAME = 60

/** The words of the passage become the code. */
export async function codeInVivo(model: ReaderModel): Promise<void> {
  const target = currentTarget(model)
  if (!target) return
  if (target.area) {
    say('An area has no words that could become a code. Choose one, or give it a new name.')
    return
  }
  if (target.from === 'unit') flash(model, target.span)
  const words = model.text.slice(target.span.start, target.span.end).replace(/\s+/gu, ' ').trim()
  const name = trimAtWord(words, LONGEST_NAME)
  const { code: before } = model.data
  await applyChoice(model, target, { codeIds: [], paths: [joinPath([name])] })
  const codeId = coding.getState().lastCodeId
  // a code that was there already has a name that others rely on
  if (codeId && !before.has(codeId)) offerName(model, codeId, name, target.span)
}

/** Takes codings off, with a way back. */
export async function removeCodings(codingIds: readonly CodingId[], words: string): Promise<void> {
  if (codingIds.length === 0) return
  await client().segments.uncode({ codingIds: [...codingIds] })
  say(words, { label: 'Undo', run: () => void runCommand('history.undo') })
}

export async function removeFromSegment(model: ReaderModel): Promise<void> {
  const segment = selectedSegment(model)
  if (!segment) return
  const names = codeNames(segment, model.data).join(', ')
  coding.setState({ segmentId: null })
  await removeCodings(
    segment.codings.map(({ id }) => id),
    `${names} taken off ${segment.reference}`,
  )
}

/** A segment without a code, to be coded or commented on later. */
export async function makeFreeSegment(model: ReaderModel, target: Target): Promise<SegmentId> {
  if (target.from === 'unit') flash(model, target.span)
  const { documentId } = model
  const { segmentId } = await client().segments.create({ documentId, ...placeOf(target) })
  settle(model, target, segmentId)
  return segmentId
}

/** Deletes the selected segment with all codings and its comment, with a way back. */
export async function deleteSelected(model: ReaderModel): Promise<void> {
  const segment = selectedSegment(model)
  if (!segment) return
  coding.setState({ segmentId: null })
  await client().segments.delete({ segmentIds: [segment.id] })
  await sayUndoable(`Segment ${segment.reference} deleted`)
}

/** Takes my own coding with this code off the passage. */
export async function removeCode(model: ReaderModel, target: Target, codeId: CodeId): Promise<void> {
  const { data } = model
  const segment = segmentOn(model, target)
  const mine = segment?.codings.filter(one => one.codeId === codeId && one.coderId === data.me) ?? []
  const name = data.code.get(codeId)?.name ?? 'The code'
  await removeCodings(
    mine.map(({ id }) => id),
    `${name} taken off ${segment?.reference ?? 'the passage'}`,
  )
}

/** The codes that I have put on exactly this place. */
export function codesHere(model: ReaderModel, target: Pick<Target, 'span' | 'area'>): Set<CodeId> {
  const codings = segmentOn(model, target)?.codings ?? []
  return new Set(codings.filter(({ coderId }) => coderId === model.data.me).map(({ codeId }) => codeId))
}
