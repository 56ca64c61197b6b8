import { createStore } from 'zustand/vanilla'
import { preferences } from '../state/preferences.ts'

const systemDark = window.matchMedia('(prefers-color-scheme: dark)')

/** The theme that is on now: the preference, or the system's. */
export const themeStore = createStore<{ theme: 'light' | 'dark' }>(() => ({ theme: 'light' }))

/** Keeps <html data-theme> and the reading size in step with preference and system. */
export function followTheme(): void {
  const apply = () => {
    const { theme, fontSize } = preferences.getState()
    const shown = theme === 'system' ? (systemDark.matches ? 'dark' : 'light') : theme
    document.documentElement.dataset['theme'] = shown
    document.documentElement.style.setProperty('--reading-size', `${fontSize}px`)
    themeStore.setState({ theme: shown })
  }
  apply()
  preferences.subscribe(apply)
  systemDark.addEventListener('change', apply)
}
