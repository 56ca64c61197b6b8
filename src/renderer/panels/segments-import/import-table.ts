import type { Out } from '../../../shared/contract/define.ts'
import type { Contract } from '../../../shared/contract/index.ts'
import type { BrowserFile } from '../../../shared/host.ts'
import { client } from '../../data/session.ts'
import { host } from '../../host/index.ts'
import { attempt } from '../../state/messages.ts'
import { sayUndoable } from '../../ui/undo-message.ts'

/** Imports a CSV table of codings: all rows or none. */
export async function importSegmentTable(file: BrowserFile): Promise<void> {
  await attempt(async () => {
    const handle = await host().put(file)
    const done = await client().segments.importTable({ file: handle })
    await sayUndoable(tableWords(file.name, done))
  })
}

type Result = Out<Contract['segments']['importTable']>
const counted = (count: number, one: string) =>
  `${count.toLocaleString('en')} ${count === 1 ? one : `${one}s`}`

/** "coded.csv: 40 codings on 38 segments imported, 2 were there already; 3 new codes." */
export function tableWords(name: string, result: Result): string {
  const { codings, segments, already, newCodes, newCoders } = result
  const parts = [
    `${name}: ${counted(codings, 'coding')} on ${counted(segments, 'segment')} imported`,
    ...(already > 0
      ? [`${already.toLocaleString('en')} ${already === 1 ? 'was' : 'were'} there already`]
      : []),
  ]
  const made = [
    ...(newCodes.length > 0 ? [counted(newCodes.length, 'new code')] : []),
    ...(newCoders.length > 0 ? [counted(newCoders.length, 'new coder')] : []),
  ]
  return `${parts.join(', ')}${made.length > 0 ? `; ${made.join(', ')}` : ''}.`
}
