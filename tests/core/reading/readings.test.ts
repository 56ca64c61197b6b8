import { describe, expect, it } from 'vitest'
import type { ReadDocument } from '../../../src/core/exchange/documents/reader.ts'
import { Readings } from '../../../src/core/reading/readings.ts'

describe('readings', () => {
  it('tell how far a file is, and give no document of one that was stopped', async () => {
    const gate = Promise.withResolvers<void>()
    const readings = new Readings(async (_path, _name, _options, progress) => {
      progress?.(3, 7)
      await gate.promise
      return {} as ReadDocument
    })
    const reading = readings.read('a', '/a.pdf', 'a.pdf', {})
    expect([readings.progress('a'), readings.progress('b')]).toEqual([{ done: 3, total: 7 }, null])
    expect([readings.stop('b'), readings.stop('a')]).toEqual([false, true])
    gate.resolve()
    await expect(reading).rejects.toMatchObject({ code: 'import-cancelled' })
    expect([readings.progress('a'), readings.stop('a')]).toEqual([null, false])
  })
})
