import { useEffect } from 'react'
import type { DocumentId } from '../../shared/model/ids.ts'
import { provide } from '../commands/define.ts'
import { client } from '../data/session.ts'
import { host } from '../host/index.ts'
import { newMemo } from '../panels/memos/memos-state.ts'
import { changeSpec } from '../panels/table/frequency-state.ts'
import { say } from '../state/messages.ts'
import { closeTab, openDocument, showView, workspace } from '../state/workspace.ts'
import { coderQuestion } from './CoderDialog.tsx'
import { renameQuestion } from './RenameProjectDialog.tsx'

/** Commands on the project as a whole. */
export function useProjectCommands(): void {
  useEffect(
    () =>
      provide({
        'history.undo': { run: undo },
        'history.redo': { run: redo },
        'history.show': toggleView('history'),
        'memos.show': toggleView('memos'),
        'memo.new': { run: newMemo },
        'analysis.frequency': { run: () => showTable('documents') },
        'analysis.groups': { run: () => showTable('groups') },
        'project.rename': { run: () => renameQuestion.setState({ asking: true }) },
        'project.check': { run: check },
        'project.close': { run: () => host().projects.close() },
        'coder.change': { run: () => coderQuestion.setState({ asking: true }) },
        'document.next': { run: () => stepDocument(1) },
        'document.previous': { run: () => stepDocument(-1) },
        'document.closeTab': {
          when: () => workspace.getState().documentId !== null,
          run: () => closeTab(workspace.getState().documentId as DocumentId),
        },
      }),
    [],
  )
}

const toggleView = (view: 'history' | 'memos') => ({
  checked: () => workspace.getState().view === view,
  run: () => showView(workspace.getState().view === view ? 'text' : view),
})

function showTable(columns: 'documents' | 'groups'): void {
  changeSpec({ columns })
  showView('table')
}

async function undo(): Promise<void> {
  const { label } = await client().history.undo()
  say(`Undone: ${label}`, { label: 'Redo', run: () => void redo() })
}

async function redo(): Promise<void> {
  const { label } = await client().history.redo()
  say(`Redone: ${label}`)
}

async function check(): Promise<void> {
  const { sound, findings, documents, segments } = await client().project.check()
  if (sound) say(`The project file is sound: ${documents} documents and ${segments} segments checked.`)
  else
    say(
      `The project file has ${findings.length} faults, the first: ${findings[0]}. Keep it, and work on a copy or a backup.`,
    )
}

async function stepDocument(step: 1 | -1): Promise<void> {
  const documents = await client().documents.list()
  if (documents.length === 0) return
  const at = documents.findIndex(({ id }) => id === workspace.getState().documentId)
  openDocument(documents[(at + step + documents.length) % documents.length]!.id)
}
