import type { DocumentId } from '../../../shared/model/ids.ts'
import { client } from '../../data/session.ts'
import { coding } from '../../state/coding.ts'
import { announce, attempt } from '../../state/messages.ts'
import { openDocument, passBy, workspace } from '../../state/workspace.ts'
import { sayUndoable } from '../../ui/undo-message.ts'
import { nextOpen, type Row, spanOf } from './review-rows.ts'
import { reviewState } from './review-state.ts'

/** Goes to a row; the text shows its place, the focus stays in the list. */
export function goToRow(documentId: DocumentId, row: Row): void {
  reviewState.setState({ at: row.key })
  const segmentId = row.kind === 'lost' ? null : row.row.segmentId
  if (workspace.getState().documentId === documentId && workspace.getState().view === 'text')
    passBy(documentId, spanOf(row), segmentId)
  else openDocument(documentId, spanOf(row), segmentId)
}

/** The proposed place is right; on to the next that is open. */
export async function acceptRow(rows: readonly Row[], row: Row): Promise<void> {
  if (row.kind !== 'review') {
    announce(
      row.kind === 'lost'
        ? 'It has no place yet. Select words in the text and put it there.'
        : 'It is in its place.',
    )
    return
  }
  await settle(rows, row, `${row.row.reference} confirmed.`, () =>
    client().segments.settle({ as: 'accept', segmentIds: [row.row.segmentId] }),
  )
}

/** Onto the words that are selected in the text. */
export async function placeRow(documentId: DocumentId, rows: readonly Row[], row: Row): Promise<void> {
  const { selection } = coding.getState()
  if (row.kind === 'moved') {
    announce('It is in its place.')
    return
  }
  if (selection?.documentId !== documentId) {
    announce('Select the words in the text that it belongs to, then put it there.')
    return
  }
  await settle(rows, row, `${row.row.reference} is on the selected words.`, () =>
    client().segments.settle({ as: 'place', segmentId: row.row.segmentId, span: selection.span }),
  )
}

export async function dropRow(rows: readonly Row[], row: Row): Promise<void> {
  if (row.kind === 'moved') {
    announce('It is in its place. Delete it in the text or in the list of segments.')
    return
  }
  await settle(
    rows,
    row,
    `${row.row.reference} and its codings dropped.`,
    () => client().segments.settle({ as: 'drop', segmentIds: [row.row.segmentId] }),
    true,
  )
}

/** rows whose settling the core has not confirmed yet: keys pressed in a row mean one row after the other */
const underWay = new Set<string>()

async function settle(
  rows: readonly Row[],
  row: Row,
  words: string,
  act: () => Promise<unknown>,
  isUndoable = false,
): Promise<void> {
  if (underWay.has(row.key)) return
  underWay.add(row.key)
  const open = rows.filter(({ key }) => key === row.key || !underWay.has(key))
  reviewState.setState({ at: nextOpen(open, row.key) })
  const done = await attempt(act)
  underWay.delete(row.key)
  if (done === undefined) reviewState.setState({ at: row.key })
  else if (isUndoable) await attempt(() => sayUndoable(words))
  else announce(words)
}
