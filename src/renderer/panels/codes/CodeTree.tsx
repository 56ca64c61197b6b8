import { type MouseEvent, useDeferredValue, useMemo } from 'react'
import type { Code } from '../../../shared/contract/codes.ts'
import { useQuery } from '../../data/use-query.ts'
import { coding } from '../../state/coding.ts'
import { workspace } from '../../state/workspace.ts'
import { spotOfEvent } from '../../ui/popover-at.tsx'
import { Tree } from '../../ui/tree/Tree.tsx'
import { pick, pickAll } from '../../ui/tree/tree-row.ts'
import { useStore } from '../../ui/use-store.ts'
import { CodeRowContent } from './CodeRowContent.tsx'
import { listOf } from './code-deeds.ts'
import { type CodeRow, codeRows, shownCount } from './code-rows.ts'
import { actedOn, ask, codesState, pickedCodes, setPickedCodes, toggleCode } from './codes-state.ts'
import { createCodeFinder } from './find-codes.ts'
import { dropWords, useCodeDrag } from './use-code-drag.ts'

const ROW = 28

function useRows(codes: readonly Code[]) {
  const finder = useMemo(() => createCodeFinder(codes), [codes])
  const query = useDeferredValue(useStore(codesState, state => state.query))
  const collapsed = useStore(codesState, state => state.collapsed)
  const editing = useStore(codesState, state => state.editing)
  return useMemo(() => {
    const found = finder.find(query)
    const rows = codeRows(codes, { collapsed, found, adding: editing?.what === 'new' ? editing : null })
    return { rows, query, found: found?.size ?? null }
  }, [codes, finder, query, collapsed, editing])
}

interface Props {
  readonly project: string
  readonly codes: readonly Code[]
}

export function CodeTree({ project, codes }: Props) {
  const { rows, query, found } = useRows(codes)
  const focus = useStore(workspace, state => state.codeId)
  const selected = useStore(codesState, state => state.selected)
  const { over, dragged, handlers } = useCodeDrag(codes, rows, id => toggleCode(project, id, true))
  const picked = () => pickedCodes(codesState.getState(), workspace.getState().codeId)
  const words = dropWords(dragged, over)
  const memoed = useMemoed()
  const hasSelection = useStore(coding, state => state.selection !== null)
  if (found === 0)
    return (
      <p className="codes-empty" role="status">
        No code holds “{query}” in its name, path or definition.
      </p>
    )
  return (
    <div
      className="codes-tree"
      {...handlers}
      data-drop={over?.row === null ? 'end' : undefined}
      // every row has a button that applies its code: shown while there is something to apply it to
      data-applies={hasSelection ? '' : undefined}
    >
      <Tree
        label="Codes"
        rows={rows}
        rowHeight={ROW}
        focus={focus}
        selected={selected}
        onPick={(key, how) => setPickedCodes(pick(rows, picked(), key, how))}
        onPickAll={() => setPickedCodes(pickAll(rows, picked()))}
        onToggle={(key, expanded) => toggleCode(project, key, expanded)}
        onAct={row => row.code && listOf(row.code, shownCount(row, row.code).below)}
        describe={row => spoken(row, memoed)}
        rowEvents={row => rowEvents(codes, row, over?.row?.key === row.key ? over.zone : undefined)}
      >
        {row => <CodeRowContent row={row} hasMemo={memoed.has(row.key)} />}
      </Tree>
      {words === null ? null : (
        <p className="codes-drop-words" aria-hidden="true">
          {words}
        </p>
      )}
    </div>
  )
}

/** The codes that a memo is about. */
function useMemoed(): ReadonlySet<string> {
  const memos = useQuery('memos.list', {})
  return useMemo(() => new Set(memos?.flatMap(({ about }) => about.codeId ?? [])), [memos])
}

function spoken(row: CodeRow, memoed: ReadonlySet<string>) {
  const { code } = row
  if (code === null) return { label: 'New code' }
  const { count, below } = shownCount(row, code)
  const number = `${count} ${count === 1 ? 'segment' : 'segments'}${below ? ' with sub-codes' : ''}`
  return {
    label: `${code.name}, ${number}${code.codable ? '' : ', heading'}${memoed.has(code.id) ? ', memo' : ''}`,
    description: code.definition.slice(0, 200) || undefined,
  }
}

function rowEvents(codes: readonly Code[], row: CodeRow, drop: string | undefined) {
  const { code } = row
  if (code === null) return {}
  return {
    draggable: true,
    'data-drop': drop === 'apply' ? 'into' : drop,
    onDoubleClick: () => listOf(code, shownCount(row, code).below),
    onContextMenu: (event: MouseEvent<HTMLElement>) => {
      event.preventDefault()
      const together = actedOn(codes)
      ask('menu', together.includes(code.id) ? together : [code.id], spotOfEvent(event))
    },
  }
}
