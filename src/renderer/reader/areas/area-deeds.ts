import { sameArea } from '../../../shared/model/area.ts'
import type { SegmentId } from '../../../shared/model/ids.ts'
import type { Area } from '../../../shared/model/page-layout.ts'
import { keyLabel } from '../../commands/bindings.ts'
import type { Deed } from '../../commands/define.ts'
import { client } from '../../data/session.ts'
import { coding } from '../../state/coding.ts'
import { announce, attempt } from '../../state/messages.ts'
import { applyCode } from '../deeds.ts'
import type { ReaderModel } from '../model.ts'
import { areaWords } from '../say.ts'
import { type AreaMove, pressed } from './area-keys.ts'
import { heldArea, lyingOf } from './area-model.ts'
import { inTheMiddle } from './rectangle.ts'
import { revealArea } from './reveal-area.ts'

/** Shift+A: with an area selected, takes hold of it; else an area in the middle of the page, to be moved, or drawn elsewhere. */
export function areaDeeds(model: ReaderModel): Record<string, Deed> {
  return {
    'area.draw': {
      when: () => model.printed !== null,
      checked: () => model.store.getState().isDrawing,
      run: () => {
        const held = heldArea(model)
        if (held?.segment) takeHold(model, held.segment.id)
        else if (model.store.getState().isDrawing) dropDraft(model)
        else beginDrawing(model)
      },
    },
  }
}

function beginDrawing(model: ReaderModel): void {
  const { printed } = model
  if (!printed) return
  const { page } = printed.state.getState()
  const size = printed.pages[page]
  if (!size) return
  const draft = inTheMiddle(page, size)
  model.view.placeCaret(model.view.caret())
  coding.setState({ selection: null, segmentId: null })
  model.store.setState({ draft, isDrawing: true, isBarShown: true })
  revealArea(printed, draft, 'unless-seen')
  focusSoon(model, DRAFT)
  announce(
    `${areaWords(model, draft)}. Draw it elsewhere with the pointer, or move it by the arrows, with Shift its size. ${codingHint()}`,
  )
}

/** What was drawn by the pointer: it can be coded now. */
export function takeDraft(model: ReaderModel, draft: Area): void {
  const { marker } = coding.getState()
  model.view.placeCaret(model.view.caret())
  coding.setState({ selection: null, segmentId: null })
  model.store.setState({ draft, isDrawing: false, isBarShown: marker === null })
  focusSoon(model, DRAFT)
  if (marker !== null && model.data.code.has(marker)) void attempt(() => applyCode(model, marker))
  else announce(`${areaWords(model, draft)} drawn. ${codingHint()}`)
}

function codingHint(): string {
  const key = keyLabel('code.pick')
  return key === undefined ? '' : `${key} codes it.`
}

/** Whether there was something to drop. */
export function dropDraft({ store, view }: ReaderModel): boolean {
  const { draft, isDrawing } = store.getState()
  if (!draft && !isDrawing) return false
  store.setState({ draft: null, isDrawing: false, isBarShown: false })
  view.focus()
  return true
}

/** The core's list holds what was drawn: it is a segment like others now. */
export function settleDraft({ store, data }: ReaderModel): void {
  const { draft, movingArea } = store.getState()
  if (draft && data.every.onArea(draft)) store.setState({ draft: null, isDrawing: false })
  if (!movingArea) return
  const segment = data.every.byId(movingArea.segmentId)
  const { area } = segment ?? {}
  if (!segment || (area && sameArea(area, movingArea.area))) store.setState({ movingArea: null })
}

/** What elements of areas are called, so that the focus can be given to them. */
export const DRAFT = 'draft'

function takeHold(model: ReaderModel, segmentId: SegmentId): void {
  focusSoon(model, segmentId)
  announce('Arrows move the area, with Shift its size.')
}

/** Gives an area the focus, if need be as soon as it is there; unless something else has been given it meanwhile. */
function focusSoon({ view }: ReaderModel, id: string): void {
  const focus = () => {
    const area = view.element.querySelector<HTMLElement>(`[data-area="${id}"]`)
    area?.focus({ preventScroll: true })
    return area !== null
  }
  if (focus()) return
  requestAnimationFrame(() => {
    const { activeElement } = document
    if (activeElement === document.body || view.element.contains(activeElement)) focus()
  })
}

/** so long after the last key what was done by keys is one step */
const PAUSE_MS = 800
let timer: ReturnType<typeof setTimeout> | undefined
let waiting: (() => void) | null = null

/** A key on the area that is held: shown at once, written when the keys pause. */
export function moveByKey(model: ReaderModel, move: AreaMove): void {
  const held = heldArea(model)
  const lying = held && lyingOf(model, held.area.page)
  if (!held || !lying) return
  const area = pressed(held.area, move, lying)
  putArea(model, held.segment?.id ?? null, area)
  if (model.printed) revealArea(model.printed, area, 'nearest')
  clearTimeout(timer)
  waiting = () => {
    waiting = null
    announce(placeWords(area))
    if (held.segment) void writeArea(model, held.segment.id, area)
  }
  timer = setTimeout(() => waiting?.(), PAUSE_MS)
}

/** What keys have done is written before something else is done. */
export function finishKeys(): void {
  clearTimeout(timer)
  waiting?.()
}

/** "120, 80; 200 by 90": from the upper left corner of the page, in its units. */
const placeWords = ({ x, y, width, height }: Area) =>
  `${Math.round(x)}, ${Math.round(y)}; ${Math.round(width)} by ${Math.round(height)}`

/** Shows an area where it is going to be. */
export function putArea({ store }: ReaderModel, segmentId: SegmentId | null, area: Area): void {
  store.setState(segmentId === null ? { draft: area } : { movingArea: { segmentId, area } })
}

let queue: Promise<unknown> | null = null

/** One after the other, the first at once: what is done next (undoing it) is asked for after it. What is shown until the answer is taken back if it fails. */
export async function writeArea(model: ReaderModel, segmentId: SegmentId, area: Area): Promise<void> {
  const write = () => attempt(() => client().segments.resize({ segmentId, area }))
  const work = queue ? queue.then(write) : write()
  queue = work
  const done = await work
  if (queue === work) queue = null
  if (done === undefined && model.store.getState().movingArea?.area === area)
    model.store.setState({ movingArea: null })
}
