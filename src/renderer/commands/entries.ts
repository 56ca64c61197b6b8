import type { Command } from '../../shared/commands.ts'
import type { MenuEntry } from '../ui/menu.tsx'
import { keyLabel } from './bindings.ts'
import { canRun } from './define.ts'
import { runCommand } from './run.ts'

/** A command of the catalogue as an entry of a menu, as it is when the menu opens. */
export const entryOf = ({ id, label }: Command): MenuEntry => ({
  id,
  label,
  shortcut: keyLabel(id),
  disabled: !canRun(id),
  run: () => void runCommand(id),
})
