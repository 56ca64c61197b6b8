import type { Handlers } from '../../shared/contract/define.ts'
import type { memos as contract, Memo } from '../../shared/contract/memos.ts'
import { fail } from '../../shared/errors.ts'
import { MemoId } from '../../shared/model/ids.ts'
import type { Context } from '../context.ts'

interface MemoRow {
  id: string
  title: string
  kind: string
  body: string
  document_id: string | null
  code_id: string | null
  segment_id: string | null
  created: string
  changed: string
}

export const memos: Handlers<typeof contract, Context> = {
  list: ({ db }) =>
    db
      .prepare<[], MemoRow>(
        'SELECT id, title, kind, body, document_id, code_id, segment_id, created, changed FROM memo ORDER BY created, id',
      )
      .all()
      .map(toMemo),
  create: ({ db, newId, now, coder }, { title, kind = 'observation', body = '', about = {} }) => {
    const id = MemoId.parse(newId())
    const at = now()
    db.prepare(`INSERT INTO memo (id, title, kind, body, document_id, code_id, segment_id, created, changed, created_by)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`).run(
      id,
      title,
      kind,
      body,
      about.documentId ?? null,
      about.codeId ?? null,
      about.segmentId ?? null,
      at,
      at,
      coder.id,
    )
    return id
  },
  update: ({ db, now }, { memoId, title, kind, body }) => {
    const { changes } = db
      .prepare(`UPDATE memo SET title = coalesce(?, title), kind = coalesce(?, kind), body = coalesce(?, body), changed = ?
        WHERE id = ?`)
      .run(title ?? null, kind ?? null, body ?? null, now(), memoId)
    if (changes === 0) throw fail('not-found', { what: 'memo' })
    return null
  },
  delete: ({ db }, { memoId }) => {
    const { changes } = db.prepare('DELETE FROM memo WHERE id = ?').run(memoId)
    if (changes === 0) throw fail('not-found', { what: 'memo' })
    return null
  },
}

function toMemo(row: MemoRow): Memo {
  const { document_id, code_id, segment_id, ...memo } = row
  const about = {
    ...(document_id === null ? {} : { documentId: document_id }),
    ...(code_id === null ? {} : { codeId: code_id }),
    ...(segment_id === null ? {} : { segmentId: segment_id }),
  }
  return { ...memo, about } as Memo // ids and kind come from columns that only these procedures write
}
