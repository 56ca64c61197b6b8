import { main } from './main.ts'
import { isReaderGone } from './output.ts'

// a reader that has gone is dealt with where we write
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (!isReaderGone(error)) throw error
})

process.exitCode = await main(process.argv.slice(2))
