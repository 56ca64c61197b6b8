import { parentPort } from 'node:worker_threads'
import { Failure, fail, toFailureData } from '../../shared/errors.ts'
import type { ReadOptions } from '../exchange/documents/reader.ts'
import { readFileHere } from './read-file.ts'

export interface ReadingTask {
  readonly path: string
  readonly name: string
  readonly options: ReadOptions
}

const port = parentPort
if (!port) throw new Error('this module runs in a worker thread')

port.on('message', ({ path, name, options }: ReadingTask) => {
  const progress = (done: number, total: number) => port.postMessage({ alive: true, done, total })
  readFileHere(path, name, options, progress).then(
    read => port.postMessage({ read }),
    (error: unknown) => {
      // whatever a parser throws that no reader foresaw means: this file is damaged
      const reason = error instanceof Error ? error.message : String(error)
      const failure = error instanceof Failure ? error : fail('file-damaged', { name, reason })
      port.postMessage({ error: toFailureData(failure) })
    },
  )
})
