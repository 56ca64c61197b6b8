import type { Code } from '../../../shared/contract/codes.ts'
import type { SegmentRow } from '../../../shared/contract/segments.ts'
import { splitPath } from '../../../shared/model/code-path.ts'
import type { CodingId } from '../../../shared/model/ids.ts'
import { client } from '../../data/session.ts'
import { noteUsed } from '../../state/coding.ts'
import { announce, attempt, say } from '../../state/messages.ts'
import { copyText } from '../../ui/copy-text.ts'
import { sayUndoable } from '../../ui/undo-message.ts'
import { drawerState, pickNone } from './drawer-state.ts'
import { quotationOf } from './quotation.ts'

const codings = (count: number) => `${count.toLocaleString('en')} ${count === 1 ? 'coding' : 'codings'}`

/** The picked rows, if this is one of them; else this one alone. */
function meant(row: SegmentRow): CodingId[] {
  const { picked } = drawerState.getState()
  return picked.has(row.codingId) ? [...picked] : [row.codingId]
}

export async function removeCodings(row: SegmentRow): Promise<void> {
  const codingIds = meant(row)
  await attempt(async () => {
    await client().segments.uncode({ codingIds })
    pickNone()
    const one = `“${splitPath(row.code).at(-1)}” from ${row.reference}`
    await sayUndoable(`Removed ${codingIds.length === 1 ? one : codings(codingIds.length)}.`)
  })
}

export async function recode(row: SegmentRow, code: Code): Promise<void> {
  const codingIds = meant(row)
  await attempt(async () => {
    const { shared } = await client().segments.recode({ codingIds, codeId: code.id })
    pickNone()
    const what = codingIds.length === 1 ? `${row.reference} is` : `${codings(codingIds.length)} are`
    const had = shared === 0 ? '' : ` ${shared} had it already.`
    await sayUndoable(`${what} now “${code.name}”.${had}`)
  })
}

/** A further code on the passage of this row. */
export async function addCode(row: SegmentRow, code: Code): Promise<void> {
  await attempt(async () => {
    const { added } = await client().segments.apply({
      documentId: row.documentId,
      span: { start: row.start, end: row.end },
      codeIds: [code.id],
    })
    noteUsed(code.id)
    if (added.length === 0) announce(`“${code.name}” is on ${row.reference} already.`)
    else await sayUndoable(`“${code.name}” applied to ${row.reference}.`)
  })
}

export function saveComment({ segmentId }: SegmentRow, comment: string): void {
  void attempt(() => client().segments.comment({ segmentId, comment }))
}

export function copyQuotation(row: SegmentRow): void {
  copyText(quotationOf(row))
  say(`Copied ${row.reference} with its reference.`)
}
