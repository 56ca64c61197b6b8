import type { Code } from '../../../shared/contract/codes.ts'
import { client } from '../../data/session.ts'
import { attempt } from '../../state/messages.ts'
import { showView } from '../../state/workspace.ts'

/** Makes a memo on the code and goes to where it is written. */
export async function writeMemo(code: Code): Promise<void> {
  const id = await attempt(() =>
    client().memos.create({ title: code.name, kind: 'theory', about: { codeId: code.id } }),
  )
  if (id !== undefined) showView('memos')
}
