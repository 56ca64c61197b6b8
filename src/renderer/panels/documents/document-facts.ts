import type { DocumentInfo } from '../../../shared/contract/documents.ts'

const number = new Intl.NumberFormat('en')
const counted = (count: number, one: string) => `${number.format(count)} ${one}${count === 1 ? '' : 's'}`

/** "12 pages · 2,402 words · 34 codings" */
export function factsOf({ pages, words, codings }: DocumentInfo): string {
  return [
    ...(pages > 0 ? [counted(pages, 'page')] : []),
    counted(words, 'word'),
    codings === 0 ? 'not coded yet' : counted(codings, 'coding'),
  ].join(' · ')
}
