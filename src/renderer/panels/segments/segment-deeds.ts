import type { Code } from '../../../shared/contract/codes.ts'
import type { SegmentRow } from '../../../shared/contract/segments.ts'
import { splitPath } from '../../../shared/model/code-path.ts'
import type { SegmentId } from '../../../shared/model/ids.ts'
import { keyLabel } from '../../commands/bindings.ts'
import { client } from '../../data/session.ts'
import { noteUsed } from '../../state/coding.ts'
import { announce, attempt, say } from '../../state/messages.ts'
import { workspace } from '../../state/workspace.ts'
import { copyText } from '../../ui/copy-text.ts'
import { sayUndoable } from '../../ui/undo-message.ts'
import { drawerState, keyOf, questionOf, type RowId } from './drawer-state.ts'
import { pickNone } from './picking.ts'
import { quotationOf } from './quotation.ts'
import { many } from './sections.ts'

/** The picked rows, if this is one of them, or none is named; else this one alone. */
function meant(row: SegmentRow | null): RowId[] {
  const { picked } = drawerState.getState()
  return row === null || picked.has(keyOf(row)) ? [...picked.values()] : [row]
}

/** “1:3”, or how many there are. */
const named = (row: SegmentRow | null, count: number, one: string): string =>
  row && count === 1 ? row.reference : many(count, one)

const codingsOf = (rows: readonly RowId[]) => rows.map(row => row.codingId).filter(id => id !== null)
const segmentsOf = (rows: readonly RowId[]): SegmentId[] => [...new Set(rows.map(row => row.segmentId))]
const freeOf = (rows: readonly RowId[]) => segmentsOf(rows.filter(row => row.codingId === null))

export async function removeCodings(row: SegmentRow | null): Promise<void> {
  const rows = meant(row)
  const codingIds = codingsOf(rows)
  if (codingIds.length === 0)
    return say(
      `There is no code on ${named(row, rows.length, 'row')}. ${keyLabel('row.delete') ?? 'The menu of the row'} deletes the segment.`,
    )
  await attempt(async () => {
    await client().segments.uncode({ codingIds })
    pickNone()
    const isOne = row !== null && rows.length === 1
    const one = isOne ? `“${splitPath(row.code).at(-1)}” from ${row.reference}` : null
    await sayUndoable(`Removed ${one ?? many(codingIds.length, 'coding')}.`)
  })
}

export async function deleteSegments(row: SegmentRow | null): Promise<void> {
  const segmentIds = segmentsOf(meant(row))
  await attempt(async () => {
    await client().segments.delete({ segmentIds })
    pickNone()
    await sayUndoable(`Deleted ${named(row, segmentIds.length, 'segment')} with all codings.`)
  })
}

/** Another code in the place of theirs; free segments get it. */
export async function recode(row: SegmentRow | null, code: Code): Promise<void> {
  const rows = meant(row)
  await attempt(async () => {
    const asked = { codingIds: codingsOf(rows), segmentIds: freeOf(rows), codeId: code.id }
    const { shared } = await client().segments.recode(asked)
    noteUsed(code.id)
    pickNone()
    const what = `${named(row, rows.length, 'row')} ${rows.length === 1 ? 'is' : 'are'}`
    const had = shared === 0 ? '' : ` ${shared} had it already.`
    await sayUndoable(`${what} now “${code.name}”.${had}`)
  })
}

/** A further code on the segments of these rows. */
export async function addCode(row: SegmentRow | null, code: Code): Promise<void> {
  const segmentIds = segmentsOf(meant(row))
  const what = named(row, segmentIds.length, 'segment')
  await attempt(async () => {
    const { added, already } = await client().segments.addCode({ segmentIds, codeId: code.id })
    noteUsed(code.id)
    pickNone()
    if (added === 0) return announce(`“${code.name}” is on ${what} already.`)
    const had = already === 0 ? '' : ` ${already} had it already.`
    await sayUndoable(`“${code.name}” applied to ${what}.${had}`)
  })
}

export function saveComment({ segmentId }: RowId, comment: string): void {
  void attempt(() => client().segments.comment({ segmentId, comment }))
}

/** As they go into a paper: one on a line of its own each, in the order of the list. */
export async function copyQuotations(row: SegmentRow | null): Promise<void> {
  const wanted = new Set(meant(row).map(keyOf))
  if (row && wanted.size === 1) {
    copyText(quotationOf(row))
    return say(`Copied ${row.reference} with its reference.`)
  }
  await attempt(async () => {
    const rows = await listed()
    // a segment with two codes is one quotation
    const quotations = new Map(
      rows.filter(one => wanted.has(keyOf(one))).map(one => [one.segmentId, quotationOf(one)]),
    )
    copyText([...quotations.values()].join('\n\n'))
    say(
      `Copied ${many(quotations.size, 'quotation')} with ${quotations.size === 1 ? 'its reference' : 'their references'}.`,
    )
  })
}

async function listed(): Promise<readonly SegmentRow[]> {
  const { drawer } = workspace.getState()
  if (!drawer) return []
  const question = questionOf(drawer.scope, drawerState.getState())
  return (await client().segments.list({ ...question, context: 'segment', limit: 1_000_000 })).rows
}
