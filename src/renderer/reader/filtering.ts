import type { CodeId } from '../../shared/model/ids.ts'
import { announce } from '../state/messages.ts'
import { branchOf, filterSegments, type MarginFilter, NO_FILTER } from './margin-filter.ts'
import type { ReaderData, ReaderModel } from './model.ts'
import { count } from './say.ts'

/** What the margin shows and what it leaves out; what is left out is always counted. */

export function showOnlyCode(model: ReaderModel, codeId: CodeId): void {
  const code = model.data.code.get(codeId)
  if (code) change(model, { codeIds: branchOf(model.data.code.values(), code.path) })
}

export function showOnlyMine(model: ReaderModel): void {
  const { me } = model.data
  const { coderIds } = model.store.getState().filter
  change(model, { coderIds: coderIds === null && me !== null ? new Set([me]) : null })
}

export function showAll(model: ReaderModel): void {
  change(model, NO_FILTER)
}

function change(model: ReaderModel, part: Partial<MarginFilter>): void {
  const filter = { ...model.store.getState().filter, ...part }
  model.store.setState({ filter })
  const all = model.data.every.all
  announce(
    `${filterWords(model.data, filter)}. ${shownWords(filterSegments(all, filter).length, all.length)}`,
  )
}

/** "Only Return and codes below it, only my codings" */
export function filterWords(data: ReaderData, filter: MarginFilter): string {
  const parts: string[] = []
  const { codeIds, coderIds } = filter
  if (codeIds) {
    const [top] = [...data.code.values()].filter(({ id }) => codeIds.has(id))
    parts.push(`Only ${top?.name ?? 'a code that is gone'}${codeIds.size > 1 ? ' and what is below it' : ''}`)
  }
  if (coderIds) {
    const names = [...coderIds].flatMap(id => data.coder.get(id)?.name ?? [])
    parts.push(`only codings by ${names.join(', ')}`)
  }
  return parts.length === 0 ? 'All segments are shown' : parts.join(', ')
}

/** "showing 12 of 212" */
export const shownWords = (shown: number, all: number): string =>
  `showing ${shown.toLocaleString('en')} of ${count(all, 'segment')}`
