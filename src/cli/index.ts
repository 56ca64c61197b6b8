import { main } from './main.ts'
import { isReaderGone } from './output.ts'

// a reader that has gone is dealt with where we write
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (!isReaderGone(error)) throw error
  })

// everything is written by now, and no thread that is still there may keep the terminal waiting
process.exit(await main(process.argv.slice(2)))
