import { inspect } from 'node:util'
import { Failure, toFailureData } from '../shared/errors.ts'
import { Usage } from './args.ts'
import { findCommand, helpText } from './commands.ts'
import { complain, print } from './output.ts'

/** The whole of `postil` as a function: the exit status. 0: done; 1: failed, with one sentence on stderr; 2: usage. */
export async function main(argv: readonly string[]): Promise<number> {
  try {
    return await dispatch(argv)
  } catch (error) {
    if (error instanceof Usage) {
      await complain(error.message)
      return 2
    }
    await complain(toFailureData(error).message)
    if (!(error instanceof Failure) && process.env['POSTIL_TRACE'] !== undefined)
      await complain(inspect(error))
    return 1
  }
}

async function dispatch([name, ...rest]: readonly string[]): Promise<number> {
  if (name === '--version') {
    const { VERSION } = await import('../core/version.ts')
    await print(`${VERSION}\n`)
    return 0
  }
  if (name === '--help' || name === '-h' || name === 'help') {
    await print(`${helpText()}\n`)
    return 0
  }
  if (name === undefined) throw new Usage(helpText())
  const command = findCommand(name)
  if (!command) throw new Usage(`There is no command “${name}”.\n${helpText()}`)
  if (asksForHelp(rest)) {
    await print(`${command.help}\n`)
    return 0
  }
  const { run } = await command.load()
  return run(rest)
}

/** After "--" all are words, "--help" too. */
function asksForHelp(words: readonly string[]): boolean {
  const end = words.indexOf('--')
  return (end < 0 ? words : words.slice(0, end)).some(word => word === '--help' || word === '-h')
}
