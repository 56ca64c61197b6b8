import { statSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { type FailureData, fail, fromFailureData } from '../../shared/errors.ts'
import type { ReadDocument } from '../exchange/documents/reader.ts'
import type { ReadFile } from './read-file.ts'
import type { ReadingTask } from './reading-worker.ts'

/** A worker that shows no sign of life for so long is ended: 5 s, and 1 s more a megabyte. */
const PATIENCE = 5000
const PATIENCE_PER_MEGABYTE = 1000
/** PDFs are opened at once, whatever their size, and then tell of every page. */
const PDF_PATIENCE_PER_MEGABYTE = 20
/** One that lives but gets nowhere is ended too: so much a step it has told of. */
const PATIENCE_PER_STEP = 1000
/** What was read page by page is put together in one go. */
const TO_PUT_TOGETHER = 20

/** Milliseconds to the first sign of life, and from one to the next. */
export function patienceFor(name: string, size: number): number {
  const perMegabyte = /\.pdf$/i.test(name) ? PDF_PATIENCE_PER_MEGABYTE : PATIENCE_PER_MEGABYTE
  return PATIENCE + (size / 1024 / 1024) * perMegabyte
}

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

  /** False where it was told to stop while it waited. */
  function turn(stop: AbortSignal | undefined): Promise<boolean> {
    return new Promise(resolve => {
      const begin = (): void => {
        busy++
        resolve(true)
      }
      if (busy < size) return begin()
      waiting.push(begin)
      stop?.addEventListener('abort', () => {
        const at = waiting.indexOf(begin)
        if (at >= 0) waiting.splice(at, 1)
        resolve(false)
      })
    })
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

  const readFile: ReadFile = async (path, name, options, progress, stop) => {
    if (!(await turn(stop))) throw fail('import-cancelled', { name })
    const worker = hire()
    worker.ref()
    try {
      return await ask(worker, { path, name, options }, progress, stop)
    } finally {
      done(worker, !spoiled.has(worker))
    }
  }

  return { readFile, close: async () => void (await Promise.all([...all].map(worker => worker.terminate()))) }
}

/** Workers that were in the midst of a file when they were given up: they are ended, not asked again. */
const spoiled = new WeakSet<Worker>()

function ask(
  worker: Worker,
  task: ReadingTask,
  progress?: (done: number, total: number) => void,
  stop?: AbortSignal,
): Promise<ReadDocument> {
  const patience = patienceFor(task.name, statSync(task.path).size)
  const begun = performance.now()
  return new Promise((resolve, reject) => {
    let timer = setTimeout(giveUp, patience)
    function settle(act: () => void): void {
      clearTimeout(timer)
      stop?.removeEventListener('abort', exit)
      worker.off('message', hear).off('error', crash).off('exit', exit)
      act()
    }
    function spoil(failure: Error): void {
      spoiled.add(worker)
      settle(() => reject(failure))
    }
    function giveUp(): void {
      const seconds = Math.round((performance.now() - begun) / 1000)
      spoil(fail('file-slow', { name: task.name, seconds }))
    }
    function crash(error: Error): void {
      const isOurs = 'code' in error && String(error.code).includes('MODULE')
      const reason = error.message
      // what a parser is taken down by is the file, unless it never began
      spoil(isOurs ? fail('internal', { reason }) : fail('file-damaged', { name: task.name, reason }))
    }
    function exit(): void {
      spoil(fail('import-cancelled', { name: task.name }))
    }
    function hear(answer: Answer): void {
      if ('alive' in answer) {
        clearTimeout(timer)
        const left = patience + answer.done * PATIENCE_PER_STEP - (performance.now() - begun)
        timer = setTimeout(giveUp, Math.max(0, Math.min(patience + answer.done * TO_PUT_TOGETHER, left)))
        progress?.(answer.done, answer.total)
      } else if ('read' in answer) settle(() => resolve(answer.read))
      else settle(() => reject(fromFailureData(answer.error)))
    }
    worker.on('message', hear).on('error', crash).on('exit', exit)
    stop?.addEventListener('abort', exit)
    if (stop?.aborted) return exit()
    worker.postMessage(task)
  })
}
