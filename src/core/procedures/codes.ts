import { countCodes } from '../../shared/analysis/code-counts.ts'
import type { Code, codes as contract } from '../../shared/contract/codes.ts'
import type { Handlers } from '../../shared/contract/define.ts'
import { fail } from '../../shared/errors.ts'
import { CodeId } from '../../shared/model/ids.ts'
import { codeTree } from '../code-tree.ts'
import type { Context } from '../context.ts'
import { mergeCodes } from './code-merge.ts'
import {
  type CodeRecord,
  codeAt,
  getCode,
  insertCode,
  isBelow,
  positionBefore,
  refuseTakenName,
} from './code-rows.ts'
import { removeBareSegments } from './segment-rows.ts'

export const codes: Handlers<typeof contract, Context> = {
  list: ({ db, corpus }) => {
    const counts = countCodes(corpus.read())
    return codeTree(db).map(({ parent_id, codable, ...code }, index) => {
      return { ...code, parentId: parent_id, codable: codable === 1, ...counts[index] } as Code // glyph and ids: only written through this contract
    })
  },
  create: (ctx, input) => CodeId.parse(insertCode(ctx, { ...input, parentId: input.parentId ?? null })),
  ensure: (ctx, { path }) => {
    const { codeId, created } = codeAt(ctx, path)
    return { codeId: CodeId.parse(codeId), created }
  },
  update: (ctx, { codeId, name, color, glyph, definition, codable, branch }) => {
    const code = getCode(ctx, codeId)
    if (name !== undefined && name !== code.name) refuseTakenName(ctx, name, code.parent_id, codeId)
    ctx.db
      .prepare(`UPDATE code SET name = coalesce(?, name), color = coalesce(?, color), glyph = coalesce(?, glyph),
        definition = coalesce(?, definition), codable = coalesce(?, codable) WHERE id = ?`)
      .run(
        name ?? null,
        color ?? null,
        glyph ?? null,
        definition ?? null,
        codable === undefined ? null : Number(codable),
        codeId,
      )
    if (branch) paintBranch(ctx, codeId, color, glyph)
    return null
  },
  move: (ctx, { codeId, parentId, before }) => {
    const code = getCode(ctx, codeId)
    if (parentId !== null) {
      getCode(ctx, parentId)
      if (parentId === codeId || isBelow(ctx, parentId, codeId))
        throw fail('code-into-itself', { name: code.name })
    }
    if (parentId !== code.parent_id) refuseTakenName(ctx, code.name, parentId, codeId)
    const position = positionBefore(ctx, parentId, before, codeId)
    ctx.db.prepare('UPDATE code SET parent_id = ?, position = ? WHERE id = ?').run(parentId, position, codeId)
    return null
  },
  merge: mergeCodes,
  delete: (ctx, { codeIds }) => {
    const doomed = new Map<string, CodeRecord>(codeIds.map(id => [id, getCode(ctx, id)]))
    const below = ctx.db
      .prepare<[string], string>(`WITH RECURSIVE branch (id) AS (
      VALUES (?) UNION SELECT code.id FROM code JOIN branch ON code.parent_id = branch.id) SELECT id FROM branch`)
      .pluck()
    const all = new Set([...doomed.keys()].flatMap(id => below.all(id)))
    const ids = JSON.stringify([...all])
    const touched = ctx.db
      .prepare<[string], string>(
        'SELECT DISTINCT segment_id FROM coding WHERE code_id IN (SELECT value FROM json_each(?))',
      )
      .pluck()
      .all(ids)
    const { changes: codings } = ctx.db
      .prepare('DELETE FROM coding WHERE code_id IN (SELECT value FROM json_each(?))')
      .run(ids)
    removeBareSegments(ctx, touched)
    ctx.db.prepare('DELETE FROM code WHERE id IN (SELECT value FROM json_each(?))').run(ids)
    return { codes: all.size, codings }
  },
}

/** Gives the look of a code to everything below it. */
function paintBranch({ db }: Context, codeId: string, color?: string, glyph?: string): void {
  db.prepare(`WITH RECURSIVE branch (id) AS (
      SELECT id FROM code WHERE parent_id = ? UNION SELECT code.id FROM code JOIN branch ON code.parent_id = branch.id)
    UPDATE code SET color = coalesce(?, color), glyph = coalesce(?, glyph) WHERE id IN (SELECT id FROM branch)`).run(
    codeId,
    color ?? null,
    glyph ?? null,
  )
}
