import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import { makeProject, withProject } from '../hosts/project-file.ts'
import { temporaryFolder } from '../support/temporary.ts'
import { enter, post, testWindow } from './visitor.ts'

const entry = fileURLToPath(new URL('../../src/web/index.ts', import.meta.url))

function start(folder: string, ...args: string[]) {
  const env = {
    ...process.env,
    XDG_CONFIG_HOME: folder,
    APPDATA: folder,
    HOME: folder,
    USERPROFILE: folder,
    TMPDIR: folder,
  }
  const child: ChildProcessWithoutNullStreams = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', entry, ...args],
    { cwd: folder, env },
  )
  onTestFinished(() => void child.kill('SIGKILL'))
  const said = text(child.stdout)
  const complained = text(child.stderr)
  const ended = new Promise<number | null>(resolve => child.on('exit', resolve))
  const address = new Promise<string>(resolve => {
    child.stdout.on('data', (chunk: Buffer) => {
      const found = /http:\S+/.exec(chunk.toString())
      if (found) resolve(found[0])
    })
  })
  return { child, ended, address, said, complained }
}

// each is a process of its own, which a busy machine may take seconds to start
describe('the web host as a program', { timeout: 120_000 }, () => {
  it('prints one line with the address, serves the project, and ends in order when told to', async () => {
    const folder = temporaryFolder()
    const window = testWindow(folder)
    await makeProject(join(folder, 'study.postil'))
    const host = start(folder, 'study.postil', '--assets', window, '--no-open')
    const url = await host.address
    const port = Number(new URL(url).port)
    const cookie = await enter({ url, port, close: async () => undefined })
    const { body } = await post(port, cookie, '/call/codes.create', { name: 'Vertrauen' })
    expect(JSON.parse(body)).toMatchObject({ ok: true })

    host.child.kill('SIGTERM')
    expect(await host.ended).toBe(0)
    expect(await host.said).toMatch(/^Postil is at http:\/\/127\.0\.0\.1:\d+\/\?token=[0-9a-f]{64}\n$/)
    expect(await host.complained).toBe('')
    // nothing is left behind: no lock, no journal, and what was acknowledged is there
    expect(existsSync(join(folder, 'study.postil-journal'))).toBe(false)
    const codes = await withProject(join(folder, 'study.postil'), client => client.codes.list())
    expect(codes).toMatchObject([{ name: 'Vertrauen' }])
  })

  it('fails with one sentence where there is nothing to serve', async () => {
    const folder = temporaryFolder()
    const window = testWindow(folder)
    const missing = start(folder, 'none.postil', '--assets', window)
    expect(await missing.ended).toBe(1)
    expect(await missing.complained).toMatch(/^There is no file at .*none\.postil\..*\n$/)
    expect(await missing.said).toBe('')
    const unbuilt = start(folder, '--assets', folder)
    expect(await unbuilt.ended).toBe(1)
    expect(await unbuilt.complained).toMatch(/^The window of Postil is not built yet\..*\n$/)
  })

  it('tells its usage where it was used wrongly', async () => {
    const folder = temporaryFolder()
    for (const args of [
      ['--port', 'eighty'],
      ['--port', '70000'],
      ['--nonsense'],
      ['a.postil', 'b.postil'],
    ]) {
      const { ended, complained } = start(folder, ...args)
      expect({ args, status: await ended }).toEqual({ args, status: 2 })
      expect(await complained).toMatch(/^web \[FILE\.postil\]/)
    }
  })
})
