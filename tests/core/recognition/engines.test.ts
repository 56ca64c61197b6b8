import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findEngines } from '../../../src/core/recognition/engines.ts'
import { findProgram, run } from '../../../src/core/recognition/programs.ts'
import { fakeEngine } from '../../support/fake-engine.ts'
import { temporaryFolder } from '../../support/temporary.ts'

describe('engines of this machine', () => {
  it('are found on the PATH and asked for their version and languages', async () => {
    const folder = fakeEngine(temporaryFolder(), { pages: [] })
    expect(await findEngines(folder)).toEqual([
      {
        id: 'tesseract',
        version: '5.3.0',
        languages: ['deu', 'eng'],
        reads: ['pdf', 'image'],
        program: join(folder, 'tesseract'),
        drawer: join(folder, 'pdftoppm'),
      },
    ])
  })

  it('read pictures only, where nothing draws the pages of a PDF', async () => {
    const [engine] = await findEngines(fakeEngine(temporaryFolder(), { pages: [], drawer: false }))
    expect(engine?.reads).toEqual(['image'])
  })

  it('are none where none is installed, or where one does not answer', async () => {
    expect(await findEngines(temporaryFolder())).toEqual([])
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'tesseract'), '#!/bin/sh\nexit 3\n')
    chmodSync(join(folder, 'tesseract'), 0o755)
    expect(await findEngines(folder)).toEqual([])
  })

  it('a folder, a file that is no program and a relative folder of the PATH are passed over', () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'ocrmypdf'))
    writeFileSync(join(folder, 'tesseract'), 'no program')
    expect(findProgram('ocrmypdf', folder, 'linux')).toBeNull()
    expect(findProgram('tesseract', folder, 'linux')).toBeNull()
    expect(findProgram('tesseract', `.:${folder}`, 'linux')).toBeNull()
  })

  it('are run without a shell: nothing in a name is a command', async () => {
    const { ok, output } = await run(process.execPath, ['-p', 'process.argv[1]', '$(echo x); `y`'], {
      timeout: 20_000,
    })
    expect([ok, output.trim()]).toEqual([true, '$(echo x); `y`'])
  })

  it('are ended when asked to, and when they take too long', async () => {
    const stop = new AbortController()
    const endless = ['-e', 'setTimeout(() => undefined, 60000)']
    const stopped = run(process.execPath, endless, { signal: stop.signal, timeout: 60_000 })
    stop.abort()
    expect((await stopped).ok).toBe(false)
    expect((await run(process.execPath, endless, { timeout: 100 })).ok).toBe(false)
  })
})
