import type { CodeId } from '../../shared/model/ids.ts'
import type { Span } from '../../shared/model/span.ts'
import { keyLabel } from '../commands/bindings.ts'
import { client } from '../data/session.ts'
import { announce, attempt } from '../state/messages.ts'
import type { ReaderModel } from './model.ts'

/** The words of a passage seldom make a good name as they stand: it is corrected where it was made. */

/** A code that was just made of the words of a passage. */
export interface Fresh {
  readonly codeId: CodeId
  readonly name: string
  readonly span: Span
  /** slip: shown, with the key that corrects it · field: being corrected · gone: the key still does */
  readonly state: 'slip' | 'field' | 'gone'
}

/** As long as a message is shown. */
const SHOWN_MS = 6000

/** Shows the name beside the passage for a while. The text keeps the focus, and letters go on being commands. */
export function offerName(model: ReaderModel, codeId: CodeId, name: string, span: Span): void {
  const fresh: Fresh = { codeId, name, span, state: 'slip' }
  model.store.setState({ fresh })
  const key = keyLabel('code.renameNew')
  announce(`Coded with its own words: “${name}”.${key === undefined ? '' : ` ${key} corrects the name.`}`)
  hideLater(model)
}

let timer: ReturnType<typeof setTimeout> | undefined

export function hideLater({ store }: ReaderModel): void {
  clearTimeout(timer)
  timer = setTimeout(() => {
    const { fresh } = store.getState()
    if (fresh?.state === 'slip') store.setState({ fresh: { ...fresh, state: 'gone' } })
  }, SHOWN_MS)
}

/** What is pointed at does not go away. */
export const stay = () => clearTimeout(timer)

export function openNaming({ store }: ReaderModel): void {
  const { fresh } = store.getState()
  if (fresh) store.setState({ fresh: { ...fresh, state: 'field' } })
}

/** Whether it was given the name; one that is taken is said, and can be corrected further. */
export async function giveName(model: ReaderModel, wanted: string): Promise<boolean> {
  const { fresh } = model.store.getState()
  const name = wanted.trim()
  if (!fresh || name === '' || name === fresh.name) return true
  const done = await attempt(() => client().codes.update({ codeId: fresh.codeId, name }))
  if (done === undefined) return false
  model.store.setState({ fresh: { ...fresh, name } })
  announce(`The code is now called “${name}”`)
  return true
}

/** The name stays as it is now; its key goes on working until something else is coded. */
export function closeNaming({ store }: ReaderModel): void {
  const { fresh } = store.getState()
  if (fresh) store.setState({ fresh: { ...fresh, state: 'gone' } })
}
