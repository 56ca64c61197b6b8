import { statSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { type FailureData, fail, fromFailureData } from '../../shared/errors.ts'
import type { ReadDocument } from '../exchange/documents/reader.ts'
import type { ReadFile } from './read-file.ts'
import type { ReadingTask } from './reading-worker.ts'

/** A worker that shows no sign of life for so long is ended: 5 s, and 1 s more a megabyte. */
const PATIENCE = 5000
const PATIENCE_PER_MEGABYTE = 1000

type Answer = { alive: true; done: number; total: number } | { read: ReadDocument } | { error: FailureData }

/**
 * Reads documents in worker threads, so that a malformed file can neither block the core
 * nor take it down: a worker that hangs or crashes costs one file.
 */
export function createReadingPool(workerFile: URL, size = 2): { readFile: ReadFile; close(): Promise<void> } {
  const idle: Worker[] = []
  const all = new Set<Worker>()
  const waiting: (() => void)[] = []
  let busy = 0

  function hire(): Worker {
    const worker = idle.pop() ?? new Worker(workerFile)
    all.add(worker)
    return worker
  }

  async function turn(): Promise<void> {
    if (busy >= size) await new Promise<void>(resolve => waiting.push(resolve))
    busy++
  }

  function done(worker: Worker, fit: boolean): void {
    busy--
    if (fit) {
      worker.unref()
      idle.push(worker)
    } else {
      all.delete(worker)
      void worker.terminate()
    }
    waiting.shift()?.()
  }

  const readFile: ReadFile = async (path, name, options, progress) => {
    await turn()
    const worker = hire()
    worker.ref()
    let fit = false
    try {
      const read = await ask(worker, { path, name, options }, progress)
      fit = true
      return read
    } catch (error) {
      fit =
        error instanceof Error && 'code' in error && error.code !== 'file-slow' && error.code !== 'internal'
      throw error
    } finally {
      done(worker, fit)
    }
  }

  return { readFile, close: async () => void (await Promise.all([...all].map(worker => worker.terminate()))) }
}

function ask(
  worker: Worker,
  task: ReadingTask,
  progress?: (done: number, total: number) => void,
): Promise<ReadDocument> {
  const patience = PATIENCE + (statSync(task.path).size / 1024 / 1024) * PATIENCE_PER_MEGABYTE
  return new Promise((resolve, reject) => {
    let timer = setTimeout(giveUp, patience)
    function settle(act: () => void): void {
      clearTimeout(timer)
      worker.off('message', hear).off('error', crash).off('exit', exit)
      act()
    }
    function giveUp(): void {
      settle(() => reject(fail('file-slow', { name: task.name, seconds: Math.round(patience / 1000) })))
    }
    function crash(error: Error): void {
      settle(() => reject(fail('internal', { reason: error.message })))
    }
    function exit(): void {
      settle(() => reject(fail('import-cancelled', { name: task.name })))
    }
    function hear(answer: Answer): void {
      if ('alive' in answer) {
        clearTimeout(timer)
        timer = setTimeout(giveUp, patience)
        progress?.(answer.done, answer.total)
      } else if ('read' in answer) settle(() => resolve(answer.read))
      else settle(() => reject(fromFailureData(answer.error)))
    }
    worker.on('message', hear).on('error', crash).on('exit', exit)
    worker.postMessage(task)
  })
}
