import type { Handlers } from '../../shared/contract/define.ts'
import type { groups as contract } from '../../shared/contract/groups.ts'
import { fail } from '../../shared/errors.ts'
import { type DocumentId, GroupId } from '../../shared/model/ids.ts'
import type { Context } from '../context.ts'

export const groups: Handlers<typeof contract, Context> = {
  list: ({ db }) => {
    const members = db
      .prepare<[], { group_id: string; document_id: DocumentId }>(`
        SELECT m.group_id, m.document_id FROM document_group_member m JOIN document d ON d.id = m.document_id
        ORDER BY d.position, d.number`)
      .all()
    const byGroup = Map.groupBy(members, member => member.group_id)
    return db
      .prepare<[], { id: GroupId; name: string }>(
        'SELECT id, name FROM document_group ORDER BY position, name',
      )
      .all()
      .map(group => ({
        ...group,
        documentIds: (byGroup.get(group.id) ?? []).map(member => member.document_id),
      }))
  },
  create: (ctx, { name, documentIds }) => {
    refuseTaken(ctx, name)
    const id = GroupId.parse(ctx.newId())
    const last = ctx.db
      .prepare<[], number>('SELECT coalesce(max(position), 0) FROM document_group')
      .pluck()
      .get()!
    ctx.db.prepare('INSERT INTO document_group (id, position, name) VALUES (?, ?, ?)').run(id, last + 1, name)
    for (const documentId of documentIds ?? []) addMember(ctx, id, documentId)
    return id
  },
  rename: (ctx, { groupId, name }) => {
    refuseTaken(ctx, name, groupId)
    const { changes } = ctx.db.prepare('UPDATE document_group SET name = ? WHERE id = ?').run(name, groupId)
    if (changes === 0) throw fail('not-found', { what: 'group' })
    return null
  },
  assign: (ctx, { groupId, documentIds, member }) => {
    if (!ctx.db.prepare('SELECT 1 FROM document_group WHERE id = ?').get(groupId))
      throw fail('not-found', { what: 'group' })
    const remove = ctx.db.prepare('DELETE FROM document_group_member WHERE group_id = ? AND document_id = ?')
    for (const documentId of documentIds) {
      if (member) addMember(ctx, groupId, documentId)
      else remove.run(groupId, documentId)
    }
    return null
  },
  delete: ({ db }, { groupId }) => {
    const { changes } = db.prepare('DELETE FROM document_group WHERE id = ?').run(groupId)
    if (changes === 0) throw fail('not-found', { what: 'group' })
    return null
  },
}

function refuseTaken({ db }: Context, name: string, except = ''): void {
  if (db.prepare('SELECT 1 FROM document_group WHERE name = ? AND id <> ?').get(name, except)) {
    throw fail('name-taken', { what: 'document group', name })
  }
}

/** Does nothing where the document is in the group already. */
export function addMember({ db, newId }: Context, groupId: string, documentId: string): void {
  if (!db.prepare('SELECT 1 FROM document WHERE id = ?').get(documentId))
    throw fail('not-found', { what: 'document' })
  if (
    db
      .prepare('SELECT 1 FROM document_group_member WHERE group_id = ? AND document_id = ?')
      .get(groupId, documentId)
  )
    return
  db.prepare('INSERT INTO document_group_member (id, group_id, document_id) VALUES (?, ?, ?)').run(
    newId(),
    groupId,
    documentId,
  )
}
