import { openCore } from '../../core/core.ts'
import { parseWords, takeWords } from '../args.ts'
import { findCommand } from '../commands.ts'

export async function run(argv: readonly string[]): Promise<number> {
  const { words, options } = parseWords(argv, { options: ['coder'] })
  const [path] = takeWords(words, ['STUDY.postil'], findCommand('new')!.usage)
  const coder = options['coder']
  const core = openCore({ path: path!, create: true, ...(coder === undefined ? {} : { coder }) })
  await core.close()
  core.freight.clear()
  console.log(`Made ${path}.`)
  return 0
}
