import { FrequencySpec } from '../../shared/contract/analysis.ts'
import type { FileResult } from '../../shared/contract/common.ts'
import type { Handlers } from '../../shared/contract/define.ts'
import type { exchange as contract } from '../../shared/contract/exchange.ts'
import type { SegmentScope } from '../../shared/contract/segments.ts'
import { fail } from '../../shared/errors.ts'
import type { Table } from '../../shared/model/table.ts'
import type { Context } from '../context.ts'
import { fileName, tableFormats, type WriteOptions } from '../exchange/tables/formats.ts'
import { segmentsTable } from '../exchange/tables/segments-table.ts'
import { frequency } from './analysis.ts'
import { projectName } from './project.ts'
import { listSegments } from './segments-list.ts'

type ExportInput = WriteOptions & { readonly format: 'csv' | 'xlsx' | 'json' }

export const exchange: Handlers<typeof contract, Context> = {
  table: (ctx, { spec, ...options }) => write(ctx, frequency(ctx, spec ?? FrequencySpec.parse({})), options),
  segments: (ctx, { scope, ...options }) => {
    const { rows, segments, documents } = listSegments(ctx, {
      scope,
      context: 0,
      limit: Number.MAX_SAFE_INTEGER,
    })
    const size = { codings: rows.length, segments, documents }
    return write(ctx, segmentsTable(rows, segmentNotes(ctx, scope, size)), options)
  },
}

async function write(
  ctx: Context,
  table: Table,
  { format: id, ...options }: ExportInput,
): Promise<FileResult> {
  const format = tableFormats.find(known => known.id === id)
  if (!format) throw fail('format-unknown', { format: id })
  return ctx.freight.keep(
    fileName(projectName(ctx.db), table, format),
    format.mediaType,
    await format.write(table, options),
  )
}

/** Project, scope and size in words, for the sheet "About". */
function segmentNotes(
  ctx: Context,
  scope: SegmentScope = {},
  size: Record<'codings' | 'segments' | 'documents', number>,
): Table['notes'] {
  const { codes, documents, groups, coders } = ctx.corpus.read()
  const names = (ids: readonly string[] | undefined, all: readonly { id: string; name: string }[]) =>
    ids === undefined
      ? 'all'
      : all
          .filter(({ id }) => ids.includes(id))
          .map(({ name }) => name)
          .join('; ')
  const notes: [string, string][] = [
    ['Table', 'Coded segments, one row a coding'],
    ['Project', projectName(ctx.db)],
    ['Made', ctx.now()],
    ['Postil version', ctx.version],
    [
      'Codes',
      names(
        scope.codeIds,
        codes.map(({ id, path }) => ({ id, name: path })),
      ) + (scope.withSubcodes ? ', with sub-codes' : ''),
    ],
    ['Documents', names(scope.documentIds, documents)],
    ['Groups', scope.groupIds === undefined ? 'not restricted' : names(scope.groupIds, groups)],
    ['Coders', names(scope.coderIds, coders)],
    ['Rows', `${size.codings} codings on ${size.segments} segments in ${size.documents} documents`],
    ['Offsets', 'start and end count UTF-16 units in the canonical text of the document, end not included'],
  ]
  return notes.map(([name, value]) => ({ name, value }))
}
