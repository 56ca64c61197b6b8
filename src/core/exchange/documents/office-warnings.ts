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

/** What a word processor's file holds besides text, counted while its text was read. */
export interface LeftOutThings {
  readonly pictures: number
  readonly embedded: number
  /** characters of hidden text */
  readonly hidden: number
}

/** `embedded`: what this format calls its objects, "embedded object" and "embedded objects". */
export function leftOutThings(
  tally: LeftOutThings,
  embedded: readonly [one: string, many: string],
): Warning[] {
  const warnings: Warning[] = []
  const say = (code: string, message: string) => warnings.push({ code, severity: 'loss', message })
  if (tally.pictures > 0) {
    const pictures = counted(tally.pictures, 'picture or drawing', 'pictures or drawings')
    say('pictures-left-out', `${pictures} left out; only text is imported.`)
  }
  if (tally.embedded > 0) {
    say('embedded-left-out', `${counted(tally.embedded, ...embedded)} not opened and not imported.`)
  }
  if (tally.hidden > 0) {
    const hidden = counted(tally.hidden, 'character', 'characters')
    say(
      'hidden-text-left-out',
      `${hidden} of hidden text left out. Make it visible in the word processor to import it.`,
    )
  }
  return warnings
}
