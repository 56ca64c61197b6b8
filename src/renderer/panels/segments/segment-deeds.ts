import type { Code } from '../../../shared/contract/codes.ts'
import type { SegmentRow } from '../../../shared/contract/segments.ts'
import { client } from '../../data/session.ts'
import { attempt, say } from '../../state/messages.ts'
import { sayUndoable } from '../../ui/undo-message.ts'

export async function removeCoding(row: SegmentRow): Promise<void> {
  await attempt(async () => {
    await client().segments.uncode({ codingIds: [row.codingId] })
    await sayUndoable(`Removed “${row.code}” from ${row.reference}.`)
  })
}

export async function recode(row: SegmentRow, code: Code): Promise<void> {
  await attempt(async () => {
    await client().segments.recode({ codingIds: [row.codingId], codeId: code.id })
    await sayUndoable(`${row.reference} is now coded “${code.name}”.`)
  })
}

/** “quote” (document, p. 17, 3:10): what goes into a paper. */
export async function copyQuotation(row: SegmentRow): Promise<void> {
  const place = [row.document, row.page === '' ? '' : `p. ${row.page}`, row.reference]
    .filter(part => part !== '')
    .join(', ')
  await attempt(() => navigator.clipboard.writeText(`“${row.quote}” (${place})`))
  say(`Copied ${row.reference} with its reference.`)
}
