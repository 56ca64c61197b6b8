import { choiceInWords, codeNames } from '../../shared/analysis/scope-words.ts'
import { FrequencySpec } from '../../shared/contract/analysis.ts'
import type { FileResult } from '../../shared/contract/common.ts'
import type { Handlers } from '../../shared/contract/define.ts'
import type { exchange as contract, TABLE_FORMATS } from '../../shared/contract/exchange.ts'
import type { SegmentContext, SegmentQuestion, SegmentScope } from '../../shared/contract/segments.ts'
import type { Table } from '../../shared/model/table.ts'
import type { Context } from '../context.ts'
import type { ListedForExport } from '../exchange/segments/listed.ts'
import { segmentsReport } from '../exchange/segments/report.ts'
import {
  isReportFormat,
  REPORT_FORMATS,
  type ReportFormat,
  writeReport,
} from '../exchange/segments/write-report.ts'
import { fileName } from '../exchange/tables/file-name.ts'
import { type WriteOptions, writeTable } from '../exchange/tables/formats.ts'
import { segmentsTable } from '../exchange/tables/segments-table.ts'
import { frequency } from './analysis.ts'
import { projectName } from './project.ts'
import { recognisedDocuments } from './recognised-documents.ts'
import { allSegments, type ListedSegments } from './segments-bulk.ts'

type ExportInput = WriteOptions & { readonly format: (typeof TABLE_FORMATS)[number] }

/** Asks the question of the screen again, by the same function, and writes what it answers. */
export const exchange: Handlers<typeof contract, Context> = {
  table: (ctx, { spec, ...options }) => write(ctx, frequency(ctx, spec ?? FrequencySpec.parse({})), options),
  segments: async (ctx, { format, bom, exact, context = 'segment', ...question }) => {
    const found = await allSegments(ctx, question, { context, times: !isReportFormat(format) })
    const listed = {
      ...found,
      title: titleOf(question.scope),
      notes: segmentNotes(ctx, question, context, found),
      byGroup: question.grouping === 'group',
      hasContext: context !== 'segment',
    }
    return isReportFormat(format)
      ? report(ctx, format, listed)
      : write(ctx, segmentsTable(listed), { format, bom, exact })
  },
}

async function report(ctx: Context, format: ReportFormat, listed: ListedForExport): Promise<FileResult> {
  const made = segmentsReport(listed, projectName(ctx.db))
  const name = fileName(made.project, made.title, format)
  const { handle, path } = ctx.freight.fresh(name)
  const bytes = await writeReport(made, format, path)
  return { file: handle, name, mediaType: REPORT_FORMATS[format], bytes }
}

const titleOf = ({ free }: SegmentScope = {}): string =>
  ({ with: 'Segments', only: 'Free segments', without: 'Coded segments' })[free ?? 'without']

async function write(ctx: Context, table: Table, options: ExportInput): Promise<FileResult> {
  const { name, mediaType, bytes } = await writeTable(table, { ...options, project: projectName(ctx.db) })
  return ctx.freight.keep(name, mediaType, bytes)
}

/** Project, scope and size in words, for the sheet "About". */
function segmentNotes(
  ctx: Context,
  { scope = {}, order = 'document', descending, grouping = 'none' }: SegmentQuestion,
  context: SegmentContext,
  { rows, segments, documents, free }: ListedSegments,
): Table['notes'] {
  const corpus = ctx.corpus.read()
  const subcodes = scope.codeIds !== undefined && scope.withSubcodes ? '; with sub-codes' : ''
  const recognised = recognisedDocuments(ctx, scope.documentIds)
  const without = free === 0 ? '' : ` and ${free} free segments (without a code)`
  const notes: [string, string][] = [
    ['Table', `${titleOf(scope)}, one row a coding`],
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
    ...(scope.words ? [['Words in quote or comment', scope.words] satisfies [string, string]] : []),
    [
      'Order',
      `by ${order}${descending ? ', reversed' : ''}${grouping === 'none' ? '' : `, grouped by ${grouping}`}`,
    ],
    ['Context', context],
    ['Rows', `${rows.length - free} codings${without} on ${segments} segments in ${documents} documents`],
    ...(recognised.length > 0
      ? [['Recognised text, may be misread', recognised.join('; ')] satisfies [string, string]]
      : []),
    ['Offsets', 'start and end count UTF-16 units in the canonical text of the document, end not included'],
  ]
  return notes.map(([name, value]) => ({ name, value }))
}
