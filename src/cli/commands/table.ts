import { TABLE_FORMATS } from '../../shared/contract/exchange.ts'
import { oneOf, parseJsonObject, parseWords, takeWords, Usage } from '../args.ts'
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
  const format = oneOf(options['format'], TABLE_FORMATS, 'format')
  const spec = { ...parseJsonObject(json ?? '{}', 'OPTIONS-JSON'), columns: COLUMNS[kind!] }
  return withCore(project!, options, async core => {
    const input = { spec, format, bom: flags.has('bom'), exact: flags.has('exact') }
    await deliver(core.freight, await core.call('exchange.table', input), options['out'])
    return 0
  })
}
