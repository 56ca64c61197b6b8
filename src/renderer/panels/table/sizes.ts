import type { Column } from '../../../shared/model/table.ts'

/** Rows and columns of one size each: which of them are in view is arithmetic. */
export const SIZES = { row: 28, column: 100, label: 236, head: 80 } as const

/** Totals stay at the edge; every other column has its place. */
export const placeOf = (role: Column['role'], column: number): { left?: number; width: number } =>
  role === 'total'
    ? { width: SIZES.column }
    : { left: SIZES.label + column * SIZES.column, width: SIZES.column }
