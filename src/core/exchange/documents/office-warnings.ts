import type { Warning } from '../../../shared/model/warning.ts'

/** "1 picture was", "3 pictures were" */
export function counted(count: number, one: string, many: string): string {
  return count === 1 ? `1 ${one} was` : `${count} ${many} were`
}

export function trackedChanges(insertions: number, deletions: number, keptBoth: boolean): Warning[] {
  if (insertions + deletions === 0) return []
  const inserted = `${insertions} tracked ${insertions === 1 ? 'insertion' : 'insertions'}`
  const deleted = `${deletions} tracked ${deletions === 1 ? 'deletion' : 'deletions'}`
  const message = keptBoth
    ? `The text holds ${inserted} and ${deleted}; both were kept and are marked.`
    : `The text holds ${inserted}, which Postil accepted, and ${deleted}, which it dropped. Import with “keep both” to see both, marked.`
  return [{ code: 'tracked-changes', severity: keptBoth || deletions === 0 ? 'notice' : 'loss', message }]
}
