import { z } from './zod.ts'

/**
 * A result table as plain data: the waist of all reports. Screen, CSV, XLSX and JSON
 * show this same object, so they cannot differ. `null` in a cell means undefined (an
 * empty denominator), and is shown as blank, never as 0.
 */
export const Cell = z.union([z.string(), z.number(), z.null()])
export type Cell = z.output<typeof Cell>

export const Column = z.strictObject({
  /** id of what the column stands for, or a name of its own ("total") */
  key: z.string(),
  title: z.string(),
  kind: z.enum(['text', 'number', 'percent']),
  role: z.enum(['label', 'value', 'total']),
})
export type Column = z.output<typeof Column>

export const Row = z.strictObject({
  key: z.string(),
  role: z.enum(['value', 'total']),
  /** depth in the code tree, for indenting */
  depth: z.int(),
  cells: z.array(Cell),
})
export type Row = z.output<typeof Row>

export const Table = z.strictObject({
  title: z.string(),
  columns: z.array(Column),
  rows: z.array(Row),
  /** how this was made: scope, options, project, date, version, one pair a line */
  notes: z.array(z.strictObject({ name: z.string(), value: z.string() })),
})
export type Table = z.output<typeof Table>
