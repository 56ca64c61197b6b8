import { Failure } from '../shared/errors.ts'
import { Usage } from './args.ts'
import { findCommand, helpText } from './commands.ts'

/** Exit 0: done; 1: failed, with one sentence on stderr; 2: usage. */
async function main(argv: readonly string[]): Promise<number> {
  const [name, ...rest] = argv
  if (name === '--version') {
    const { VERSION } = await import('../core/version.ts')
    console.log(VERSION)
    return 0
  }
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    console.log(helpText())
    return name === undefined ? 2 : 0
  }
  const command = findCommand(name)
  if (!command) throw new Usage(`There is no command “${name}”.\n${helpText()}`)
  if (rest.includes('--help') || rest.includes('-h')) {
    console.log(command.help)
    return 0
  }
  const { run } = await command.load()
  return run(rest)
}

// whoever reads our output may stop reading it (`| head`): that is no error
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  if (error instanceof Usage) {
    console.error(error.message)
    process.exitCode = 2
  } else if (error instanceof Failure) {
    console.error(error.message)
    process.exitCode = 1
  } else throw error
}
