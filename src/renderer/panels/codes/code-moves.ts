import type { Code } from '../../../shared/contract/codes.ts'
import type { CodeId } from '../../../shared/model/ids.ts'
import { branchOf } from './code-rows.ts'

/** Where a code goes: below which parent, and before which of its children (null: last). */
export interface Place {
  readonly parentId: CodeId | null
  readonly before: CodeId | null
}

export type Direction = 'up' | 'down' | 'in' | 'out'
export type Zone = 'before' | 'after' | 'into'

const childrenOf = (codes: readonly Code[], parentId: CodeId | null): Code[] =>
  codes.filter(code => code.parentId === parentId)

/** One step within the tree, or null where there is no further to go. */
export function stepOf(codes: readonly Code[], id: CodeId, direction: Direction): Place | null {
  const code = codes.find(one => one.id === id)
  if (!code) return null
  const siblings = childrenOf(codes, code.parentId)
  const at = siblings.indexOf(code)
  const above = siblings[at - 1]
  const below = siblings[at + 1]
  switch (direction) {
    case 'up':
      return above ? { parentId: code.parentId, before: above.id } : null
    case 'down':
      return below ? { parentId: code.parentId, before: siblings[at + 2]?.id ?? null } : null
    case 'in':
      return above ? { parentId: above.id, before: null } : null
    case 'out': {
      const parent = codes.find(one => one.id === code.parentId)
      if (!parent) return null
      const aunts = childrenOf(codes, parent.parentId)
      return { parentId: parent.parentId, before: aunts[aunts.indexOf(parent) + 1]?.id ?? null }
    }
  }
}

/** Where a code dropped on another one's row goes, or null: it may not go there, or is there already. */
export function dropPlace(
  codes: readonly Code[],
  dragged: CodeId,
  target: { readonly id: CodeId; readonly expanded: boolean | null },
  zone: Zone,
): Place | null {
  const over = codes.find(code => code.id === target.id)
  if (!over || target.id === dragged || branchOf(codes, dragged).has(target.id)) return null
  const place = placeAt(codes, over, target.expanded === true, zone)
  return isThere(codes, dragged, place) ? null : place
}

function placeAt(codes: readonly Code[], over: Code, isOpen: boolean, zone: Zone): Place {
  if (zone === 'before') return { parentId: over.parentId, before: over.id }
  if (zone === 'into') return { parentId: over.id, before: null }
  // below an open row is above its first child
  if (isOpen) return { parentId: over.id, before: childrenOf(codes, over.id)[0]?.id ?? null }
  const siblings = childrenOf(codes, over.parentId)
  return { parentId: over.parentId, before: siblings[siblings.indexOf(over) + 1]?.id ?? null }
}

function isThere(codes: readonly Code[], id: CodeId, { parentId, before }: Place): boolean {
  const siblings = childrenOf(codes, parentId)
  const at = siblings.findIndex(code => code.id === id)
  return at >= 0 && (before === id || before === (siblings[at + 1]?.id ?? null))
}

/** May these be merged into that one? Not into itself, nor into what is below it. */
export function mayMerge(codes: readonly Code[], sources: readonly CodeId[], target: CodeId): boolean {
  return sources.every(source => source !== target && !branchOf(codes, source).has(target))
}

/** May this become a child of that one? */
export function mayMoveBelow(codes: readonly Code[], id: CodeId, parent: CodeId): boolean {
  return id !== parent && !branchOf(codes, id).has(parent)
}

/** Who has the keys when these are gone: the next code that stays, else the one before. */
export function neighbourOf(codes: readonly Code[], doomed: readonly CodeId[]): CodeId | null {
  const gone = new Set(doomed.flatMap(id => [id, ...branchOf(codes, id)]))
  const at = codes.findIndex(code => gone.has(code.id))
  const stays = (code: Code) => !gone.has(code.id)
  return (codes.slice(at).find(stays) ?? codes.slice(0, Math.max(0, at)).findLast(stays))?.id ?? null
}
