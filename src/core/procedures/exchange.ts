import { choiceInWords, codeNames } from '../../shared/analysis/scope-words.ts'
import { FrequencySpec } from '../../shared/contract/analysis.ts'
import type { FileResult } from '../../shared/contract/common.ts'
import type { Handlers } from '../../shared/contract/define.ts'
import type { exchange as contract, TABLE_FORMATS } from '../../shared/contract/exchange.ts'
import type { SegmentScope } from '../../shared/contract/segments.ts'
import type { Table } from '../../shared/model/table.ts'
import type { Context } from '../context.ts'
import { type WriteOptions, writeTable } from '../exchange/tables/formats.ts'
import { segmentsTable } from '../exchange/tables/segments-table.ts'
import { frequency } from './analysis.ts'
import { projectName } from './project.ts'
import { type SegmentsInScope, segmentsInScope } from './segments-bulk.ts'

type ExportInput = WriteOptions & { readonly format: (typeof TABLE_FORMATS)[number] }

/** Asks the question of the screen again, by the same function, and writes what it answers. */
export const exchange: Handlers<typeof contract, Context> = {
  table: (ctx, { spec, ...options }) => write(ctx, frequency(ctx, spec ?? FrequencySpec.parse({})), options),
  segments: (ctx, { scope = {}, ...options }) => {
    const found = segmentsInScope(ctx, scope)
    return write(ctx, segmentsTable(found.rows, segmentNotes(ctx, scope, found)), options)
  },
}

async function write(ctx: Context, table: Table, options: ExportInput): Promise<FileResult> {
  const { name, mediaType, bytes } = await writeTable(table, { ...options, project: projectName(ctx.db) })
  return ctx.freight.keep(name, mediaType, bytes)
}

/** Project, scope and size in words, for the sheet "About". */
function segmentNotes(
  ctx: Context,
  scope: SegmentScope,
  { total, segments, documents }: SegmentsInScope,
): Table['notes'] {
  const corpus = ctx.corpus.read()
  const subcodes = scope.codeIds !== undefined && scope.withSubcodes ? '; with sub-codes' : ''
  const notes: [string, string][] = [
    ['Table', 'Coded segments, one row a coding'],
    ['Project', projectName(ctx.db)],
    ['Made', ctx.now()],
    ['Postil version', ctx.version],
    ['Codes', choiceInWords(scope.codeIds, codeNames(corpus.codes)) + subcodes],
    ['Documents', choiceInWords(scope.documentIds, corpus.documents)],
    [
      'Groups',
      scope.groupIds === undefined ? 'not restricted' : choiceInWords(scope.groupIds, corpus.groups),
    ],
    ['Coders', choiceInWords(scope.coderIds, corpus.coders)],
    ['Rows', `${total} codings on ${segments} segments in ${documents} documents`],
    ['Offsets', 'start and end count UTF-16 units in the canonical text of the document, end not included'],
  ]
  return notes.map(([name, value]) => ({ name, value }))
}
