import { openCore } from '../../core/core.ts'
import { parseWords, takeWords } from '../args.ts'
import { findCommand } from '../commands.ts'
import { print } from '../output.ts'

export async function run(argv: readonly string[]): Promise<number> {
  const { words, options } = parseWords(argv)
  const [path] = takeWords(words, ['STUDY.postil'], findCommand('new')!.usage)
  const { coder } = options
  const core = openCore({ path: path!, create: true, ...(coder === undefined ? {} : { coder }) })
  await core.close()
  core.freight.clear()
  await print(`Made ${path}.\n`)
  return 0
}
