import type { FrequencySpec } from '../../../shared/contract/analysis.ts'
import type { Cell } from '../../../shared/model/table.ts'

const whole = new Intl.NumberFormat('en')
const two = new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

/** A cell as it is shown: two decimals where the figure has any; an undefined one is blank. */
export function cellText(cell: Cell, figure: FrequencySpec['figure']): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return cell
  return figure === 'count' ? whole.format(cell) : two.format(cell)
}

/** A cell as it is spoken. */
export function spokenCell(cell: Cell, figure: FrequencySpec['figure']): string {
  if (cell === null) return 'undefined'
  return figure.endsWith('percent') ? `${cellText(cell, figure)} percent` : cellText(cell, figure)
}

const FAINTEST = 0.18

/** How strongly a cell is tinted: nothing for nothing, then by its share of the largest, up to 1. */
export const tint = (cell: Cell, largest: number): number =>
  typeof cell === 'number' && cell > 0 && largest > 0
    ? FAINTEST + (1 - FAINTEST) * Math.min(1, cell / largest)
    : 0
