import { describe, expect, it } from 'vitest'
import { createTurns } from '../../../../src/renderer/reader/areas/turns.ts'

describe('work in turns', () => {
  it('is done one after the other, what was asked for last first, also after a failure', async () => {
    const turns = createTurns()
    const done: string[] = []
    let running = 0
    const work = (name: string) => async () => {
      expect(++running).toBe(1)
      await Promise.resolve()
      running--
      done.push(name)
      if (name === 'second') throw new Error(name)
      return name
    }
    const first = turns.take(work('first'))
    const second = turns.take(work('second'))
    const third = turns.take(work('third'))
    await expect(second).rejects.toThrow('second')
    expect(await Promise.all([first, third])).toEqual(['first', 'third'])
    expect(done).toEqual(['first', 'third', 'second'])
    expect(await turns.take(work('fourth'))).toBe('fourth')
  })
})
