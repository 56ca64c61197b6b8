import { useEffect } from 'react'
import type { Code } from '../../../shared/contract/codes.ts'
import type { CodeId } from '../../../shared/model/ids.ts'
import { type Deed, provide } from '../../commands/define.ts'
import { coding } from '../../state/coding.ts'
import { workspace } from '../../state/workspace.ts'
import { type Spot, spotOf } from '../../ui/popover-at.tsx'
import {
  applyToSelection,
  beginNew,
  beginRename,
  deleteCodes,
  listOf,
  pinOrUnpin,
  stepCode,
} from './code-deeds.ts'
import { writeMemo } from './code-memos.ts'
import type { Direction } from './code-moves.ts'
import { actedOn, ask, collapseTo, openAbove } from './codes-state.ts'

/** The commands of the code tree, while it is there. */
export function useCodesCommands(project: string, codes: readonly Code[]): void {
  useEffect(() => provide(codesCommands(project, codes)), [project, codes])
}

function codesCommands(project: string, codes: readonly Code[]): Record<string, Deed> {
  const chosen = () => codes.find(code => code.id === workspace.getState().codeId)
  /** a command on the chosen code, greyed while there is none */
  const onCode = (run: (code: Code, digit?: number) => unknown): Deed => ({
    when: () => chosen() !== undefined,
    run: digit => {
      const code = chosen()
      if (code) void run(code, digit)
    },
  })
  const step = (direction: Direction) =>
    onCode(async ({ id }) => {
      const parentId = await stepCode(codes, id, direction)
      if (parentId !== null) openAbove(project, [parentId])
    })
  return {
    'codes.new': { run: () => beginNew(chosen()?.parentId ?? null) },
    'codes.newChild': onCode(({ id }) => beginNew(id)),
    'codes.rename': onCode(({ id }) => beginRename(id)),
    'codes.look': onCode(({ id }) => ask('look', [id], rowSpot(id))),
    'codes.moveTo': onCode(({ id }) => ask('move', [id], rowSpot(id))),
    'codes.merge': onCode(({ id }) => ask('merge', actedOn(codes), rowSpot(id))),
    'codes.delete': onCode(() => deleteCodes(codes, actedOn(codes))),
    'codes.segments': onCode(code => listOf(code, !code.codable)),
    'codes.pin': onCode(pinOrUnpin),
    'codes.memo': onCode(writeMemo),
    'codes.apply': {
      when: () => coding.getState().selection !== null && chosen()?.codable === true,
      run: () => {
        const code = chosen()
        if (code) return applyToSelection(code)
      },
    },
    'codes.up': step('up'),
    'codes.down': step('down'),
    'codes.in': step('in'),
    'codes.out': step('out'),
    'codes.expandAll': { run: () => collapseTo(project, []) },
    'codes.collapseAll': { run: () => collapseTo(project, parentIds(codes)) },
  }
}

const parentIds = (codes: readonly Code[]): string[] => [
  ...new Set(codes.flatMap(({ parentId }) => (parentId === null ? [] : [parentId]))),
]

/** Beside the code's row, or at the top of the panel when it is scrolled away. */
function rowSpot(id: CodeId): Spot {
  const panel = document.querySelector('[data-place="codes"]')
  const row = panel?.querySelector(`[data-key="${CSS.escape(id)}"]`)
  const element = row ?? panel
  return element ? spotOf(element) : { x: 0, y: 0, width: 0, height: 0 }
}
