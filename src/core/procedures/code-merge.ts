import { fail } from '../../shared/errors.ts'
import type { CodeId } from '../../shared/model/ids.ts'
import type { Context } from '../context.ts'
import { type CodeRecord, findChild, getCode, isBelow } from './code-rows.ts'

/**
 * Codings, sub-codes and memos of the sources go over to the target. Where the target is
 * on the same segment by the same coder already, the coding is not doubled (`shared`).
 * The target's definition gets a note of what was merged into it, when and by whom.
 */
export function mergeCodes(
  ctx: Context,
  { sourceIds, targetId }: { sourceIds: readonly CodeId[]; targetId: CodeId },
) {
  const target = getCode(ctx, targetId)
  const total = { moved: 0, shared: 0 }
  for (const sourceId of new Set(sourceIds)) {
    const source = getCode(ctx, sourceId)
    if (sourceId === targetId || isBelow(ctx, targetId, sourceId))
      throw fail('merge-into-self', { name: source.name })
    const { moved, shared } = mergeCode(ctx, source, target)
    total.moved += moved
    total.shared += shared
  }
  return total
}

function mergeCode(ctx: Context, source: CodeRecord, target: CodeRecord): { moved: number; shared: number } {
  const { db } = ctx
  const { changes: shared } = db
    .prepare(`DELETE FROM coding WHERE code_id = ? AND EXISTS (SELECT 1 FROM coding other
      WHERE other.segment_id = coding.segment_id AND other.coder_id = coding.coder_id AND other.code_id = ?)`)
    .run(source.id, target.id)
  const { changes: moved } = db
    .prepare('UPDATE coding SET code_id = ? WHERE code_id = ?')
    .run(target.id, source.id)
  db.prepare('UPDATE memo SET code_id = ? WHERE code_id = ?').run(target.id, source.id)
  adoptChildren(ctx, source, target)
  noteMerge(ctx, source, target, moved + shared)
  db.prepare('DELETE FROM code WHERE id = ?').run(source.id)
  return { moved, shared }
}

/** Sub-codes move below the target; one that meets a namesake there is merged into it. */
function adoptChildren(ctx: Context, source: CodeRecord, target: CodeRecord): void {
  const children = ctx.db
    .prepare<[string], string>('SELECT id FROM code WHERE parent_id = ? ORDER BY position')
    .pluck()
    .all(source.id)
  for (const childId of children) {
    const child = getCode(ctx, childId)
    const namesake = findChild(ctx, child.name, target.id)
    if (namesake !== undefined && namesake !== childId && namesake !== source.id)
      mergeCode(ctx, child, getCode(ctx, namesake))
    else ctx.db.prepare('UPDATE code SET parent_id = ? WHERE id = ?').run(target.id, childId)
  }
}

function noteMerge(ctx: Context, source: CodeRecord, target: CodeRecord, codings: number): void {
  const note = `[${ctx.now().slice(0, 10)}, ${ctx.coder.name}: merged in “${source.name}” (${codings} codings)${
    source.definition === '' ? '' : `: ${source.definition}`
  }]`
  const { definition } = getCode(ctx, target.id)
  ctx.db
    .prepare('UPDATE code SET definition = ? WHERE id = ?')
    .run(definition === '' ? note : `${definition}\n\n${note}`, target.id)
}
