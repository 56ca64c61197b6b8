import type { Handlers } from '../../shared/contract/define.ts'
import type { variables as contract, Variable } from '../../shared/contract/variables.ts'
import { fail } from '../../shared/errors.ts'
import { type DocumentId, VariableId } from '../../shared/model/ids.ts'
import { parseValue } from '../../shared/model/variable-value.ts'
import type { Context } from '../context.ts'

export const variables: Handlers<typeof contract, Context> = {
  list: ({ db }) =>
    db.prepare<[], Variable>('SELECT id, name, type FROM variable ORDER BY position, name').all(),
  values: ({ db }) =>
    db
      .prepare<[], { variableId: VariableId; documentId: DocumentId; value: string }>(
        'SELECT variable_id AS variableId, document_id AS documentId, value FROM variable_value',
      )
      .all(),
  create: ({ db, newId }, { name, type }) => {
    if (db.prepare('SELECT 1 FROM variable WHERE name = ?').get(name))
      throw fail('name-taken', { what: 'variable', name })
    const id = VariableId.parse(newId())
    const last = db.prepare<[], number>('SELECT coalesce(max(position), 0) FROM variable').pluck().get()!
    db.prepare('INSERT INTO variable (id, position, name, type) VALUES (?, ?, ?, ?)').run(
      id,
      last + 1,
      name,
      type,
    )
    return id
  },
  set: ({ db, newId }, { variableId, documentId, value }) => {
    const variable = db
      .prepare<[string], Variable>('SELECT id, name, type FROM variable WHERE id = ?')
      .get(variableId)
    if (!variable) throw fail('not-found', { what: 'variable' })
    if (!db.prepare('SELECT 1 FROM document WHERE id = ?').get(documentId))
      throw fail('not-found', { what: 'document' })
    const old = db
      .prepare<[string, string], { id: string }>(
        'SELECT id FROM variable_value WHERE variable_id = ? AND document_id = ?',
      )
      .get(variableId, documentId)
    if (value === null) {
      if (old) db.prepare('DELETE FROM variable_value WHERE id = ?').run(old.id)
      return null
    }
    const stored = parseValue(variable.type, value)
    if (stored === null)
      throw fail('value-type', { value: value.slice(0, 60), type: variable.type, variable: variable.name })
    if (old) db.prepare('UPDATE variable_value SET value = ? WHERE id = ?').run(stored, old.id)
    else {
      db.prepare('INSERT INTO variable_value (id, variable_id, document_id, value) VALUES (?, ?, ?, ?)').run(
        newId(),
        variableId,
        documentId,
        stored,
      )
    }
    return null
  },
  delete: ({ db }, { variableId }) => {
    const { changes } = db.prepare('DELETE FROM variable WHERE id = ?').run(variableId)
    if (changes === 0) throw fail('not-found', { what: 'variable' })
    return null
  },
}
