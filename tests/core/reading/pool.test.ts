import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createReadingPool, patienceFor } from '../../../src/core/reading/pool.ts'
import { temporaryFolder } from '../../support/temporary.ts'

/** A worker that answers as told by the names of the files: it reads, waits for ever, or tells of parts without end. */
function poolOf(size = 1) {
  const folder = temporaryFolder()
  const worker = join(folder, 'worker.mjs')
  writeFileSync(
    worker,
    `import { parentPort } from 'node:worker_threads'
    parentPort.on('message', ({ name }) => {
      if (name.startsWith('good')) parentPort.postMessage({ read: { text: name } })
      if (name.startsWith('crash')) throw new Error('taken down')
      if (name.startsWith('long')) parentPort.postMessage({ alive: true, done: 1, total: 9 })
    })`,
  )
  const pool = createReadingPool(new URL(`file://${worker}`), size)
  onTestFinished(() => pool.close())
  const file = (name: string) => {
    const path = join(folder, name)
    writeFileSync(path, 'x')
    return path
  }
  return {
    read: (name: string, stop?: AbortSignal, progress?: (done: number, total: number) => void) =>
      pool.readFile(file(name), name, {}, progress, stop).then(
        read => read.text,
        error => error.code,
      ),
  }
}

describe('the reading pool', () => {
  it('goes on with the next file when one takes its worker down', async () => {
    const { read } = poolOf()
    expect(await Promise.all([read('crash'), read('good one'), read('good two')])).toEqual([
      'file-damaged',
      'good one',
      'good two',
    ])
  })

  it('stops a file in the midst of it, and one that waits its turn; the others go on', async () => {
    const { read } = poolOf()
    const [first, second] = [new AbortController(), new AbortController()]
    const begun = Promise.withResolvers<void>()
    const answers = [
      read('long', first.signal, () => begun.resolve()),
      read('good but waiting', second.signal),
      read('good'),
    ]
    await begun.promise
    second.abort()
    expect(await answers[1]).toBe('import-cancelled')
    first.abort()
    expect(await Promise.all(answers)).toEqual(['import-cancelled', 'import-cancelled', 'good'])
    expect(await read('good again', AbortSignal.abort())).toBe('import-cancelled')
    expect(await read('good at last')).toBe('good at last')
  })

  it('waits five seconds for a PDF to open, whatever its size, and longer for what is read in one go', () => {
    const [small, large] = [1024, 50 * 1024 * 1024]
    expect(patienceFor('a.pdf', small)).toBeLessThan(5100)
    expect(patienceFor('a.PDF', large)).toBe(6000)
    expect(patienceFor('a.docx', large)).toBe(55_000)
  })
})
