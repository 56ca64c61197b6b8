import { useEffect } from 'react'
import { provide } from '../commands/define.ts'
import { FONT_SIZES, prefer, preferences, type Theme } from '../state/preferences.ts'
import { closeDrawer, go, listSegments, showView, togglePanel, workspace } from '../state/workspace.ts'
import { help } from './KeysDialog.tsx'
import { palette } from './Palette.tsx'
import { focusPlace, stepRegion } from './regions.ts'

/** Commands of the window itself: where the focus is, what is shown, how large, which theme. */
export function useWindowCommands(): void {
  useEffect(() => provide({ ...focusCommands, ...panelCommands, ...lookCommands, ...goCommands }), [])
}

const focusCommands = {
  'focus.documents': { run: () => focusPlace('documents') },
  'focus.text': {
    run: () => {
      showView('text')
      focusPlace('text')
    },
  },
  'focus.codes': { run: () => focusPlace('codes') },
  'focus.segments': { when: () => workspace.getState().drawer !== null, run: () => focusPlace('segments') },
  'focus.next': { run: () => stepRegion(1) },
  'focus.previous': { run: () => stepRegion(-1) },
}

const panelCommands = {
  'panel.documents': {
    checked: () => workspace.getState().panels.documents,
    run: () => togglePanel('documents'),
  },
  'panel.codes': { checked: () => workspace.getState().panels.codes, run: () => togglePanel('codes') },
  'panel.segments': {
    checked: () => workspace.getState().drawer !== null,
    run: () => (workspace.getState().drawer === null ? listSegments({}, 'All segments') : closeDrawer()),
  },
}

const themed = (theme: Theme) => ({
  checked: () => preferences.getState().theme === theme,
  run: () => prefer({ theme }),
})
const sized = (change: (size: number) => number) => ({
  run: () =>
    prefer({
      fontSize: Math.min(
        FONT_SIZES.most,
        Math.max(FONT_SIZES.least, change(preferences.getState().fontSize)),
      ),
    }),
})

const lookCommands = {
  'theme.light': themed('light'),
  'theme.dark': themed('dark'),
  'theme.system': themed('system'),
  'view.larger': sized(size => size + 1),
  'view.smaller': sized(size => size - 1),
  'view.normal': sized(() => FONT_SIZES.normal),
  'help.keys': { run: () => help.setState({ page: 'keys' }) },
  'help.about': { run: () => help.setState({ page: 'about' }) },
  'palette.open': { run: () => palette.setState({ open: 'all' }) },
  'document.open': { run: () => palette.setState({ open: 'documents' }) },
}

const goCommands = {
  'go.back': { when: () => workspace.getState().back.length > 0, run: () => go('back') },
  'go.forward': { when: () => workspace.getState().forward.length > 0, run: () => go('forward') },
}
