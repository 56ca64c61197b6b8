import { fail } from '../../shared/errors.ts'
import type { Progress, ReadDocument, ReadOptions } from '../exchange/documents/reader.ts'
import type { ReadFile } from './read-file.ts'

interface Reading {
  done: number
  total: number
  readonly stop: AbortController
}

/** The files that are being read now, by their handle: how far each is, and how to stop it. */
export class Readings {
  private readonly running = new Map<string, Set<Reading>>()
  private readonly readFile: ReadFile
  constructor(readFile: ReadFile) {
    this.readFile = readFile
  }

  /** Reads a file that can be stopped meanwhile; whoever stops it gets no document, however far it was. */
  async read(handle: string, path: string, name: string, options: ReadOptions): Promise<ReadDocument> {
    const reading: Reading = { done: 0, total: 0, stop: new AbortController() }
    const { signal } = reading.stop
    const progress: Progress = (done, total) => Object.assign(reading, { done, total })
    const same = this.running.get(handle) ?? new Set<Reading>()
    this.running.set(handle, same.add(reading))
    try {
      const read = await this.readFile(path, name, options, progress, signal)
      if (signal.aborted) throw fail('import-cancelled', { name })
      return read
    } finally {
      same.delete(reading)
      if (same.size === 0) this.running.delete(handle)
    }
  }

  /** Pages read, and pages there are; null where the file is not being read. */
  progress(handle: string): { done: number; total: number } | null {
    const [reading] = this.running.get(handle) ?? []
    return reading ? { done: reading.done, total: reading.total } : null
  }

  /** Was there anything to stop? */
  stop(handle: string): boolean {
    const readings = [...(this.running.get(handle) ?? [])]
    for (const { stop } of readings) stop.abort()
    return readings.length > 0
  }
}
