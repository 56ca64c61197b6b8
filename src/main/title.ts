import type { BrowserWindow } from 'electron'
import type { Session } from '../core/session/session.ts'
import type { Activity, ActivityState } from './activity.ts'

type Titled = Pick<
  BrowserWindow,
  'setTitle' | 'setRepresentedFilename' | 'setDocumentEdited' | 'setProgressBar'
>

export interface TitlePorts {
  readonly session: Pick<Session, 'call' | 'current' | 'onChange' | 'onProject'>
  readonly activity: Pick<Activity, 'onState'>
  readonly platform: NodeJS.Platform
  window(): Titled | null
}

export interface Title {
  /** for a window just made */
  refresh(): void
  /** how much of a long work is done, as the page tells it; null: nothing to show */
  progress(done: number | null): void
}

/**
 * What the frame says: which project is open (on a Mac with the file itself), how far a long
 * work is, and, since everything is saved as it is done, by the dot of a Mac's title bar that
 * a change is long under way or that the last one could not be saved.
 */
export function createTitle({ session, activity, platform, window }: TitlePorts): Title {
  let name: string | null = null
  let state: ActivityState = { isLong: false, isUnsaved: false }
  let done: number | null = null

  function refresh(): void {
    const frame = window()
    if (!frame) return
    frame.setTitle(name === null ? 'Postil' : `${name} – Postil`)
    if (platform === 'darwin') {
      frame.setRepresentedFilename(session.current()?.path ?? '')
      frame.setDocumentEdited(state.isLong || state.isUnsaved)
    }
    if (done !== null) frame.setProgressBar(done)
    else if (state.isLong) frame.setProgressBar(2, { mode: 'indeterminate' })
    else frame.setProgressBar(-1)
  }

  /** A project can be renamed while it is open. */
  async function askName(): Promise<void> {
    const reply = await session.call('project.info', {})
    if (!reply.ok || session.current() === null) return
    name = (reply.value as { name: string }).name
    refresh()
  }

  session.onProject(project => {
    name = project?.name ?? null
    refresh()
  })
  session.onChange(({ tables }) => {
    if (tables.includes('setting')) void askName()
  })
  activity.onState(now => {
    state = now
    refresh()
  })
  return {
    refresh,
    progress: now => {
      done = now
      refresh()
    },
  }
}
