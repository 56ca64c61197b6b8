import { parentPort, workerData } from 'node:worker_threads'
import { type FailureData, toFailureData } from '../../shared/errors.ts'
import { type Core, openCore } from '../core.ts'
import { FreightRoom } from '../freight.ts'
import type { FromCore, ThreadOptions, ToCore } from './messages.ts'

// The whole core in a thread of its own: two words in (call, close), three out (opened, reply, change).
const port = parentPort
if (!port) throw new Error('this module runs in a worker thread')
const { freightFolder, readingWorker, ...options } = workerData as ThreadOptions
/** ms: by then the first questions of a window that was waiting have been answered */
const WARM_UP_AFTER = 300
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
  // The columns that all counting stands on are read while the window is still being drawn, after
  // the first question of whoever opened. If that fails, whoever asks next is told.
  setTimeout(() => void core.call('codes.list', {}).catch(() => undefined), WARM_UP_AFTER).unref()
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
