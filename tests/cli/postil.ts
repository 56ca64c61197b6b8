import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { expect, vi } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { temporaryFolder } from '../support/temporary.ts'

export interface Ran {
  readonly status: number
  readonly stdout: string
  readonly stderr: string
  readonly bytes: Buffer
}

type Written = string | Uint8Array
type Done = (error?: Error | null) => void

/** `postil ARGS` in this process, standing in `cwd`: what it would print, and its exit status. */
export async function postil(args: readonly string[], cwd: string, input = ''): Promise<Ran> {
  const out: Buffer[] = []
  const err: Buffer[] = []
  const collect = (heap: Buffer[]) => (data: Written, done?: unknown) => {
    heap.push(Buffer.from(data as string))
    if (typeof done === 'function') (done as Done)()
    return true
  }
  const before = process.cwd()
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation(collect(out)),
    vi.spyOn(process.stderr, 'write').mockImplementation(collect(err)),
    vi.spyOn(process, 'stdin', 'get').mockReturnValue(Readable.from([input]) as typeof process.stdin),
  ]
  process.chdir(cwd)
  try {
    const status = await main(args)
    const bytes = Buffer.concat(out)
    return { status, bytes, stdout: bytes.toString(), stderr: Buffer.concat(err).toString() }
  } finally {
    process.chdir(before)
    for (const spy of spies) spy.mockRestore()
  }
}

/** A folder with a project and three texts. */
export async function study(): Promise<string> {
  const cwd = temporaryFolder()
  expect(await postil(['new', 'study.postil', '--coder', 'Ada'], cwd)).toMatchObject({
    status: 0,
    stderr: '',
  })
  mkdirSync(join(cwd, 'texts', 'deep'), { recursive: true })
  writeFileSync(join(cwd, 'texts', 'b10.txt'), 'We share responsibility.')
  writeFileSync(join(cwd, 'texts', 'b9.txt'), 'All of us gain.')
  writeFileSync(join(cwd, 'texts', 'deep', 'c.md'), '# Title\n\nText.')
  writeFileSync(join(cwd, 'texts', '.hidden.txt'), 'no')
  return cwd
}

/** The value that a procedure answers with. */
export async function ask<T>(cwd: string, name: string, input: unknown = {}): Promise<T> {
  const { stdout, stderr } = await postil(['call', 'study.postil', name, JSON.stringify(input)], cwd)
  expect(stderr).toBe('')
  return JSON.parse(stdout) as T
}
