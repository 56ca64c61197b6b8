import type { Code } from '../../../shared/contract/codes.ts'
import type { CodeId } from '../../../shared/model/ids.ts'
import type { TreeRow } from '../../ui/tree/tree-row.ts'

/** A row of the code tree; `code` null: the code that is being written, not made yet. */
export interface CodeRow extends TreeRow {
  readonly code: Code | null
  /** false: shown only because something below it was found */
  readonly found: boolean
}

/** The key of the row of a new code. */
export const NEW_CODE = 'new'

interface Shape {
  readonly collapsed: ReadonlySet<string>
  /** what the filter found, null without a filter; then everything is open */
  readonly found: ReadonlySet<CodeId> | null
  /** a new code is being written below this one (null: at the top) */
  readonly adding: { readonly parentId: CodeId | null } | null
}

/** The rows to show, in the order of the tree. */
export function codeRows(codes: readonly Code[], shape: Shape): CodeRow[] {
  const children = Map.groupBy(codes, code => code.parentId)
  const shown = shape.found && withAncestors(codes, shape.found)
  const rows: CodeRow[] = []

  function add(parentId: CodeId | null, level: number): void {
    const siblings = (children.get(parentId) ?? []).filter(code => shown === null || shown.has(code.id))
    const adds = shape.adding !== null && shape.adding.parentId === parentId
    const size = siblings.length + Number(adds)
    siblings.forEach((code, index) => {
      const addsBelow = shape.adding?.parentId === code.id
      const hasMore = addsBelow || (children.get(code.id) ?? []).some(({ id }) => shown?.has(id) ?? true)
      const isOpen = addsBelow || shape.found !== null || !shape.collapsed.has(code.id)
      const found = shape.found?.has(code.id) ?? true
      const expanded = hasMore ? isOpen : null
      rows.push({ key: code.id, level, expanded, text: code.name, position: index + 1, size, code, found })
      if (expanded) add(code.id, level + 1)
    })
    if (adds)
      rows.push({
        key: NEW_CODE,
        level,
        expanded: null,
        text: '',
        position: size,
        size,
        code: null,
        found: true,
      })
  }
  add(null, 1)
  return rows
}

function withAncestors(codes: readonly Code[], found: ReadonlySet<CodeId>): ReadonlySet<CodeId> {
  const byId = new Map(codes.map(code => [code.id, code]))
  const shown = new Set<CodeId>()
  for (const id of found) {
    for (
      let code = byId.get(id);
      code && !shown.has(code.id);
      code = code.parentId === null ? undefined : byId.get(code.parentId)
    )
      shown.add(code.id)
  }
  return shown
}

/** The codes above this one, from the root. */
export function ancestorsOf(codes: readonly Code[], id: CodeId): CodeId[] {
  const byId = new Map(codes.map(code => [code.id, code]))
  const above: CodeId[] = []
  for (let at = byId.get(id)?.parentId ?? null; at !== null; at = byId.get(at)?.parentId ?? null)
    above.unshift(at)
  return above
}

/** The ids of everything below this code. */
export function branchOf(codes: readonly Code[], id: CodeId): ReadonlySet<CodeId> {
  const children = Map.groupBy(codes, code => code.parentId)
  const below = new Set<CodeId>()
  const add = (parent: CodeId): void => {
    for (const child of children.get(parent) ?? []) {
      below.add(child.id)
      add(child.id)
    }
  }
  add(id)
  return below
}

/** A number and whether it counts the sub-codes too: the number of a closed row stands for what it hides. */
export function shownCount(row: Pick<CodeRow, 'expanded'>, code: Code): { count: number; below: boolean } {
  const below = row.expanded === false || !code.codable
  return { count: below ? code.segmentsBelow : code.segments, below }
}
