import { describe, expect, it } from 'vitest'
import { commandLine, http, inProcess, workerThread } from './doors.ts'
import { type Said, scenario } from './scenario.ts'

const codesOf = (said: readonly Said[]) =>
  said.flatMap(({ call, reply }) => {
    const { ok, error } = reply as { ok: boolean; error?: { code: string } }
    return ok ? [] : [`${call}: ${error?.code}`]
  })

describe('one scenario through every door', () => {
  it('does what it says, in process', async () => {
    const said = await scenario(await inProcess())
    expect(codesOf(said)).toEqual([
      'codes.conjure: no-such-procedure',
      '__proto__.toString: no-such-procedure',
      'codes.create: bad-input',
      'codes.create: bad-input',
      'codes.create: code-name-taken',
      'codes.delete: not-found',
      'segments.apply: span-outside',
      'segments.apply: span-splits-character',
      'documents.import: file-gone',
      'exchange.table: bad-input',
    ])
    expect(said.at(-1)?.reply).toMatchObject({ ok: true, value: { sound: true, documents: 1, segments: 2 } })
  })

  const doors = { 'worker thread': workerThread, HTTP: http, 'command line': commandLine }
  it.each(Object.entries(doors))('comes to the same words through: %s', async (_name, open) => {
    const here = await scenario(await inProcess())
    const there = await scenario(await open())
    expect(there).toEqual(here)
  })
})
