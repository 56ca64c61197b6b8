import type { Reply } from '../../src/shared/errors.ts'

export interface Door {
  call(name: string, input?: unknown): Promise<Reply>
  /** brings a file in; gives what stands for it in an input: a handle, or in a terminal its path */
  put(name: string, text: string): Promise<string>
}

/** One call of the scenario with its reply; ids and times are replaced by their order. */
export interface Said {
  readonly call: string
  readonly reply: unknown
}

const TEXT =
  'Die Verwaltung fragt: Wer war dabei?\n\nAnna 🙂: Ich habe der Behörde vertraut, später nicht mehr.\n\nالثقة تأتي ببطء.\n'

/**
 * A small study through one door: codes, a text, coding, lists, a table, undo and redo,
 * and every kind of refusal. Whatever door it takes, it must come to the same words.
 */
export async function scenario(door: Door): Promise<readonly Said[]> {
  const said: Said[] = []
  const ask = async (name: string, input?: unknown): Promise<unknown> => {
    const reply = await door.call(name, input)
    said.push({ call: name, reply })
    return reply.ok ? reply.value : null
  }

  await ask('project.settings')
  await ask('codes.list', {})
  const trust = await ask('codes.create', {
    name: 'Vertrauen',
    definition: 'Jemand verlässt sich auf andere.',
  })
  const doubt = await ask('codes.create', { name: 'Zweifel', parentId: trust, color: '#259CDE' })
  const group = await ask('groups.create', { name: 'Welle 1' })
  const file = await door.put('gespräch.txt', TEXT)
  const { id: documentId } = (await ask('documents.import', { file, groupId: group })) as { id: string }
  const { text } = (await ask('documents.text', { documentId })) as { text: string }
  const place = (quote: string) => {
    const start = text.indexOf(quote)
    return { start, end: start + quote.length }
  }
  await ask('segments.apply', { documentId, span: place('der Behörde vertraut'), codeIds: [trust] })
  await ask('segments.apply', { documentId, span: place('später nicht mehr'), codeIds: [trust, doubt] })
  await ask('segments.createAndApply', { documentId, span: place('الثقة'), path: 'Vertrauen/langsam' })
  await readAll(ask, documentId)

  await ask('history.undo')
  await ask('history.undo')
  await readAll(ask, documentId)
  await ask('history.redo')
  await readAll(ask, documentId)
  await refusals(ask, { documentId, trust, emoji: text.indexOf('🙂') })
  await ask('history.list')
  await ask('project.check')
  return plain(said)
}

type Ask = (name: string, input?: unknown) => Promise<unknown>

async function readAll(ask: Ask, documentId: string): Promise<void> {
  await ask('codes.list')
  await ask('documents.list')
  await ask('segments.ofDocument', { documentId })
  await ask('segments.list', { context: 5 })
  await ask('analysis.frequency', { aggregate: true })
  await ask('analysis.frequency', { columns: 'groups', measure: 'words', figure: 'row-percent' })
  await ask('exchange.table', { format: 'csv' })
  await ask('history.state')
}

/** One of each: an unknown verb, an input of the wrong shape, and deeds that the project refuses. */
async function refusals(
  ask: Ask,
  made: { documentId: string; trust: unknown; emoji: number },
): Promise<void> {
  const { documentId, trust, emoji } = made
  await ask('codes.conjure', {})
  await ask('__proto__.toString', {})
  await ask('codes.create', { name: 7 })
  await ask('codes.create', { name: 'x', colour: 'red' })
  await ask('codes.create', { name: 'Vertrauen' })
  await ask('codes.delete', { codeIds: ['0000000000000000000000'] })
  await ask('segments.apply', { documentId, span: { start: 0, end: 100_000 }, codeIds: [trust] })
  await ask('segments.apply', { documentId, span: { start: emoji, end: emoji + 1 }, codeIds: [trust] })
  await ask('documents.import', { file: '0'.repeat(32) })
  await ask('exchange.table', { format: 'pdf' })
}

const ID = /^[0-9A-Za-z_~]{22}$/
const HANDLE = /^[0-9a-f]{32}$/
const TIME = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/
const ZEROS = /^0+$/

/** What JSON keeps of it, with ids numbered as they first appear: "id 3". */
function plain(said: readonly Said[]): readonly Said[] {
  const ids = new Map<string, string>()
  const replace = (_key: string, value: unknown): unknown => {
    if (typeof value !== 'string' || ZEROS.test(value)) return value
    if (TIME.test(value)) return 'a time'
    if (HANDLE.test(value)) return 'a handle'
    if (!ID.test(value)) return value
    if (!ids.has(value)) ids.set(value, `id ${ids.size + 1}`)
    return ids.get(value)
  }
  return JSON.parse(JSON.stringify(said, replace)) as Said[]
}
