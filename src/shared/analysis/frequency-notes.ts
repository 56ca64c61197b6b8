import type { FrequencySpec } from '../contract/analysis.ts'
import type { Table } from '../model/table.ts'
import type { Corpus } from './corpus.ts'
import type { Frequencies } from './frequency.ts'

/** What the pure counting cannot know: given by the core. */
export interface ProjectFacts {
  readonly project: string
  /** ISO time of the count */
  readonly at: string
  readonly version: string
}

const MEASURE: Record<FrequencySpec['measure'], string> = {
  codings: 'codings (a code on a segment by a coder)',
  segments: 'segments, each once a row',
  words: 'words of the coded segments, each segment once a row',
  documents: 'documents in which the code occurs (0 or 1 a document)',
}

const FIGURE: Record<FrequencySpec['figure'], string> = {
  count: 'count',
  'row-percent': 'percent of the row total',
  'column-percent': 'percent of the column total',
  'table-percent': 'percent of the grand total',
  'per-1000-words': 'per 1,000 words of the document or group',
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
    [
      'Codes',
      scope(
        spec.codeIds,
        corpus.codes.map(({ id, path }) => ({ id, name: path })),
        'all codes',
      ),
    ],
    ['Documents', scope(spec.documentIds, corpus.documents, 'all documents')],
    [
      'Groups',
      scope(spec.groupIds, corpus.groups, spec.columns === 'groups' ? 'all groups' : 'not restricted'),
    ],
    ['Coders', scope(spec.coderIds, corpus.coders, 'all coders')],
    ['Totals', totals(spec)],
  ]
  if (spec.measure === 'words') notes.push(['Overlaps', overlaps(spec)])
  if (spec.hideEmptyRows || spec.hideEmptyColumns) notes.push(['Left out', emptiness(spec)])
  if (spec.columns === 'groups' && counts.leftOut.documents > 0) {
    const { documents, codings } = counts.leftOut
    notes.push([
      'Not in any of these groups',
      `${documents} documents with ${codings} codings, which are not in this table`,
    ])
  }
  return notes.map(([name, value]) => ({ name, value }))
}

function scope(
  ids: readonly string[] | undefined,
  all: readonly { id: string; name: string }[],
  everything: string,
): string {
  if (ids === undefined) return everything
  const wanted = new Set(ids)
  return all
    .filter(({ id }) => wanted.has(id))
    .map(({ name }) => name)
    .join('; ')
}

function totals({ aggregate, columns }: FrequencySpec): string {
  const rows = aggregate ? 'sums of the topmost rows, so that a sub-code counts once' : 'sums of the cells'
  return columns === 'groups' ? `${rows}; a document in several groups counts in each` : rows
}

const overlaps = ({ unionWords }: FrequencySpec): string =>
  unionWords
    ? 'text in several segments of a row counts once'
    : 'text in several segments of a row counts with each of them'

function emptiness({ hideEmptyRows, hideEmptyColumns }: FrequencySpec): string {
  const parts = [hideEmptyRows ? 'rows' : '', hideEmptyColumns ? 'columns' : ''].filter(Boolean)
  return `${parts.join(' and ')} with nothing in them`
}
