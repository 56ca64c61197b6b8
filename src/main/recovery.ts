import type { BrowserWindow } from 'electron'
import type { Dialogs } from './dialogs.ts'

const SAVED = 'Everything you did is saved in the project.'

/** A page that died or hangs is no loss of work, and says so. */
export function watchOver(
  window: BrowserWindow,
  dialogs: Pick<Dialogs, 'confirm'>,
  giveUp: () => void,
): void {
  const contents = window.webContents
  let isAsking = false
  /** the page's process is being ended because the user wants the page anew */
  let isEnding = false

  async function ask(happened: string, deed: string, answered: (agreed: boolean) => void): Promise<void> {
    if (isAsking) return
    isAsking = true
    const agreed = await dialogs.confirm(happened, SAVED, deed)
    isAsking = false
    if (!window.isDestroyed()) answered(agreed)
  }

  contents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return
    if (isEnding) {
      isEnding = false
      contents.reload()
      return
    }
    void ask('The window of Postil stopped working.', 'Show it again', agreed => {
      if (agreed) contents.reload()
      else giveUp()
    })
  })
  window.on('unresponsive', () => {
    void ask('The window of Postil does not answer.', 'Begin it anew', agreed => {
      if (!agreed) return
      // it may have died while the question stood
      if (contents.isCrashed()) {
        contents.reload()
        return
      }
      isEnding = true
      contents.forcefullyCrashRenderer()
    })
  })
}
