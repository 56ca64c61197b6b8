import { fail } from '../../shared/errors.ts'
import { splitPath } from '../../shared/model/code-path.ts'
import { look } from '../../shared/model/palette.ts'
import type { Context } from '../context.ts'

export interface CodeRecord {
  readonly id: string
  readonly parent_id: string | null
  readonly position: number
  readonly name: string
  readonly color: string
  readonly glyph: string
  readonly definition: string
  readonly codable: 0 | 1
}

export function getCode({ db }: Context, id: string): CodeRecord {
  const code = db
    .prepare<[string], CodeRecord>(
      'SELECT id, parent_id, position, name, color, glyph, definition, codable FROM code WHERE id = ?',
    )
    .get(id)
  if (!code) throw fail('not-found', { what: 'code' })
  return code
}

/** Two names are the same for this if they differ only in case or in the way accents are encoded. */
export const foldName = (name: string): string => name.normalize('NFC').toLowerCase()

/** A name may recur in the tree, but not among the children of one parent. */
export function refuseTakenName(ctx: Context, name: string, parentId: string | null, except = ''): void {
  const taken = findChild(ctx, name, parentId)
  if (taken !== undefined && taken !== except) throw fail('code-name-taken', { name })
}

export function findChild({ db }: Context, name: string, parentId: string | null): string | undefined {
  const wanted = foldName(name)
  return db
    .prepare<[string | null], { id: string; name: string }>('SELECT id, name FROM code WHERE parent_id IS ?')
    .all(parentId)
    .find(sibling => foldName(sibling.name) === wanted)?.id
}

export interface NewCode {
  readonly name: string
  readonly parentId: string | null
  readonly color?: string | undefined
  readonly glyph?: string | undefined
  readonly definition?: string | undefined
  readonly codable?: boolean | undefined
}

/** Without a look of its own a code takes its parent's colour, or the next of the palette. */
export function insertCode(ctx: Context, { name, parentId, ...rest }: NewCode): string {
  const parent = parentId === null ? null : getCode(ctx, parentId)
  refuseTakenName(ctx, name, parentId)
  const roots = ctx.db.prepare<[], number>('SELECT count(*) FROM code WHERE parent_id IS NULL').pluck().get()!
  const next = look(roots)
  const id = ctx.newId()
  ctx.db
    .prepare(`INSERT INTO code (id, parent_id, position, name, color, glyph, definition, codable, created, created_by)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
    .run(
      id,
      parentId,
      positionBefore(ctx, parentId, null, id),
      name,
      rest.color ?? parent?.color ?? next.color,
      rest.glyph ?? parent?.glyph ?? next.glyph,
      rest.definition ?? '',
      Number(rest.codable ?? true),
      ctx.now(),
      ctx.coder.id,
    )
  return id
}

/** Walks down a path, making what is missing. An exact name (case folded) is never made twice. */
export function codeAt(ctx: Context, path: string): { codeId: string; created: boolean } {
  const names = splitPath(path)
  if (names.length === 0) throw fail('bad-input', { name: 'the path', reason: 'the code needs a name' })
  let parentId: string | null = null
  let created = false
  for (const name of names) {
    const known: string | undefined = findChild(ctx, name, parentId)
    if (known === undefined) created = true
    parentId = known ?? insertCode(ctx, { name, parentId })
  }
  return { codeId: parentId!, created }
}

/** A position among the children of `parentId` that lies before `before` (null: after all of them). */
export function positionBefore(
  { db }: Context,
  parentId: string | null,
  before: string | null,
  moving: string,
): number {
  const siblings = db
    .prepare<[string | null, string], { id: string; position: number }>(
      'SELECT id, position FROM code WHERE parent_id IS ? AND id <> ? ORDER BY position, id',
    )
    .all(parentId, moving)
  if (before === null) return (siblings.at(-1)?.position ?? 0) + 1
  const at = siblings.findIndex(sibling => sibling.id === before)
  if (at < 0) throw fail('not-found', { what: 'neighbouring code' })
  const above = at === 0 ? siblings[0]!.position - 2 : siblings[at - 1]!.position
  return (above + siblings[at]!.position) / 2
}

/** Does `id` lie somewhere below `ancestor`? */
export function isBelow({ db }: Context, id: string, ancestor: string): boolean {
  const parentOf = db.prepare<[string], string | null>('SELECT parent_id FROM code WHERE id = ?').pluck()
  for (let at = parentOf.get(id); at != null; at = parentOf.get(at)) if (at === ancestor) return true
  return false
}
