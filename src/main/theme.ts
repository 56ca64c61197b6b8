import type { NativeTheme } from 'electron'
import type { ShownState } from '../shared/desktop.ts'
import { isObject, type JsonFile } from './json-file.ts'

export type Theme = ShownState['theme']

export interface ThemeKeeper {
  readonly theme: Theme
  set(theme: Theme): void
}

/** Light, dark, or as the system: for the frame, the dialogs and the first moment of the window. */
export function createTheme(nativeTheme: Pick<NativeTheme, 'themeSource'>, file: JsonFile): ThemeKeeper {
  let theme = readTheme(file.read())
  nativeTheme.themeSource = theme
  return {
    get theme() {
      return theme
    },
    set: wanted => {
      if (wanted === theme) return
      theme = wanted
      nativeTheme.themeSource = wanted
      file.write({ theme })
    },
  }
}

function readTheme(stored: unknown): Theme {
  const theme = isObject(stored) ? stored['theme'] : undefined
  return theme === 'light' || theme === 'dark' ? theme : 'system'
}
