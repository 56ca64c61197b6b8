import { findProcedure } from '../shared/client.ts'
import { type FailureCode, isFailureCode, type Reply } from '../shared/errors.ts'

export interface ActivityState {
  /** a change has been under way for so long that it should be seen */
  readonly isLong: boolean
  /** the last change could not be saved */
  readonly isUnsaved: boolean
}

export interface Activity {
  /** lets a call through and knows about it until it is answered */
  watch(name: string, call: () => Promise<Reply>): Promise<Reply>
  /** resolves when no change is under way */
  idle(): Promise<void>
  onState(listener: (state: ActivityState) => void): void
}

/** What the researcher's last change met if it is not in the file. */
const UNSAVED: readonly FailureCode[] = ['disk-full', 'project-moved', 'project-locked', 'project-read-only']

/** Which changes of the project are under way: for the taskbar, the dot in the title bar, and quitting. */
export function createActivity(longAfter = 2000): Activity {
  const listeners = new Set<(state: ActivityState) => void>()
  const waiting = new Set<() => void>()
  let pending = 0
  let long = 0
  let isUnsaved = false
  const tell = () => {
    for (const listener of listeners) listener({ isLong: long > 0, isUnsaved })
  }

  async function watch(name: string, call: () => Promise<Reply>): Promise<Reply> {
    if (findProcedure(name)?.kind !== 'mutation') return call()
    pending++
    let isLong = false
    const timer = setTimeout(() => {
      isLong = true
      long++
      tell()
    }, longAfter)
    try {
      const reply = await call()
      settle(reply)
      return reply
    } finally {
      clearTimeout(timer)
      pending--
      if (isLong) {
        long--
        tell()
      }
      if (pending === 0) release()
    }
  }

  function settle(reply: Reply): void {
    const was = isUnsaved
    if (reply.ok) isUnsaved = false
    else if (isFailureCode(reply.error.code) && UNSAVED.includes(reply.error.code)) isUnsaved = true
    if (was !== isUnsaved) tell()
  }

  function release(): void {
    for (const go of waiting) go()
    waiting.clear()
  }

  return {
    watch,
    idle: () => (pending === 0 ? Promise.resolve() : new Promise(resolve => waiting.add(resolve))),
    onState: listener => void listeners.add(listener),
  }
}
