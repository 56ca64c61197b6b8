import { parseJson, parseWords, takeWords, Usage } from '../args.ts'
import { findCommand } from '../commands.ts'
import { withCore } from '../open.ts'
import { deliver } from '../output.ts'

const COLUMNS: Readonly<Record<string, 'documents' | 'groups'>> = {
  'code-document': 'documents',
  'code-group': 'groups',
}

export async function run(argv: readonly string[]): Promise<number> {
  const { words, options, flags } = parseWords(argv, { options: ['format', 'out'], flags: ['bom', 'exact'] })
  const { usage } = findCommand('table')!
  const [project, kind, json] = takeWords(words, ['STUDY.postil', 'code-document', 'OPTIONS-JSON?'], usage)
  if (!Object.hasOwn(COLUMNS, kind!)) throw new Usage(`There is no table “${kind}”.\n${usage}`)
  if (options['format'] === undefined) throw new Usage(`--format is missing.\n${usage}`)
  const spec = { ...(parseJson(json ?? '{}', 'OPTIONS-JSON') as object), columns: COLUMNS[kind!] }
  const input = { spec, format: options['format'], bom: flags.has('bom'), exact: flags.has('exact') }
  return withCore(project!, undefined, async core => {
    await deliver(core.freight, await core.call('exchange.table', input), options['out'])
    return 0
  })
}
