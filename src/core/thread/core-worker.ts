import { parentPort, workerData } from 'node:worker_threads'
import { type FailureData, toFailureData } from '../../shared/errors.ts'
import { type Core, openCore } from '../core.ts'
import { FreightRoom } from '../freight.ts'
import type { FromCore, ThreadOptions, ToCore } from './messages.ts'

// The whole core in a thread of its own: two words in (call, close), three out (opened, reply, change).
const port = parentPort
if (!port) throw new Error('this module runs in a worker thread')
const { freightFolder, readingWorker, ...options } = workerData as ThreadOptions
const say = (message: FromCore) => port.postMessage(message)

function open(): Core | FailureData {
  try {
    return openCore({
      ...options,
      freight: new FreightRoom(freightFolder),
      readingWorker: new URL(readingWorker),
    })
  } catch (error) {
    return toFailureData(error)
  }
}

const core = open()
if ('code' in core) say({ kind: 'opened', error: core })
else {
  core.onChange(change => say({ kind: 'change', change }))
  say({ kind: 'opened' })
}

port.on('message', async (message: ToCore) => {
  if ('code' in core) return
  if (message.kind === 'close') {
    await core.close()
    say({ kind: 'closed' })
    port.close()
    return
  }
  const { id, name, input } = message
  try {
    say({ kind: 'reply', id, reply: { ok: true, value: await core.call(name, input) } })
  } catch (error) {
    say({ kind: 'reply', id, reply: { ok: false, error: toFailureData(error) } })
  }
})
