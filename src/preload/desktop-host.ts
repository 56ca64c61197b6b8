import { ipcRenderer, webUtils } from 'electron'
import type { Change } from '../shared/client.ts'
import type { FileHandle } from '../shared/contract/common.ts'
import { type DesktopHost, NEWS, type Questions, type Tidings } from '../shared/desktop.ts'
import type { Reply } from '../shared/errors.ts'
import type { BrowserFile, OpenProject, RecentProject } from '../shared/host.ts'

const ask = <Q extends keyof Questions>(channel: Q, ...args: Questions[Q]): Promise<Reply> =>
  ipcRenderer.invoke(channel, ...args)

const tell = <T extends keyof Tidings>(channel: T, ...args: Tidings[T]): void =>
  ipcRenderer.send(channel, ...args)

export function createDesktopHost(): DesktopHost {
  const commands = listenToCommands()
  return {
    kind: 'electron',
    call: (name, input) => ask('call', name, input),
    onChange: listenTo<Change>(NEWS.change),
    put,
    take: async (handle, name) => (await value(ask('files.take', handle, name))) as 'saved' | 'cancelled',
    read: async handle => (await value(ask('files.read', handle))) as Uint8Array,
    projects: {
      current: async () => (await value(ask('projects.current'))) as OpenProject | null,
      recents: async () => (await value(ask('projects.recents'))) as RecentProject[],
      open: path => ask('projects.open', path),
      create: (path, coder) => ask('projects.create', path, coder),
      openSample: () => ask('projects.openSample'),
      close: async () => void (await value(ask('projects.close'))),
    },
    onProject: listenTo<OpenProject | null>(NEWS.project),
    desktop: {
      onCommand: commands,
      show: state => tell('window.show', state),
      progress: done => tell('window.progress', done),
    },
  }
}

/** Of a failure only the sentence crosses the bridge to the page; classes and codes are lost there. */
async function value(reply: Promise<Reply>): Promise<unknown> {
  const answer = await reply
  if (answer.ok) return answer.value
  throw new Error(answer.error.message)
}

/** How the page listens to one kind of news. Electron's event, which holds more than the page may have, stays here. */
function listenTo<T>(channel: string): (listener: (news: T) => void) => () => void {
  const listeners = new Set<{ hear(news: T): void }>()
  ipcRenderer.on(channel, (_event, news: T) => {
    for (const { hear } of listeners) hear(news)
  })
  return listener => {
    const mine = { hear: listener }
    listeners.add(mine)
    return () => void listeners.delete(mine)
  }
}

/** A command chosen before the page listens (the window was made for it) waits for the page. */
function listenToCommands(): (listener: (id: string) => void) => () => void {
  let waiting: string[] | null = []
  const listen = listenTo<string>(NEWS.command)
  const stopWaiting = listen(id => waiting?.push(id))
  return listener => {
    const stop = listen(listener)
    const early = waiting ?? []
    waiting = null
    stopWaiting()
    for (const id of early) listener(id)
    return stop
  }
}

/** A file of the disk goes by its path, which the page never sees; one made in the page goes by its bytes. */
async function put(file: BrowserFile): Promise<FileHandle> {
  const path = file instanceof Blob ? webUtils.getPathForFile(file as unknown as File) : ''
  const handle = await value(
    path === ''
      ? ask('files.putBytes', file.name, await file.arrayBuffer())
      : ask('files.putPath', path, file.name),
  )
  return handle as FileHandle
}
