import type { Out } from '../../../shared/contract/define.ts'
import type { LostRow, MovedRow, ReviewRow, replacingDocuments } from '../../../shared/contract/replacing.ts'
import type { Span } from '../../../shared/model/span.ts'

export type Reviews = Out<typeof replacingDocuments.reviews>

export type Row =
  | { readonly kind: 'review'; readonly key: string; readonly row: ReviewRow }
  | { readonly kind: 'lost'; readonly key: string; readonly row: LostRow }
  | { readonly kind: 'moved'; readonly key: string; readonly row: MovedRow }

export interface Section {
  readonly kind: Row['kind']
  readonly title: string
  readonly count: number
  readonly rows: readonly Row[]
}

/** What is to be done comes first; what went well stands last. */
export function sectionsOf({ review, lost, moved, movedRows }: Reviews): Section[] {
  const all: Section[] = [
    {
      kind: 'review',
      title: 'To review',
      count: review.length,
      rows: review.map(row => ({ kind: 'review', key: row.segmentId, row })),
    },
    {
      kind: 'lost',
      title: 'Lost: no place found',
      count: lost.length,
      rows: lost.map(row => ({ kind: 'lost', key: row.segmentId, row })),
    },
    {
      kind: 'moved',
      title: 'In place, on the same words',
      count: moved,
      rows: movedRows.map(row => ({ kind: 'moved', key: row.segmentId, row })),
    },
  ]
  return all.filter(({ count }) => count > 0)
}

export const rowsOf = (sections: readonly Section[]): readonly Row[] => sections.flatMap(({ rows }) => rows)

/** Where in the text of today a row leads; a lost one to where it would be. */
export const spanOf = ({ kind, row }: Row): Span =>
  kind === 'lost' ? { start: row.near, end: row.near } : { start: row.start, end: row.end }

/** The row to go on with when this one is settled: the next that is open, else one before, else none. */
export function nextOpen(rows: readonly Row[], key: string): string | null {
  const at = rows.findIndex(row => row.key === key)
  const open = (row: Row) => row.kind !== 'moved' && row.key !== key
  return (rows.slice(at + 1).find(open) ?? rows.slice(0, Math.max(0, at)).findLast(open))?.key ?? null
}

/** "3 in place · 1 to review · 2 lost" */
export function countsInWords({
  moved,
  review,
  lost,
}: {
  moved: number
  review: number
  lost: number
}): string {
  const parts = [
    `${moved.toLocaleString('en')} in place`,
    `${review.toLocaleString('en')} to review`,
    `${lost.toLocaleString('en')} lost`,
  ]
  return parts.join(' · ')
}

/** Whole percent; what is to be reviewed is never wholly sure. */
export const percent = (score: number): string => `${Math.min(99, Math.floor(score * 100))} %`
