import { useEffect, useLayoutEffect } from 'react'
import type { Code } from '../../../shared/contract/codes.ts'
import { useQuery, useSession } from '../../data/use-query.ts'
import { workspace } from '../../state/workspace.ts'
import { useStore } from '../../ui/use-store.ts'
import { CodeDetails } from './CodeDetails.tsx'
import { CodesHead } from './CodesHead.tsx'
import { CodesQuestions } from './CodesQuestions.tsx'
import { CodeTree } from './CodeTree.tsx'
import { ancestorsOf } from './code-rows.ts'
import './codes.css'
import { useCodesCommands } from './codes-commands.ts'
import { beginCodes, chooseOnly, codesState, openAbove } from './codes-state.ts'

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
