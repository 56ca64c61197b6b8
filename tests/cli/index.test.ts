import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import { makeProject, withProject } from '../hosts/project-file.ts'
import { temporaryFolder } from '../support/temporary.ts'

const cli = fileURLToPath(new URL('../../src/cli/index.ts', import.meta.url))
const quiet = '--disable-warning=ExperimentalWarning'
const isBuilt = existsSync(fileURLToPath(new URL('../../out/renderer/index.html', import.meta.url)))

/** The program with a folder of its own, for its files, its settings and its temporary things. */
function surroundings() {
  const cwd = temporaryFolder()
  mkdirSync(join(cwd, 'tmp'))
  const env = {
    ...process.env,
    TMPDIR: join(cwd, 'tmp'),
    XDG_CONFIG_HOME: cwd,
    HOME: cwd,
    APPDATA: cwd,
    USERPROFILE: cwd,
  }
  return { cwd, env }
}

type Surroundings = ReturnType<typeof surroundings>

const run = (where: Surroundings, ...args: string[]) =>
  spawnSync(process.execPath, [quiet, cli, ...args], { ...where, encoding: 'utf8' })

const start = (where: Surroundings, ...args: string[]) => {
  const child = spawn(process.execPath, [quiet, cli, ...args], where)
  onTestFinished(() => void child.kill('SIGKILL'))
  return { child, ended: new Promise<number | null>(resolve => child.on('exit', resolve)) }
}

// each is a process of its own, which a busy machine may take seconds to start
describe('postil as a process', { timeout: 120_000 }, () => {
  it('ends with the status that its parent can read, and leaves nothing behind', () => {
    const where = surroundings()
    expect(run(where, 'new', 'study.postil')).toMatchObject({
      status: 0,
      stdout: 'Made study.postil.\n',
      stderr: '',
    })
    expect(run(where, 'new', 'study.postil')).toMatchObject({ status: 1, stdout: '' })
    expect(run(where, 'nonsense')).toMatchObject({ status: 2, stdout: '' })
    writeFileSync(join(where.cwd, 'a.txt'), 'We share.')
    expect(run(where, 'import', 'study.postil', 'a.txt')).toMatchObject({ status: 0, stderr: '' })
    expect(readdirSync(join(where.cwd, 'tmp')).filter(name => name.startsWith('postil-freight'))).toEqual([])
    expect(readdirSync(where.cwd).filter(name => name.includes('journal'))).toEqual([])
  })

  it('finishes its work when nobody reads on: that is no error', async () => {
    const where = surroundings()
    mkdirSync(join(where.cwd, 'texts'))
    for (let n = 0; n < 30; n++) writeFileSync(join(where.cwd, 'texts', `${n}.txt`), `Text ${n}.`)
    await makeProject(join(where.cwd, 'study.postil'))
    const { child, ended } = start(where, 'import', 'study.postil', 'texts')
    const complained = text(child.stderr)
    child.stdout.once('data', () => child.stdout.destroy())
    expect(await ended).toBe(0)
    expect(await complained).toBe('')
    const documents = await withProject(join(where.cwd, 'study.postil'), client => client.documents.list())
    expect(documents).toHaveLength(30)
  })

  it('says that the project is in use where another process has it', async () => {
    const where = surroundings()
    await makeProject(join(where.cwd, 'study.postil'))
    const { child, ended } = start(where, 'call', 'study.postil', '-', '--lines')
    child.stdin.write('{"call": "project.info"}\n')
    await new Promise(resolve => child.stdout.once('data', resolve))
    const second = run(where, 'call', 'study.postil', 'codes.list')
    expect(second).toMatchObject({ status: 1, stdout: '' })
    expect(second.stderr).toContain('is in use')
    child.stdin.end()
    expect(await ended).toBe(0)
  })

  it.skipIf(!isBuilt)('serves until it is told to stop', async () => {
    const where = surroundings()
    const path = join(where.cwd, 'study.postil')
    await makeProject(path)
    const { child, ended } = start(where, 'serve', 'study.postil', '--coder', 'Ada')
    const said = await new Promise<string>(resolve =>
      child.stdout.once('data', chunk => resolve(String(chunk))),
    )
    expect(said).toMatch(/^Postil is at http:\/\/127\.0\.0\.1:\d+\/\?token=[0-9a-f]{64}\n$/)
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
    await withProject(path, client => client.project.info())
  })

  it.skipIf(!isBuilt)('does not go on where there is nothing to serve', () => {
    const { status, stdout, stderr } = run(surroundings(), 'serve', 'none.postil')
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toMatch(/^There is no file at .*none\.postil\..*\n$/)
  })
})
