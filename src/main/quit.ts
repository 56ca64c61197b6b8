import type { App } from 'electron'

export interface QuitPorts {
  readonly app: Pick<App, 'on' | 'quit' | 'exit'>
  /** resolves when no change is under way */
  idle(): Promise<void>
  /** closes the project */
  end(): Promise<void>
  /** how long a change under way may take; what it has not saved by then was never acknowledged */
  readonly deadline?: number
}

/**
 * Quitting waits until the change under way is in the file and the file is closed, so that
 * nothing is cut short. It does not wait for ever: the project file is safe at any moment.
 */
export function waitBeforeQuit({ app, idle, end, deadline = 10_000 }: QuitPorts): void {
  let state: 'open' | 'closing' | 'closed' = 'open'
  app.on('before-quit', event => {
    if (state === 'closed') return
    event.preventDefault()
    if (state === 'closing') return
    state = 'closing'
    const close = idle().then(end)
    within(close, deadline).then(
      isClosed => {
        state = 'closed'
        if (isClosed) app.quit()
        else app.exit(0)
      },
      (error: unknown) => {
        console.error(`The project could not be closed as it should: ${String(error)}`)
        app.exit(1)
      },
    )
  })
}

async function within(work: Promise<void>, milliseconds: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<false>(resolve => {
    timer = setTimeout(() => resolve(false), milliseconds)
  })
  try {
    return await Promise.race([work.then(() => true), late])
  } finally {
    clearTimeout(timer)
  }
}
