import { appendFileSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isAsClosed, rememberSound } from '../../../src/core/db/sound.ts'
import { temporaryFolder } from '../../support/temporary.ts'

const LARGE = 33 * 1024 * 1024

describe('a file closed in order', () => {
  it('is known again until anything writes to it', () => {
    const path = join(temporaryFolder(), 'a.postil')
    writeFileSync(path, '')
    truncateSync(path, LARGE)
    expect(isAsClosed(path)).toBe(false)
    rememberSound(path)
    expect(isAsClosed(path)).toBe(true)
    utimesSync(path, new Date(0), new Date(0))
    expect(isAsClosed(path)).toBe(false)
    rememberSound(path)
    appendFileSync(path, 'x')
    expect(isAsClosed(path)).toBe(false)
  })

  it('is looked through every time where that costs nothing', () => {
    const path = join(temporaryFolder(), 'a.postil')
    writeFileSync(path, 'small')
    rememberSound(path)
    expect(isAsClosed(path)).toBe(false)
  })
})
