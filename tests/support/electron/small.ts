import type { Dialog, Display, NativeTheme, Rectangle, Screen, Shell } from 'electron'
import { strict } from './strict.ts'

export interface Asked {
  readonly kind: 'open' | 'save' | 'message'
  readonly hasParent: boolean
  readonly options: Record<string, unknown>
}

/** Dialogs answer what the test laid out beforehand; one that nobody expected throws. */
export function createDialog() {
  const answers: unknown[] = []
  const asked: Asked[] = []
  async function show<T>(kind: Asked['kind'], given: unknown[]): Promise<T> {
    const options = given.at(-1) as Record<string, unknown>
    asked.push({ kind, hasParent: given.length > 1, options })
    if (answers.length === 0)
      throw new Error(`no answer was laid out for the ${kind} dialog ${JSON.stringify(options)}`)
    return answers.shift() as T
  }
  const dialog = strict('dialog', {
    showOpenDialog: (...given: unknown[]) => show<Electron.OpenDialogReturnValue>('open', given),
    showSaveDialog: (...given: unknown[]) => show<Electron.SaveDialogReturnValue>('save', given),
    showMessageBox: (...given: unknown[]) => show<Electron.MessageBoxReturnValue>('message', given),
  } satisfies Pick<Dialog, 'showOpenDialog' | 'showSaveDialog' | 'showMessageBox'>)
  return {
    dialog: dialog as unknown as Dialog,
    asked,
    /** a path chosen, or null: cancelled */
    willChoose: (path: string | null) =>
      void answers.push({
        canceled: path === null,
        filePaths: path === null ? [] : [path],
        filePath: path ?? '',
      }),
    /** the number of the button pressed */
    willPress: (response: number) => void answers.push({ response, checkboxChecked: false }),
  }
}

export function createShellModel() {
  const opened: string[] = []
  const shell = strict('shell', {
    openExternal: async (url: string) => void opened.push(url),
  } satisfies Pick<Shell, 'openExternal'>)
  return { shell: shell as unknown as Shell, opened }
}

export function createScreen(workAreas: readonly Rectangle[], isReady: () => boolean) {
  const displays = () => {
    if (!isReady()) throw new Error("The 'screen' module can't be used before the app 'ready' event")
    return workAreas.map(workArea => ({ workArea, bounds: workArea }) as Display)
  }
  return strict('screen', {
    getAllDisplays: displays,
    getPrimaryDisplay: () => displays()[0]!,
  } satisfies Pick<Screen, 'getAllDisplays' | 'getPrimaryDisplay'>) as unknown as Screen
}

export function createNativeTheme() {
  let source: NativeTheme['themeSource'] = 'system'
  const state = { systemIsDark: false }
  const nativeTheme = strict('nativeTheme', {
    get themeSource() {
      return source
    },
    set themeSource(value) {
      if (!['system', 'light', 'dark'].includes(value))
        throw new TypeError(`Error processing argument: ${value}`)
      source = value
    },
    get shouldUseDarkColors() {
      return source === 'dark' || (source === 'system' && state.systemIsDark)
    },
  } satisfies Pick<NativeTheme, 'themeSource' | 'shouldUseDarkColors'>)
  return { nativeTheme: nativeTheme as unknown as NativeTheme, state }
}
