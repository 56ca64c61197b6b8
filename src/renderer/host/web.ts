import type { Change } from '../../shared/client.ts'
import { FileHandle } from '../../shared/contract/common.ts'
import { Failure, fail, fromFailureData, type Reply, toFailureData } from '../../shared/errors.ts'
import type { BrowserFile, Host, OpenProject, RecentProject } from '../../shared/host.ts'

/** The web host's wire is told at the top of src/web/server.ts. */
async function post(path: string, body: unknown): Promise<Reply> {
  return answered(() =>
    fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body ?? null),
    }),
  )
}

/** A host that is gone is a failure like any other: said, with what it means for the data. */
async function answered(ask: () => Promise<Response>): Promise<Reply> {
  try {
    const response = await ask()
    if (response.headers.get('Content-Type')?.startsWith('application/json'))
      return (await response.json()) as Reply
    return { ok: false, error: toFailureData(fail('host-refused', { status: response.status })) }
  } catch (error) {
    return { ok: false, error: toFailureData(fail('host-gone', { reason: String(error) })) }
  }
}

async function value(reply: Promise<Reply>): Promise<unknown> {
  const answer = await reply
  if (answer.ok) return answer.value
  throw fromFailureData(answer.error)
}

/** One event stream a window, shared by all listeners; the browser reconnects it by itself. */
function listenTo(source: EventSource, event: 'change' | 'project') {
  return <T>(listener: (data: T) => void): (() => void) => {
    const hear = (message: MessageEvent<string>) => listener(JSON.parse(message.data) as T)
    source.addEventListener(event, hear)
    return () => source.removeEventListener(event, hear)
  }
}

export function createWebHost(): Host {
  const source = new EventSource('/changes')
  const onChange = listenTo(source, 'change')
  const onProject = listenTo(source, 'project')
  return {
    kind: 'web',
    call: (name, input) => post(`/call/${encodeURIComponent(name)}`, input),
    onChange: listener => onChange<Change>(listener),
    put,
    take,
    read,
    onProject: listener => onProject<OpenProject | null>(listener),
    projects: {
      current: async () => (await value(post('/host/current', null))) as OpenProject | null,
      recents: async () => (await value(post('/host/recents', null))) as RecentProject[],
      open: path => post('/host/open', { path }),
      create: (path, coder) => post('/host/create', { path, coder }),
      openSample: () => post('/host/openSample', null),
      close: async () => void (await value(post('/host/close', null))),
    },
  }
}

async function put(file: BrowserFile): Promise<FileHandle> {
  const url = `/files?name=${encodeURIComponent(file.name)}`
  const reply = answered(async () =>
    fetch(url, { method: 'PUT', body: file instanceof Blob ? file : await file.arrayBuffer() }),
  )
  return FileHandle.parse(await value(reply))
}

async function take(handle: FileHandle, name: string): Promise<'saved'> {
  const link = document.createElement('a')
  link.href = `/files/${handle}?name=${encodeURIComponent(name)}`
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  return 'saved'
}

async function read(handle: FileHandle): Promise<Uint8Array> {
  const refused = (status: number) => fail('host-refused', { status })
  try {
    const response = await fetch(`/files/${handle}`)
    if (!response.ok) throw refused(response.status)
    return new Uint8Array(await response.arrayBuffer())
  } catch (error) {
    throw error instanceof Failure ? error : fail('host-gone', { reason: String(error) })
  }
}
