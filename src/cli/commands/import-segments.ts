import { existsSync } from 'node:fs'
import { createClient } from '../../shared/client.ts'
import { parseWords, takeWords, Usage } from '../args.ts'
import { findCommand } from '../commands.ts'
import { withCore } from '../open.ts'
import { print } from '../output.ts'

export async function run(argv: readonly string[]): Promise<number> {
  const { words, options } = parseWords(argv, { options: ['coder'] })
  const [project, file] = takeWords(
    words,
    ['STUDY.postil', 'FILE.csv'],
    findCommand('import-segments')!.usage,
  )
  if (!existsSync(file!)) throw new Usage(`There is no file at ${file}.`)
  return withCore(project!, options['coder'], async core => {
    const done = await createClient(core).segments.importTable({ file: core.freight.register(file!) })
    const fresh = [
      done.already > 0 ? `${done.already} were there already` : '',
      done.newCodes.length > 0 ? `new codes: ${done.newCodes.join('; ')}` : '',
      done.newCoders.length > 0 ? `new coders: ${done.newCoders.join('; ')}` : '',
    ].filter(part => part !== '')
    await print(
      `${done.codings} codings on ${done.segments} new segments from ${done.rows} rows${fresh.length > 0 ? ` (${fresh.join('; ')})` : ''}.\n`,
    )
    return 0
  })
}
