/** A row that is shown now: children of closed rows are not among the rows. */
export interface TreeRow {
  readonly key: string
  /** from 1 */
  readonly level: number
  /** null: there is nothing below it */
  readonly expanded: boolean | null
  /** what type-ahead looks for */
  readonly text: string
  /** its place among its siblings, from 1, and how many they are */
  readonly position: number
  readonly size: number
}

/** Which rows are chosen. `focus` is the one that keys act on. */
export interface Picked {
  readonly focus: string | null
  /** where a range began */
  readonly anchor: string | null
  readonly selected: ReadonlySet<string>
}

export const nothingPicked: Picked = { focus: null, anchor: null, selected: new Set() }

/** one: this row alone · toggle: this one too, or not · range: all from the anchor to here */
export type PickHow = 'one' | 'toggle' | 'range'

export const pickOne = (key: string): Picked => ({ focus: key, anchor: key, selected: new Set([key]) })

export function pick(rows: readonly TreeRow[], before: Picked, key: string, how: PickHow): Picked {
  if (how === 'toggle') {
    const selected = new Set(before.selected)
    if (!selected.delete(key)) selected.add(key)
    return { focus: key, anchor: key, selected }
  }
  const from = how === 'range' ? rows.findIndex(row => row.key === before.anchor) : -1
  if (from < 0) return pickOne(key)
  const to = rows.findIndex(row => row.key === key)
  const between = rows.slice(Math.min(from, to), Math.max(from, to) + 1)
  return { focus: key, anchor: before.anchor, selected: new Set(between.map(row => row.key)) }
}

export function pickAll(rows: readonly TreeRow[], before: Picked): Picked {
  return { ...before, selected: new Set(rows.map(row => row.key)) }
}

/** How a click with these keys held picks. */
export const howOf = (event: { shiftKey: boolean; ctrlKey: boolean; metaKey: boolean }): PickHow =>
  event.shiftKey ? 'range' : event.ctrlKey || event.metaKey ? 'toggle' : 'one'

/** The row above which `index` hangs. */
export function parentOf<R extends TreeRow>(rows: readonly R[], index: number): R | undefined {
  const level = rows[index]?.level ?? 0
  return rows.slice(0, Math.max(0, index)).findLast(row => row.level < level)
}
