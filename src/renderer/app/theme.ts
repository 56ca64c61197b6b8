import { createStore } from 'zustand/vanilla'
import { type Preferences, preferences } from '../state/preferences.ts'
import '../styles/contrast.css'

const systemDark = window.matchMedia('(prefers-color-scheme: dark)')
const systemContrast = window.matchMedia('(prefers-contrast: more)')

/** The theme that is on now: the preference, or the system's. */
export const themeStore = createStore<{ theme: 'light' | 'dark' }>(() => ({ theme: 'light' }))

/** Fonts of the text, and how wide a character of running English prose is in them on average, in em. */
const FONTS: Record<Preferences['fontFamily'], { family: string; character: number }> = {
  serif: { family: 'var(--font-text)', character: 0.4725 },
  sans: { family: '"Inter Variable", system-ui, sans-serif', character: 0.4725 },
  system: { family: 'system-ui, sans-serif', character: 0.49 },
  // with the spaces between letters and words that text.css adds
  spaced: { family: 'Verdana, "DejaVu Sans", "Inter Variable", sans-serif', character: 0.5667 },
}

/** Keeps the look of the page in step with preference and system: attributes and variables on <html>. */
export function followTheme(): void {
  const apply = () => {
    const now = preferences.getState()
    const theme = now.theme === 'system' ? (systemDark.matches ? 'dark' : 'light') : now.theme
    const isHigh = now.contrast === 'system' ? systemContrast.matches : now.contrast === 'high'
    const { dataset, style } = document.documentElement
    dataset['theme'] = theme
    dataset['contrast'] = isHigh ? 'high' : 'normal'
    dataset['coded'] = now.coded
    dataset['numbers'] = now.paragraphNumbers ? 'shown' : 'hidden'
    dataset['reading'] = now.fontFamily
    for (const [name, value] of Object.entries(readingVariables(now))) style.setProperty(name, value)
    themeStore.setState({ theme })
  }
  apply()
  preferences.subscribe(apply)
  systemDark.addEventListener('change', apply)
  systemContrast.addEventListener('change', apply)
}

function readingVariables(now: Preferences): Record<string, string> {
  const { family, character } = FONTS[now.fontFamily]
  return {
    '--reading-font': family,
    '--reading-size': `${now.fontSize}px`,
    '--reading-leading': String(now.lineSpacing),
    '--reading-measure': `${(now.lineWidth * character).toFixed(2)}em`,
    '--reading-gap': `${now.paragraphSpacing}em`,
  }
}
