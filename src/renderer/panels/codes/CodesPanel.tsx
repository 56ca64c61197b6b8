import { type MouseEvent, useDeferredValue, useEffect, useLayoutEffect, useMemo } from 'react'
import type { Code } from '../../../shared/contract/codes.ts'
import { useQuery, useSession } from '../../data/use-query.ts'
import { workspace } from '../../state/workspace.ts'
import { spotOfEvent } from '../../ui/popover-at.tsx'
import { Tree } from '../../ui/tree/Tree.tsx'
import { pick, pickAll } from '../../ui/tree/tree-row.ts'
import { useStore } from '../../ui/use-store.ts'
import { CodeDetails } from './CodeDetails.tsx'
import { CodeRowContent } from './CodeRowContent.tsx'
import { CodesHead } from './CodesHead.tsx'
import { CodesQuestions } from './CodesQuestions.tsx'
import { listOf } from './code-deeds.ts'
import { ancestorsOf, type CodeRow, codeRows, shownCount } from './code-rows.ts'
import './codes.css'
import { useCodesCommands } from './codes-commands.ts'
import {
  actedOn,
  ask,
  beginCodes,
  chooseOnly,
  codesState,
  openAbove,
  pickedCodes,
  setPickedCodes,
  toggleCode,
} from './codes-state.ts'
import { createCodeFinder } from './find-codes.ts'
import { dropWords, useCodeDrag } from './use-code-drag.ts'

const ROW = 28

/** The code tree above, the chosen code below. */
export function CodesPanel() {
  const { path } = useSession()
  const codes = useQuery('codes.list', {})
  useLayoutEffect(() => beginCodes(path), [path])
  return (
    <section className="codes" data-place="codes" aria-label="Codes">
      {codes === undefined ? null : <CodesBody project={path} codes={codes} />}
    </section>
  )
}

function CodesBody({ project, codes }: { project: string; codes: readonly Code[] }) {
  useCodesCommands(project, codes)
  const codeId = useStore(workspace, state => state.codeId)
  const editing = useStore(codesState, state => state.editing)
  const chosen = codes.find(code => code.id === codeId)
  useRevealed(project, codes)
  return (
    <>
      <CodesHead count={codes.length} />
      {codes.length === 0 && editing === null ? (
        <p className="codes-empty">Select a passage and press C. Codes you create appear here.</p>
      ) : (
        <CodeTree project={project} codes={codes} />
      )}
      {chosen ? <CodeDetails code={chosen} /> : null}
      <CodesQuestions codes={codes} />
    </>
  )
}

/** A code chosen elsewhere (in the margin, in the palette) has its row opened and selected here. */
function useRevealed(project: string, codes: readonly Code[]): void {
  const codeId = useStore(workspace, state => state.codeId)
  const exists = codes.some(code => code.id === codeId)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each choice, not at every change of the codes
  useEffect(() => {
    if (codeId === null || !exists) return
    openAbove(project, ancestorsOf(codes, codeId))
    if (!codesState.getState().selected.has(codeId)) chooseOnly(codeId)
  }, [project, codeId, exists])
}

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

function CodeTree({ project, codes }: { project: string; codes: readonly Code[] }) {
  const { rows, query, found } = useRows(codes)
  const focus = useStore(workspace, state => state.codeId)
  const selected = useStore(codesState, state => state.selected)
  const { over, dragged, handlers } = useCodeDrag(codes, rows, id => toggleCode(project, id, true))
  const picked = () => pickedCodes(codesState.getState(), workspace.getState().codeId)
  const words = dropWords(dragged, over)
  if (found === 0)
    return (
      <p className="codes-empty" role="status">
        No code holds “{query}” in its name, path or definition.
      </p>
    )
  return (
    <div className="codes-tree" {...handlers} data-drop={over?.row === null ? 'end' : undefined}>
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
        describe={spoken}
        rowEvents={row => rowEvents(row, over?.row?.key === row.key ? over.zone : undefined)}
      >
        {row => <CodeRowContent row={row} />}
      </Tree>
      {words === null ? null : (
        <p className="codes-drop-words" aria-hidden="true">
          {words}
        </p>
      )}
    </div>
  )
}

function spoken(row: CodeRow) {
  const { code } = row
  if (code === null) return { label: 'New code' }
  const { count, below } = shownCount(row, code)
  const number = `${count} ${count === 1 ? 'segment' : 'segments'}${below ? ' with sub-codes' : ''}`
  return {
    label: `${code.name}, ${number}${code.codable ? '' : ', heading'}`,
    description: code.definition.slice(0, 200) || undefined,
  }
}

function rowEvents(row: CodeRow, drop: string | undefined) {
  const { code } = row
  if (code === null) return {}
  return {
    draggable: true,
    'data-drop': drop === 'apply' ? 'into' : drop,
    onDoubleClick: () => listOf(code, shownCount(row, code).below),
    onContextMenu: (event: MouseEvent<HTMLElement>) => {
      event.preventDefault()
      const together = actedOn()
      ask('menu', together.includes(code.id) ? together : [code.id], spotOfEvent(event))
    },
  }
}
