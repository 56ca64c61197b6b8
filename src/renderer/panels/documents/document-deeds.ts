import type { DocumentInfo } from '../../../shared/contract/documents.ts'
import type { DocumentId, GroupId } from '../../../shared/model/ids.ts'
import { client } from '../../data/session.ts'
import { host } from '../../host/index.ts'
import { announce, attempt, say } from '../../state/messages.ts'
import { closeTab } from '../../state/workspace.ts'
import { pickOne } from '../../ui/tree/tree-row.ts'
import { sayUndoable } from '../../ui/undo-message.ts'
import type { Row } from './document-rows.ts'
import { rowAfter, stepPlace } from './document-rows.ts'
import { documentsState } from './documents-state.ts'

export async function finishName(row: Row, name: string | null): Promise<void> {
  documentsState.setState({ editing: null })
  if (name === null) return
  await attempt(async () => {
    if (row.kind === 'document') await client().documents.update({ documentId: row.document.id, name })
    else if (row.groupId !== null) await client().groups.rename({ groupId: row.groupId, name })
  })
}

export async function setComment(documentId: DocumentId, comment: string): Promise<void> {
  await attempt(() => client().documents.update({ documentId, comment }))
}

export async function deleteDocuments(rows: readonly Row[], doomed: readonly DocumentInfo[]): Promise<void> {
  if (doomed.length === 0) return
  const ids = doomed.map(({ id }) => id)
  const next = rowAfter(rows, ids)
  const done = await attempt(() => client().documents.delete({ documentIds: ids }))
  if (done === undefined) return
  for (const id of ids) closeTab(id)
  if (next !== null) documentsState.setState({ picked: pickOne(next) })
  const codings = doomed.reduce((sum, document) => sum + document.codings, 0)
  const what = doomed.length === 1 ? `“${doomed[0]!.name}”` : `${doomed.length} documents`
  await attempt(() => sayUndoable(`Deleted ${what} with ${codings} ${codings === 1 ? 'coding' : 'codings'}.`))
}

export async function addToGroup(
  groupId: GroupId,
  name: string,
  documentIds: readonly DocumentId[],
): Promise<void> {
  const assigned = await attempt(() =>
    client().groups.assign({ groupId, documentIds: [...documentIds], member: true }),
  )
  if (assigned === undefined) return
  const many = documentIds.length === 1 ? 'The document is' : `${documentIds.length} documents are`
  await attempt(() => sayUndoable(`${many} in “${name}” now.`))
}

export async function deleteGroup(groupId: GroupId, name: string): Promise<void> {
  const done = await attempt(() => client().groups.delete({ groupId }))
  if (done === undefined) return
  await attempt(() => sayUndoable(`Deleted the group “${name}”; its documents stay.`))
}

export async function saveOriginal({ id, name }: DocumentInfo): Promise<void> {
  await attempt(async () => {
    const { file, name: fileName } = await client().documents.original({ documentId: id })
    if ((await host().take(file, fileName)) === 'saved') say(`The original of “${name}” is saved.`)
  })
}

/** A step up or down in the project's own order. */
export async function stepDocument(
  rows: readonly Row[],
  documents: readonly DocumentInfo[],
  step: 1 | -1,
): Promise<void> {
  const { picked, sort } = documentsState.getState()
  const row = rows.find(one => one.key === picked.focus)
  if (row?.kind !== 'document') return
  if (sort !== 'project') {
    announce('Sort the list in project order to move documents in it.')
    return
  }
  const before = stepPlace(rows, documents, row.key, step)
  if (before === undefined) announce('It cannot be moved further that way.')
  else await attempt(() => client().documents.move({ documentId: row.document.id, before }))
}
