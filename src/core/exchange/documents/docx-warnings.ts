import type { Warning } from '../../../shared/model/warning.ts'
import type { Story } from './docx-story.ts'
import { counted, leftOutThings, trackedChanges } from './office-warnings.ts'

export interface LeftOut {
  /** running heads or feet with text */
  readonly heads: boolean
  /** comments that no place in the text refers to */
  readonly comments: number
}

export function docxWarnings({ tally, keepBoth }: Story, { heads, comments }: LeftOut): Warning[] {
  const warnings: Warning[] = [
    ...trackedChanges(tally.insertions, tally.deletions, keepBoth),
    ...leftOutThings(tally, ['embedded or linked object', 'embedded or linked objects']),
  ]
  const say = (code: string, severity: Warning['severity'], message: string) =>
    warnings.push({ code, severity, message })
  if (comments > 0) {
    say(
      'comments-left-out',
      'loss',
      `${counted(comments, 'comment', 'comments')} left out because nothing in the text refers to them.`,
    )
  }
  if (heads)
    say(
      'running-heads-left-out',
      'notice',
      'The running heads and feet of the pages were left out of the text.',
    )
  return warnings
}
