import { client } from '../../data/session.ts'
import { attempt, say } from '../../state/messages.ts'
import { closeTab, openDocument } from '../../state/workspace.ts'
import { changeRow, type ImportChoices, rowOf } from './import-state.ts'
import { importRow } from './start-import.ts'

/** Passwords that may be tried on one file before it is given up. */
export const MOST_TRIES = 3

/** Imports a refused file once more, with another choice. */
export async function tryAgain(id: number, options: ImportChoices): Promise<void> {
  const row = rowOf(id)
  if (!row) return
  changeRow(id, { options: { ...row.options, ...options } })
  await importRow(id)
  const after = rowOf(id)
  if (after?.failure?.code === 'file-wrong-password') changeRow(id, { tries: row.tries + 1 })
  if (after?.imported) openDocument(after.imported.id)
}

/**
 * Imports a file that is in once more, with another choice, in the place of what it was
 * before. Should that fail, the document that was taken out is brought back.
 */
export async function importInstead(id: number, options: ImportChoices): Promise<void> {
  const row = rowOf(id)
  if (!row?.imported) return
  const documentId = row.imported.id
  closeTab(documentId)
  const removed = await attempt(() => client().documents.delete({ documentIds: [documentId] }))
  if (removed === undefined) return
  await tryAgain(id, options)
  const failure = rowOf(id)?.failure
  if (failure == null) return
  const restored = await attempt(() => client().history.undo())
  if (restored === undefined) return
  changeRow(id, { state: 'imported', imported: row.imported, options: row.options, failure: null })
  openDocument(documentId)
  say(`${failure.message} The document is as it was before.`)
}
