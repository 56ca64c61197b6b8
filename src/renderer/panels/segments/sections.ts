import type { Out } from '../../../shared/contract/define.ts'
import type { Contract } from '../../../shared/contract/index.ts'

export type Sections = Out<Contract['segments']['sections']>
/** A run of rows under one heading: whose it is, and how long it is. */
export type Section = Sections['sections'][number]

export const many = (count: number, one: string) =>
  `${count.toLocaleString('en')} ${count === 1 ? one : `${one}s`}`

type Counts = Pick<Sections, 'total' | 'segments' | 'documents' | 'free'>

/** “63 segments in 9 documents”, how many rows that makes where it is another number, and how many have no code. */
export function countsInWords({ total, segments, documents, free }: Counts): string {
  const rows = total === segments ? '' : `, ${many(total - free, 'coding')}`
  const without = free === 0 || free === total ? '' : `, ${free.toLocaleString('en')} free`
  return `${many(segments, 'segment')} in ${many(documents, 'document')}${rows}${without}`
}
