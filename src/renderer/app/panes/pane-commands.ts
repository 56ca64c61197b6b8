import { useEffect } from 'react'
import { provide } from '../../commands/define.ts'
import { otherPane, split, toggleTogether, unsplit } from '../../state/panes.ts'
import { workspace } from '../../state/workspace.ts'
import { focusPlace } from '../regions.ts'

/** The commands of the panes, while texts are what is shown. */
export function usePaneCommands(): void {
  useEffect(() => provide(paneCommands), [])
}

const isSplit = () => workspace.getState().beside !== null

const paneCommands = {
  'view.split': {
    when: () => isSplit() || workspace.getState().documentId !== null,
    checked: isSplit,
    run: () => {
      if (isSplit()) unsplit()
      else split()
      focusPlace('text')
    },
  },
  'view.scrollTogether': {
    when: isSplit,
    checked: () => workspace.getState().together,
    run: toggleTogether,
  },
  'focus.otherPane': {
    when: isSplit,
    run: () => {
      otherPane()
      focusPlace('text')
    },
  },
}
