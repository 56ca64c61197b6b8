import { SEGMENT_FORMATS } from '../../shared/contract/exchange.ts'
import { oneOf, parseJsonObject, parseWords, takeWords } from '../args.ts'
import { findCommand } from '../commands.ts'
import { withCore } from '../open.ts'
import { deliver } from '../output.ts'

export async function run(argv: readonly string[]): Promise<number> {
  const { words, options, flags } = parseWords(argv, { options: ['format', 'out'], flags: ['bom', 'exact'] })
  const [project, json] = takeWords(words, ['STUDY.postil', 'OPTIONS-JSON?'], findCommand('segments')!.usage)
  const format = oneOf(options['format'], SEGMENT_FORMATS, 'format')
  const {
    bom = flags.has('bom'),
    exact = flags.has('exact'),
    order,
    descending,
    grouping,
    context,
    ...scope
  } = parseJsonObject(json ?? '{}', 'OPTIONS-JSON') as Record<string, unknown>
  return withCore(project!, options, async core => {
    const list = { scope, order, descending, grouping, context }
    const written = await core.call('exchange.segments', { ...list, format, bom, exact })
    await deliver(core.freight, written, options['out'])
    return 0
  })
}
