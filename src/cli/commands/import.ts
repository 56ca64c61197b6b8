import { z } from 'zod'
import type { Core } from '../../core/core.ts'
import { createClient, type PostilClient } from '../../shared/client.ts'
import { type Imported, ImportOptions } from '../../shared/contract/documents.ts'
import { Failure } from '../../shared/errors.ts'
import type { GroupId } from '../../shared/model/ids.ts'
import { parseWords, Usage } from '../args.ts'
import { findCommand } from '../commands.ts'
import { withHandles } from '../file-inputs.ts'
import { filesBelow, type ListedFile } from '../files-below.ts'
import { withCore } from '../open.ts'
import { complain, print, printJson } from '../output.ts'

type Outcome =
  | { file: string; ok: true; imported: Imported }
  | { file: string; ok: false; code: string; message: string }

const VERB = 'documents.import'

export async function run(argv: readonly string[]): Promise<number> {
  const { words, options, flags } = parseWords(argv, {
    options: ['group', ...Object.keys(ImportOptions.shape)],
    flags: ['json'],
  })
  const [project, ...paths] = words
  if (project === undefined || paths.length === 0) throw new Usage(findCommand('import')!.usage)
  const files = filesBelow(paths)
  if (files.length === 0) throw new Usage('There is no file in what was named.')
  const { group, coder, ...rest } = options
  const choices = readChoices(rest)
  const tell = (outcome: Outcome) => (flags.has('json') ? printJson(outcome) : print(`${row(outcome)}\n`))
  return withCore(project, coder === undefined ? {} : { coder }, async core => {
    const groupId = group === undefined ? undefined : await groupNamed(createClient(core), group)
    let came = 0
    for (const file of files) {
      const outcome = await importOne(core, file, { options: choices, ...(groupId && { groupId }) })
      if (outcome.ok) came++
      await tell(outcome)
    }
    if (!flags.has('json')) await print(`${came} of ${files.length} files imported.\n`)
    if (came === 0) await complain(noneCame(files.length))
    return came === 0 ? 1 : 0
  })
}

function readChoices(given: Readonly<Record<string, string>>): ImportOptionsInput {
  const choices = ImportOptions.safeParse(given)
  if (choices.success) return choices.data
  throw new Usage(z.prettifyError(choices.error).replace(/^✖ /gm, ''))
}

type ImportOptionsInput = z.output<typeof ImportOptions>

async function groupNamed(client: PostilClient, name: string): Promise<GroupId> {
  const known = (await client.groups.list()).find(group => group.name === name)
  return known?.id ?? client.groups.create({ name })
}

/** All files of one run are one step of the history: they share a batch. */
async function importOne(
  core: Core,
  { path, shown }: ListedFile,
  how: { options: ImportOptionsInput; groupId?: GroupId },
): Promise<Outcome> {
  try {
    const input = withHandles(core.freight, VERB, { file: path, batch: 'command-line', ...how })
    return { file: shown, ok: true, imported: (await core.call(VERB, input)) as Imported }
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return { file: shown, ok: false, code: error.code, message: error.message }
  }
}

const noneCame = (files: number) =>
  files === 1
    ? 'The file was not imported; its row says why.'
    : `None of the ${files} files was imported; each row says why.`

function row(outcome: Outcome): string {
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
