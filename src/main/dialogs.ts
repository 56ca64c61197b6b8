import { join } from 'node:path'
import type { BrowserWindow, Dialog, FileFilter } from 'electron'

export interface DialogPorts {
  readonly dialog: Pick<Dialog, 'showOpenDialog' | 'showSaveDialog' | 'showMessageBox'>
  /** the window that dialogs belong to, if there is one */
  window(): BrowserWindow | null
  /** where the user keeps documents */
  readonly documents: string
}

export interface Dialogs {
  /** a project to open; null: thought better of it */
  askOpen(): Promise<string | null>
  /** where to make a project */
  askCreate(): Promise<string | null>
  /** where to save an export */
  askSave(name: string): Promise<string | null>
  /** a failure, in its own sentences */
  tell(message: string): Promise<void>
  /** `question` with one deed that may be declined */
  confirm(question: string, detail: string, deed: string): Promise<boolean>
}

const PROJECTS: FileFilter[] = [{ name: 'Postil projects', extensions: ['postil'] }]

/** The dialogs of the system, as sheets of the window where there is one. */
export function createDialogs({ dialog, window, documents }: DialogPorts): Dialogs {
  async function askOpen(): Promise<string | null> {
    const options = { title: 'Open project', filters: PROJECTS, properties: ['openFile' as const] }
    const parent = window()
    const { canceled, filePaths } = await (parent
      ? dialog.showOpenDialog(parent, options)
      : dialog.showOpenDialog(options))
    return canceled ? null : (filePaths[0] ?? null)
  }

  async function save(options: Electron.SaveDialogOptions): Promise<string | null> {
    const parent = window()
    const { canceled, filePath } = await (parent
      ? dialog.showSaveDialog(parent, options)
      : dialog.showSaveDialog(options))
    return canceled || filePath === '' ? null : filePath
  }

  async function askCreate(): Promise<string | null> {
    const path = await save({
      title: 'New project',
      buttonLabel: 'Make the project',
      defaultPath: join(documents, 'My study.postil'),
      filters: PROJECTS,
      properties: ['createDirectory'],
    })
    return path === null || /\.postil$/i.test(path) ? path : `${path}.postil`
  }

  function askSave(name: string): Promise<string | null> {
    return save({
      defaultPath: join(documents, name),
      properties: ['createDirectory', 'showOverwriteConfirmation'],
    })
  }

  async function show(options: Electron.MessageBoxOptions): Promise<number> {
    const parent = window()
    const { response } = await (parent
      ? dialog.showMessageBox(parent, options)
      : dialog.showMessageBox(options))
    return response
  }

  return {
    askOpen,
    askCreate,
    askSave,
    tell: async sentences => {
      const [message = '', ...more] = sentences.split(/(?<=\.) /)
      await show({ type: 'error', message, detail: more.join(' '), buttons: ['OK'] })
    },
    confirm: async (message, detail, deed) => {
      const buttons = [deed, 'Cancel']
      const answer = await show({ type: 'question', message, detail, buttons, defaultId: 0, cancelId: 1 })
      return answer === 0
    },
  }
}
