import { parseJson, parseWords, takeWords, Usage } from '../args.ts'
import { findCommand } from '../commands.ts'
import { withCore } from '../open.ts'
import { deliver } from '../output.ts'

export async function run(argv: readonly string[]): Promise<number> {
  const { words, options, flags } = parseWords(argv, { options: ['format', 'out'], flags: ['bom', 'exact'] })
  const { usage } = findCommand('segments')!
  const [project, json] = takeWords(words, ['STUDY.postil', 'OPTIONS-JSON?'], usage)
  if (options['format'] === undefined) throw new Usage(`--format is missing.\n${usage}`)
  const scope = parseJson(json ?? '{}', 'OPTIONS-JSON')
  const input = { scope, format: options['format'], bom: flags.has('bom'), exact: flags.has('exact') }
  return withCore(project!, undefined, async core => {
    await deliver(core.freight, await core.call('exchange.segments', input), options['out'])
    return 0
  })
}
