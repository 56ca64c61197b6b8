import type { createClient } from '../../shared/client.ts'
import { parseWords, takeWords } from '../args.ts'
import { findCommand } from '../commands.ts'
import { withHandles } from '../file-inputs.ts'
import { withCore } from '../open.ts'
import { print } from '../output.ts'

type Done = Awaited<ReturnType<ReturnType<typeof createClient>['segments']['importTable']>>

export async function run(argv: readonly string[]): Promise<number> {
  const { words, options } = parseWords(argv)
  const { usage } = findCommand('import-segments')!
  const [project, file] = takeWords(words, ['STUDY.postil', 'FILE.csv'], usage)
  return withCore(project!, options, async core => {
    const verb = 'segments.importTable'
    const done = (await core.call(verb, withHandles(core.freight, verb, { file }))) as Done
    await print(`${report(done)}\n`)
    return 0
  })
}

function report({ codings, segments, rows, already, newCodes, newCoders }: Done): string {
  const more = [
    already > 0 ? `${already} were there already` : '',
    newCodes.length > 0 ? `new codes: ${newCodes.join('; ')}` : '',
    newCoders.length > 0 ? `new coders: ${newCoders.join('; ')}` : '',
  ].filter(part => part !== '')
  const inBrackets = more.length > 0 ? ` (${more.join('. ')})` : ''
  return `${codings} codings on ${segments} new segments from ${rows} rows${inBrackets}.`
}
