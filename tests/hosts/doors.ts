import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import { type Core, openCore } from '../../src/core/core.ts'
import { createRecents } from '../../src/core/session/recents.ts'
import { createSession } from '../../src/core/session/session.ts'
import { spawnCore } from '../../src/core/thread/spawn.ts'
import { type Reply, toFailureData } from '../../src/shared/errors.ts'
import { loadAssets } from '../../src/web/assets.ts'
import { startWebHost } from '../../src/web/server.ts'
import { temporaryFolder } from '../support/temporary.ts'
import { enter, testWindow } from '../web/visitor.ts'
import { makeProject } from './project-file.ts'
import type { Door } from './scenario.ts'

export const CODER = 'Ada'
export const CLI = fileURLToPath(new URL('../../src/cli/index.ts', import.meta.url))

/** A new project of always the same name, in a folder of its own. */
const newProject = () => join(temporaryFolder(), 'study.postil')

export async function inProcess(): Promise<Door> {
  return doorOf(openCore({ path: newProject(), create: true, coder: CODER }))
}

export async function workerThread(): Promise<Door> {
  return doorOf(await spawnCore({ path: newProject(), create: true, coder: CODER }))
}

function doorOf(core: Core): Door {
  onTestFinished(async () => {
    await core.close()
    core.freight.clear()
  })
  return {
    call: async (name, input) => {
      try {
        return { ok: true, value: await core.call(name, input) }
      } catch (error) {
        return { ok: false, error: toFailureData(error) }
      }
    },
    put: async (name, text) => {
      const { handle, path } = core.freight.fresh(name)
      writeFileSync(path, text)
      return handle
    },
  }
}

/** A real server, its core in a thread, and a visitor with the cookie. */
export async function http(): Promise<Door> {
  const folder = temporaryFolder()
  const session = createSession({
    recents: createRecents(join(folder, 'recent.json')),
    sampleFile: '',
    sampleFolder: folder,
  })
  const host = await startWebHost({ session, assets: loadAssets(testWindow(folder)), port: 0 })
  onTestFinished(async () => {
    await host.close()
    await session.end()
  })
  const cookie = await enter(host)
  const send = async (path: string, init: RequestInit): Promise<Reply> => {
    const response = await fetch(`http://127.0.0.1:${host.port}${path}`, {
      ...init,
      headers: { ...init.headers, Cookie: cookie },
    })
    return (await response.json()) as Reply
  }
  const post = (path: string, input: unknown) =>
    send(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(input ?? null),
    })
  valueIn(await post('/host/create', { path: newProject(), coder: CODER }))
  return {
    call: (name, input) => post(`/call/${encodeURIComponent(name)}`, input),
    put: async (name, text) =>
      valueIn(await send(`/files?name=${encodeURIComponent(name)}`, { method: 'PUT', body: text })) as string,
  }
}

function valueIn(reply: Reply): unknown {
  if (reply.ok) return reply.value
  throw new Error(reply.error.message)
}

/** A real process: `postil call STUDY - --lines`. */
export async function commandLine(): Promise<Door> {
  const project = newProject()
  await makeProject(project, CODER)
  const { call } = linesOf(startLines(project))
  const folder = temporaryFolder()
  return {
    call,
    put: async (name, text) => {
      const path = join(folder, name)
      writeFileSync(path, text)
      return path
    },
  }
}

export function startLines(project: string): ChildProcessWithoutNullStreams {
  const child = spawn(process.execPath, [CLI, 'call', project, '-', '--lines', '--coder', CODER])
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

/** One line in, one line out, in order. What the process does not answer any more is rejected. */
export function linesOf(child: ChildProcessWithoutNullStreams): Pick<Door, 'call'> {
  const waiting: PromiseWithResolvers<Reply>[] = []
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  createInterface({ input: child.stdout }).on('line', line => waiting.shift()?.resolve(JSON.parse(line)))
  child.stdin.on('error', error => refuse(error))
  child.on('exit', () => refuse(new Error(`the process has ended: ${said}`)))
  function refuse(error: Error): void {
    for (const { reject } of waiting.splice(0)) reject(error)
  }
  return {
    call: (name, input) => {
      const answer = Promise.withResolvers<Reply>()
      waiting.push(answer)
      child.stdin.write(`${JSON.stringify({ call: name, input })}\n`)
      return answer.promise
    },
  }
}
