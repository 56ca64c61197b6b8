import type { Session } from '../core/session/session.ts'
import { KEPT, type ShownState } from '../shared/desktop.ts'
import type { Reply } from '../shared/errors.ts'
import type { Activity } from './activity.ts'
import type { Dialogs } from './dialogs.ts'
import type { Files } from './files.ts'
import { filePath, keptEntries, optionalText, progress, shownState, text } from './given.ts'
import type { Doors } from './ipc.ts'
import type { JsonFile } from './json-file.ts'

export interface VerbPorts {
  readonly session: Session
  readonly activity: Activity
  readonly dialogs: Dialogs
  readonly files: Files
  readonly kept: JsonFile
  /** resolves when a project that was asked for from outside the page is open, or cannot be */
  opened(): Promise<void>
  show(state: ShownState): void
  progress(done: number | null): void
}

const ok = (value: unknown): Reply => ({ ok: true, value })

/** Everything the page may ask of the main process (src/shared/desktop.ts), and nothing else. */
export function openDoors(doors: Doors, ports: VerbPorts): void {
  const { session, activity, files } = ports
  doors.answer('call', async (given, input) => {
    const name = text(given, 'the name of a procedure')
    return activity.watch(name, () => session.call(name, input))
  })
  doors.answer('files.putPath', async (path, name) => ok(await files.putPath(path, name)))
  doors.answer('files.putBytes', async (name, bytes) => ok(await files.putBytes(name, bytes)))
  doors.answer('files.read', async handle => ok(await files.read(handle)))
  doors.answer('files.take', async (handle, name) => ok(await files.take(handle, name)))
  openProjectDoors(doors, ports)
  openWindowDoors(doors, ports)
}

/** Without a path the dialog of the system asks for one; null if the user thought better of it. */
function openProjectDoors(doors: Doors, { session, dialogs, opened }: VerbPorts): void {
  doors.answer('projects.current', async () => {
    await opened()
    return ok(session.current())
  })
  doors.answer('projects.recents', async () => ok(session.recents()))
  doors.answer('projects.open', async given => {
    const path = given === undefined || given === null ? await dialogs.askOpen() : filePath(given)
    return path === null ? ok(null) : session.open(path)
  })
  doors.answer('projects.create', async (given, coder) => {
    const name = optionalText(coder, 'the name of a coder')
    const path = given === undefined || given === null ? await dialogs.askCreate() : filePath(given)
    return path === null ? ok(null) : session.create(path, name)
  })
  doors.answer('projects.openSample', () => session.openSample())
  doors.answer('projects.close', async () => {
    await session.close()
    return ok(null)
  })
}

function openWindowDoors(doors: Doors, ports: VerbPorts): void {
  doors.hear('window.show', given => {
    const state = shownState(given)
    if (state) ports.show(state)
  })
  doors.hear('window.progress', given => ports.progress(progress(given)))
  doors.hear('window.keep', given => {
    const entries = keptEntries(given)
    if (entries) ports.kept.write(entries)
  })
  doors.answerAtOnce(KEPT, () => keptEntries(ports.kept.read()) ?? {})
}
