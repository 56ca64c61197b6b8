import { Worker } from 'node:worker_threads'
import type { Change } from '../../shared/client.ts'
import { fail, fromFailureData, type Reply } from '../../shared/errors.ts'
import type { Core, CoreOptions } from '../core.ts'
import { FreightRoom } from '../freight.ts'
import type { FromCore, ThreadOptions, ToCore } from './messages.ts'
import { workerModule } from './modules.ts'

/**
 * Opens a project in a worker thread, so that neither Electron's main thread nor the web
 * host's event loop ever waits for the disk. The same `Core`, by messages.
 */
export async function spawnCore(options: Omit<CoreOptions, 'readingWorker'>): Promise<Core> {
  const freight = options.freight ?? new FreightRoom()
  const data: ThreadOptions = {
    path: options.path,
    freightFolder: freight.folder,
    readingWorker: workerModule('reading-worker').href,
    ...(options.create === undefined ? {} : { create: options.create }),
    ...(options.coder === undefined ? {} : { coder: options.coder }),
  }
  const worker = new Worker(workerModule('core-worker'), { workerData: data })
  const wire = connect(worker)
  try {
    await wire.opened
  } catch (error) {
    // a project that could not be opened leaves no thread behind
    await worker.terminate()
    throw error
  }
  return { ...wire.core, freight }
}

function connect(worker: Worker): { opened: Promise<void>; core: Omit<Core, 'freight'> } {
  const waiting = new Map<number, (reply: Reply) => void>()
  const listeners = new Set<(change: Change) => void>()
  const opened = Promise.withResolvers<void>()
  const closed = Promise.withResolvers<void>()
  let next = 1
  let ended = false
  const send = (message: ToCore) => worker.postMessage(message)

  worker.on('message', (message: FromCore) => {
    if (message.kind === 'reply') {
      waiting.get(message.id)?.(message.reply)
      waiting.delete(message.id)
    } else if (message.kind === 'change') for (const listener of listeners) listener(message.change)
    else if (message.kind === 'closed') closed.resolve()
    else if (message.error) opened.reject(fromFailureData(message.error))
    else opened.resolve()
  })
  function end(reason: string): void {
    ended = true
    const error = { ok: false, error: { code: 'internal', message: '', details: { reason } } } as const
    for (const resolve of waiting.values()) resolve(error)
    waiting.clear()
    opened.reject(fail('internal', { reason }))
    closed.resolve()
  }
  worker.on('error', error => end(error.message))
  worker.on('exit', () => end('the project was closed'))

  async function call(name: string, input: unknown): Promise<unknown> {
    if (ended) throw fail('internal', { reason: 'the project was closed' })
    const id = next++
    const reply = await new Promise<Reply>(resolve => {
      waiting.set(id, resolve)
      send({ kind: 'call', id, name, input })
    })
    if (reply.ok) return reply.value
    throw fromFailureData(reply.error)
  }
  async function close(): Promise<void> {
    if (!ended) send({ kind: 'close' })
    await closed.promise
    await worker.terminate()
  }
  const onChange: Core['onChange'] = listener => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  return { opened: opened.promise, core: { call, close, onChange } }
}
