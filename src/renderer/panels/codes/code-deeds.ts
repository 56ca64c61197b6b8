import type { Code } from '../../../shared/contract/codes.ts'
import type { In } from '../../../shared/contract/define.ts'
import type { Contract } from '../../../shared/contract/index.ts'
import type { CodeId } from '../../../shared/model/ids.ts'
import { focusPlace } from '../../app/regions.ts'
import { client } from '../../data/session.ts'
import type { CarriedCoding } from '../../state/carried.ts'
import { coding, noteUsed, pinCode } from '../../state/coding.ts'
import { announce, attempt, say } from '../../state/messages.ts'
import { chooseCode, listSegments } from '../../state/workspace.ts'
import { sayUndoable } from '../../ui/undo-message.ts'
import { focusIfLost } from '../../ui/use-focus-back.ts'
import { type Direction, neighbourOf, type Place, stepOf } from './code-moves.ts'
import { chooseOnly, codesState } from './codes-state.ts'

const plural = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`

export function beginRename(codeId: CodeId): void {
  chooseOnly(codeId)
  codesState.setState({ editing: { what: 'name', codeId } })
}

/** The filter goes: a new code would be hidden by it. */
export function beginNew(parentId: CodeId | null): void {
  codesState.setState({ editing: { what: 'new', parentId }, query: '' })
}

export async function finishRename(codeId: CodeId, name: string | null): Promise<void> {
  codesState.setState({ editing: null })
  if (name !== null) await attempt(() => client().codes.update({ codeId, name }))
}

export async function finishNew(parentId: CodeId | null, name: string | null): Promise<void> {
  codesState.setState({ editing: null })
  if (name === null) return
  const id = await attempt(() => client().codes.create({ name, parentId }))
  if (id === undefined) return
  chooseOnly(id)
  announce(`Code “${name}” created.`)
}

export async function updateCode(change: In<Contract['codes']['update']>): Promise<void> {
  await attempt(() => client().codes.update(change))
}

export async function deleteCodes(codes: readonly Code[], ids: readonly CodeId[]): Promise<void> {
  const doomed = codes.filter(code => ids.includes(code.id))
  const next = neighbourOf(codes, ids)
  const gone = await attempt(() => client().codes.delete({ codeIds: [...ids] }))
  if (gone === undefined) return
  if (next === null) chooseCode(null)
  else chooseOnly(next)
  focusIfLost('codes')
  const what = doomed.length === 1 ? `“${doomed[0]!.name}”` : plural(doomed.length, 'code')
  const more = gone.codes > doomed.length ? ` and ${plural(gone.codes - doomed.length, 'sub-code')}` : ''
  await attempt(() => sayUndoable(`Deleted ${what}${more} with ${plural(gone.codings, 'coding')}.`))
}

export async function moveCode(codeId: CodeId, place: Place): Promise<boolean> {
  return (await attempt(() => client().codes.move({ codeId, ...place }))) !== undefined
}

/** Alt with an arrow: one place up, down, in or out. */
export async function stepCode(
  codes: readonly Code[],
  codeId: CodeId,
  direction: Direction,
): Promise<CodeId | null> {
  const place = stepOf(codes, codeId, direction)
  const code = codes.find(one => one.id === codeId)
  if (!place || !code) {
    announce('It cannot be moved further that way.')
    return null
  }
  if (!(await moveCode(codeId, place))) return null
  const parent = codes.find(one => one.id === place.parentId)
  announce(`“${code.name}” moved ${parent ? `within “${parent.name}”` : 'at the top level'}.`)
  return place.parentId
}

export async function moveBelow(codes: readonly Code[], codeId: CodeId, parent: Code | null): Promise<void> {
  const code = codes.find(one => one.id === codeId)
  if (!code || code.parentId === (parent?.id ?? null)) return
  if (!(await moveCode(codeId, { parentId: parent?.id ?? null, before: null }))) return
  chooseOnly(codeId)
  focusIfLost('codes')
  await attempt(() =>
    sayUndoable(`Moved “${code.name}” ${parent ? `below “${parent.name}”` : 'to the top level'}.`),
  )
}

export async function mergeCodes(
  codes: readonly Code[],
  sourceIds: readonly CodeId[],
  target: Code,
): Promise<void> {
  const sources = codes.filter(code => sourceIds.includes(code.id))
  const done = await attempt(() => client().codes.merge({ sourceIds: [...sourceIds], targetId: target.id }))
  if (done === undefined) return
  chooseOnly(target.id)
  focusIfLost('codes')
  const what = sources.length === 1 ? `“${sources[0]!.name}”` : plural(sources.length, 'code')
  const shared = done.shared === 0 ? '' : `, ${done.shared} it already had`
  await attempt(() =>
    sayUndoable(`Merged ${what} into “${target.name}”: ${plural(done.moved, 'coding')} moved${shared}.`),
  )
}

/** A count is a door: the list has the focus, so that Enter opens the first place. */
export function listOf(code: Code, withSubcodes: boolean): void {
  chooseCode(code.id)
  listSegments({ codeIds: [code.id], withSubcodes }, withSubcodes ? `${code.name} and below` : code.name)
  focusPlace('segments')
}

/** Codes what is selected in the text; only ever asked for by a button or a key of its own. */
export async function applyToSelection(code: Code): Promise<void> {
  const { selection } = coding.getState()
  if (selection === null) return
  const done = await attempt(() => client().segments.apply({ ...selection, codeIds: [code.id] }))
  if (done === undefined) return
  noteUsed(code.id)
  announce(done.added.length === 0 ? `“${code.name}” is on this passage already.` : `“${code.name}” applied.`)
}

/** A coding carried out of the margin onto a code: that code instead of its own, or as well. */
export async function recodeByDrag(carried: CarriedCoding, code: Code, isAsWell: boolean): Promise<void> {
  const { codingId, documentId, span } = carried
  const work: () => Promise<unknown> = isAsWell
    ? () => client().segments.apply({ documentId, span, codeIds: [code.id] })
    : () => client().segments.recode({ codingIds: [codingId], codeId: code.id })
  if ((await attempt(work)) === undefined) return
  noteUsed(code.id)
  await attempt(() => sayUndoable(isAsWell ? `“${code.name}” as well.` : `“${code.name}” instead.`))
}

/** Without a digit: the first that is free, or off where it is pinned. */
export function pinOrUnpin(code: Code, digit?: number): void {
  const { pinned } = coding.getState()
  const held = pinned.indexOf(code.id) + 1
  const free = pinned.indexOf(null) + 1
  const wanted = digit ?? (held || free)
  if (wanted === 0) {
    say('All nine digits are taken. Alt with a digit puts this code on it instead.')
    return
  }
  pinCode(code.id, wanted)
  announce(
    held === wanted
      ? `“${code.name}” is off the digit ${wanted}.`
      : `“${code.name}” is on the digit ${wanted}.`,
  )
}
