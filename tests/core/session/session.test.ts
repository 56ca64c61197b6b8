import { rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type Core, openCore } from '../../../src/core/core.ts'
import { createRecents } from '../../../src/core/session/recents.ts'
import { configFolder, createSession, type Session } from '../../../src/core/session/session.ts'
import type { Change } from '../../../src/shared/client.ts'
import type { OpenProject } from '../../../src/shared/host.ts'
import { makeProject, withProject } from '../../hosts/project-file.ts'
import { temporaryFolder } from '../../support/temporary.ts'

interface TestSession {
  readonly session: Session
  readonly folder: string
  /** cores that are open now, by the name of their file */
  readonly open: Set<string>
  /** the most that were open at the same time */
  most(): number
}

function testSession(): TestSession {
  const folder = temporaryFolder()
  const open = new Set<string>()
  let most = 0
  const session = createSession({
    recents: createRecents(join(folder, 'recent.json')),
    sampleFile: join(folder, 'sample.postil'),
    sampleFolder: join(folder, 'mine'),
    open: async options => {
      const core: Core = openCore(options)
      const name = options.path.slice(folder.length + 1)
      open.add(name)
      most = Math.max(most, open.size)
      return {
        ...core,
        close: async () => {
          await core.close()
          open.delete(name)
        },
      }
    },
  })
  onTestFinished(() => session.end())
  return { session, folder, open, most: () => most }
}

describe('the session', () => {
  it('holds one project, and swaps it', async () => {
    const { session, folder, open } = testSession()
    const heard: (OpenProject | null)[] = []
    session.onProject(project => heard.push(project))
    expect(session.current()).toBeNull()
    const a = { path: join(folder, 'a.postil'), name: 'a' }
    const b = { path: join(folder, 'b.postil'), name: 'b' }
    expect(await session.create(a.path, 'Ada')).toEqual({ ok: true, value: a })
    expect(await session.create(b.path)).toEqual({ ok: true, value: b })
    expect([...open]).toEqual(['b.postil'])
    expect(await session.open(a.path)).toEqual({ ok: true, value: a })
    expect([...open]).toEqual(['a.postil'])
    await session.close()
    expect([...open]).toEqual([])
    expect(heard).toEqual([a, b, a, null])
  })

  it('keeps what is open when another project cannot be opened or made', async () => {
    const { session, folder, open } = testSession()
    const path = join(folder, 'a.postil')
    await session.create(path)
    writeFileSync(join(folder, 'notes.txt'), 'not a project')
    const failures = [
      await session.open(join(folder, 'none.postil')),
      await session.open(join(folder, 'notes.txt')),
      await session.create(path),
      await session.create(join(folder, 'nowhere', 'x.postil')),
    ]
    expect(failures.map(reply => !reply.ok && reply.error.code)).toEqual([
      'project-missing',
      'project-not-postil',
      'project-exists',
      'project-folder-read-only',
    ])
    expect(session.current()?.path).toBe(path)
    expect(await session.call('codes.list', {})).toEqual({ ok: true, value: [] })
    expect([...open]).toEqual(['a.postil'])
  })

  it('opens what is open already by doing nothing', async () => {
    const { session, folder } = testSession()
    const path = join(folder, 'a.postil')
    await session.create(path)
    const heard: unknown[] = []
    session.onProject(project => heard.push(project))
    expect(await session.open(path)).toMatchObject({ ok: true, value: { path } })
    expect(heard).toEqual([])
  })

  it('never has more than the next one open beside the last, however many ask at once', async () => {
    const { session, folder, open, most } = testSession()
    const names = ['a', 'b', 'c', 'd']
    const replies = await Promise.all(names.map(name => session.create(join(folder, `${name}.postil`))))
    expect(replies.every(({ ok }) => ok)).toBe(true)
    expect(session.current()?.name).toBe('d')
    expect([...open]).toEqual(['d.postil'])
    expect(most()).toBe(2)
  })

  it('passes on the changes of the open project, to whoever still listens', async () => {
    const { session, folder } = testSession()
    const heard: Change[] = []
    const stop = session.onChange(change => heard.push(change))
    await session.create(join(folder, 'a.postil'))
    await session.call('codes.create', { name: 'one' })
    await session.create(join(folder, 'b.postil'))
    await session.call('codes.create', { name: 'two' })
    stop()
    await session.call('codes.create', { name: 'three' })
    expect(heard.map(({ label }) => label)).toEqual(['New code', 'New code'])
  })

  it('without a project answers so, and after the end too', async () => {
    const { session, folder } = testSession()
    const nothing = { ok: false, error: { code: 'no-project' } }
    expect(await session.call('codes.list', {})).toMatchObject(nothing)
    await session.create(join(folder, 'a.postil'))
    await session.end()
    expect(session.current()).toBeNull()
    expect(await session.call('codes.list', {})).toMatchObject(nothing)
  })

  it('gives the name of the coder on', async () => {
    const { session, folder } = testSession()
    const coder = async () => {
      const reply = await session.call('project.info', {})
      return reply.ok && (reply.value as { coder: { name: string } }).coder.name
    }
    await session.create(join(folder, 'a.postil'), 'Ada')
    expect(await coder()).toBe('Ada')
    await session.close()
    await session.open(join(folder, 'a.postil'), 'Eve')
    expect(await coder()).toBe('Eve')
  })

  it('remembers what was opened, newest first, and says what is gone', async () => {
    const { session, folder } = testSession()
    for (const name of ['a', 'b', 'a']) {
      const path = join(folder, `${name}.postil`)
      await session[name === 'a' && session.recents().length > 0 ? 'open' : 'create'](path)
    }
    rmSync(join(folder, 'b.postil'))
    expect(session.recents().map(({ name, missing }) => [name, missing])).toEqual([
      ['a', false],
      ['b', true],
    ])
  })

  it('opens a copy of the sample, and the same copy the next time', async () => {
    const { session, folder } = testSession()
    expect(await session.openSample()).toMatchObject({ ok: false, error: { code: 'project-missing' } })
    await makeProject(join(folder, 'sample.postil'))
    expect(await session.openSample()).toMatchObject({ ok: true })
    await session.call('codes.create', { name: 'mine' })
    await session.close()
    await session.openSample()
    expect(await session.call('codes.list', {})).toMatchObject({ ok: true, value: [{ name: 'mine' }] })
    // the sample as shipped has not been touched
    const shipped = await withProject(join(folder, 'sample.postil'), client => client.codes.list())
    expect(shipped).toEqual([])
  })

  it('takes a path from the home folder as a shell does', async () => {
    const { session } = testSession()
    const reply = await session.open('~/no such project.postil')
    expect(reply).toMatchObject({
      ok: false,
      error: { details: { path: join(homedir(), 'no such project.postil') } },
    })
  })
})

describe('the folder for what the program remembers', () => {
  it('is the one that each system has for that', () => {
    expect(configFolder({ XDG_CONFIG_HOME: '/x' }, 'linux')).toBe(join('/x', 'postil'))
    expect(configFolder({}, 'linux')).toBe(join(homedir(), '.config', 'postil'))
    expect(configFolder({ APPDATA: '/roaming' }, 'win32')).toBe(join('/roaming', 'Postil'))
    expect(configFolder({}, 'darwin')).toBe(join(homedir(), 'Library', 'Application Support', 'Postil'))
  })
})
