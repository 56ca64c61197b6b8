import { countFrequencies } from '../../shared/analysis/frequency.ts'
import { frequencyTable } from '../../shared/analysis/frequency-table.ts'
import { type analysis as contract, FrequencySpec } from '../../shared/contract/analysis.ts'
import type { Handlers } from '../../shared/contract/define.ts'
import type { Table } from '../../shared/model/table.ts'
import { wordsBetween } from '../../shared/text/words.ts'
import type { Context } from '../context.ts'
import { projectName } from './project.ts'

export const analysis: Handlers<typeof contract, Context> = {
  frequency: (ctx, spec) => frequency(ctx, spec ?? FrequencySpec.parse({})),
}

/** Exports ask this same function, so screen and file cannot differ. */
export function frequency(ctx: Context, spec: FrequencySpec): Table {
  const corpus = ctx.corpus.read()
  const wordsIn = (documentId: string, start: number, end: number) =>
    wordsBetween(ctx.texts.of(documentId).words, start, end)
  const counts = countFrequencies(corpus, spec, wordsIn)
  return frequencyTable(corpus, counts, spec, {
    project: projectName(ctx.db),
    at: ctx.now(),
    version: ctx.version,
  })
}
