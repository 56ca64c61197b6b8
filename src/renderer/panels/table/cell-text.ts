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

/** How strongly a cell is tinted, 0 to 1, by its share of the largest. */
export const tint = (cell: Cell, largest: number): number =>
  typeof cell === 'number' && largest > 0 ? Math.sqrt(cell / largest) : 0
