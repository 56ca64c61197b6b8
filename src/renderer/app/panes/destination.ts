import type { MiddleView, Visited, Workspace } from '../../state/workspace.ts'

const VIEWS: Record<Exclude<MiddleView, 'text'>, string> = {
  table: 'the table',
  memos: 'the memos',
  history: 'the history',
}

/** A place one has been at, in the words of a tooltip. */
export function destination(
  { view, documentId, paneId }: Visited,
  now: Pick<Workspace, 'view' | 'documentId' | 'paneId'>,
  named: (id: string) => string | undefined,
): string {
  if (view !== 'text') return VIEWS[view]
  if (documentId === null) return 'the start'
  const name = named(documentId)
  if (name === undefined) return 'a document'
  const isHere = now.view === 'text' && now.documentId === documentId && now.paneId === paneId
  return isHere ? `another place of “${name}”` : `“${name}”`
}
