import type { Core } from '../../core/core.ts'
import { createClient, type PostilClient } from '../../shared/client.ts'
import type { Imported } from '../../shared/contract/documents.ts'
import { Failure } from '../../shared/errors.ts'
import type { GroupId } from '../../shared/model/ids.ts'
import { parseWords, Usage } from '../args.ts'
import { findCommand } from '../commands.ts'
import { filesBelow, type ListedFile } from '../files-below.ts'
import { withCore } from '../open.ts'
import { print, printJson } from '../output.ts'

type Outcome =
  | { file: string; ok: true; imported: Imported }
  | { file: string; ok: false; code: string; message: string }

const OPTIONS = ['group', 'encoding', 'password', 'changes', 'duplicates', 'coder']

export async function run(argv: readonly string[]): Promise<number> {
  const { words, options, flags } = parseWords(argv, { options: OPTIONS, flags: ['json'] })
  const [project, ...paths] = words
  if (project === undefined || paths.length === 0) throw new Usage(findCommand('import')!.usage)
  const files = filesBelow(paths)
  if (files.length === 0) throw new Usage('There is no file in what was named.')
  const { encoding, password, changes, duplicates, group, coder } = options
  // keys that were not given must not be there; what is wrong in them the contract says
  const choices = Object.fromEntries(
    Object.entries({ encoding, password, changes, duplicates }).filter(([, value]) => value !== undefined),
  )
  return withCore(project, coder, async core => {
    const client = createClient(core)
    const groupId = group === undefined ? undefined : await groupNamed(client, group)
    let came = 0
    for (const file of files) {
      const outcome = await importOne(core, file, choices, groupId)
      if (outcome.ok) came++
      await (flags.has('json') ? printJson(outcome) : print(`${reportLine(outcome)}\n`))
    }
    if (!flags.has('json')) await print(`${came} of ${files.length} files imported.\n`)
    return came === 0 ? 1 : 0
  })
}

async function groupNamed(client: PostilClient, name: string): Promise<GroupId> {
  const known = (await client.groups.list()).find(group => group.name === name)
  return known?.id ?? client.groups.create({ name })
}

async function importOne(
  core: Core,
  { path, shown }: ListedFile,
  options: object,
  groupId: GroupId | undefined,
): Promise<Outcome> {
  try {
    const file = core.freight.register(path)
    const input = { file, options, batch: 'command-line', ...(groupId === undefined ? {} : { groupId }) }
    // the names and values of options are checked by the contract at the door
    const imported = (await core.call('documents.import', input)) as Imported
    return { file: shown, ok: true, imported }
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return { file: shown, ok: false, code: error.code, message: error.message }
  }
}

function reportLine(outcome: Outcome): string {
  if (!outcome.ok) return `not imported  ${outcome.file}: ${outcome.message}`
  const { name, words, pages, encoding, warnings } = outcome.imported
  const facts = [`${words} words`, pages > 0 ? `${pages} pages` : '', encoding ?? ''].filter(
    fact => fact !== '',
  )
  const notes = warnings.map(
    ({ message, place }) => `\n              ${place === undefined ? '' : `${place}: `}${message}`,
  )
  return `imported      ${outcome.file} as “${name}” (${facts.join(', ')})${notes.join('')}`
}
