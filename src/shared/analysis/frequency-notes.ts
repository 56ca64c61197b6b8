import type { FrequencySpec } from '../contract/analysis.ts'
import type { Table } from '../model/table.ts'
import type { Corpus } from './corpus.ts'
import type { Frequencies } from './frequency.ts'
import { choiceInWords, codeNames } from './scope-words.ts'

/** What the pure counting cannot know: given by the core. */
export interface ProjectFacts {
  readonly project: string
  /** ISO time of the count */
  readonly at: string
  readonly version: string
}

const MEASURE: Record<FrequencySpec['measure'], string> = {
  codings:
    'codings: each time a coder put a code on a segment; two codes of one row on the same segment count 2',
  segments: 'segments, each once a row, whoever coded it and however often',
  words: 'words of the coded segments, each segment once a row',
  documents: 'documents in which the code occurs: 0 or 1 a document',
}

const FIGURE: Record<FrequencySpec['figure'], string> = {
  count: 'count',
  'row-percent': 'percent of the total of the row',
  'column-percent': 'percent of the total of the column',
  'table-percent': 'percent of the total of the table',
  'per-1000-words': 'per 1,000 words of the document or group; in the total column, of all columns together',
}

export const titleOf = ({ columns }: FrequencySpec): string =>
  columns === 'groups' ? 'Code × document group' : 'Code × document'

/** Scope and options in words, so that a table on paper can be made again. */
export function frequencyNotes(
  corpus: Corpus,
  counts: Frequencies,
  spec: FrequencySpec,
  facts: ProjectFacts,
): Table['notes'] {
  const notes: [name: string, value: string][] = [
    ['Table', titleOf(spec)],
    ['Project', facts.project],
    ['Made', facts.at],
    ['Postil version', facts.version],
    ['Counted', MEASURE[spec.measure]],
    ['Shown as', FIGURE[spec.figure]],
    ['Sub-codes', spec.aggregate ? 'each row counts its sub-codes too' : 'each row counts its own code only'],
    ['Codes', choiceInWords(spec.codeIds, codeNames(corpus.codes))],
    ['Documents', choiceInWords(spec.documentIds, corpus.documents)],
    ['Groups', groups(corpus, spec)],
    ['Coders', choiceInWords(spec.coderIds, corpus.coders)],
    ['Totals', totals(spec)],
    ...leftOut(counts, spec),
  ]
  if (spec.measure === 'words') notes.push(['Overlaps', overlaps(spec)])
  if (spec.figure !== 'count') notes.push(['Blank cells', 'there is nothing to divide by'])
  if (spec.hideEmptyRows || spec.hideEmptyColumns) notes.push(['Not shown', emptiness(spec)])
  return notes.map(([name, value]) => ({ name, value }))
}

const groups = (corpus: Corpus, { groupIds, columns }: FrequencySpec): string =>
  groupIds === undefined && columns === 'documents'
    ? 'not restricted'
    : choiceInWords(groupIds, corpus.groups)

function totals({ aggregate, columns, measure }: FrequencySpec): string {
  const parts = [
    aggregate
      ? 'sums of the topmost rows shown, so that a sub-code counts once'
      : 'sums of the cells in their row or column',
  ]
  if (measure !== 'codings') parts.push('what counts in several rows counts in the total with each of them')
  if (columns === 'groups') parts.push('a document in several groups counts in each')
  return parts.join('; ')
}

function leftOut({ leftOut: { documents, codings, onHeadings } }: Frequencies, { columns }: FrequencySpec) {
  const notes: [string, string][] = []
  if (columns === 'groups') {
    notes.push([
      'Not in any of these groups',
      documents === 0
        ? 'no document'
        : `${counted(documents, 'document')} with ${counted(codings, 'coding')}, not in this table`,
    ])
  }
  if (onHeadings > 0) {
    notes.push([
      'On headings',
      `${counted(onHeadings, 'coding')} on codes that are headings now, not in this table; they count where sub-codes are counted in`,
    ])
  }
  return notes
}

const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`

const overlaps = ({ unionWords }: FrequencySpec): string =>
  unionWords
    ? 'text in several segments of a row counts once'
    : 'text in several segments of a row counts with each of them'

function emptiness({ hideEmptyRows, hideEmptyColumns }: FrequencySpec): string {
  const parts = [hideEmptyRows ? 'rows' : '', hideEmptyColumns ? 'columns' : ''].filter(Boolean)
  return `${parts.join(' and ')} with nothing in them; the figures are the same as with them`
}
