import type { Database } from 'better-sqlite3'
import type { Change } from '../shared/client.ts'
import { fail } from '../shared/errors.ts'
import { type Readable, TABLES, type TableName } from '../shared/model/tables.ts'
import { rowImage } from './db/sql.ts'
import { createRestorer } from './journal-restore.ts'
import { createStacks } from './journal-stacks.ts'

export interface StepSpec {
  readonly procedure: string
  readonly label: string
  /** joins the step before if that has the same key, the same actor and is not older than `pause` */
  readonly continues?: string | undefined
  readonly pause?: number | undefined
}

export interface RowChange {
  readonly table: TableName
  readonly row: string
  readonly before: string | null
  readonly after: string | null
}

export interface JournalEvents {
  /** after commit: what the windows hear */
  changed(change: Change): void
  /** after commit: the rows themselves, for what is kept beside the database */
  rows(changes: Iterable<RowChange>): void
}

const ROWS_TOLD = 50

/**
 * Writes down every change to the researcher's tables, so that undo, the audit log and
 * change notification are one mechanism that no procedure can forget.
 *
 * The pen is a set of TEMP triggers: they see cascades and bulk statements, they are
 * rebuilt from the live schema at every open, and they never reach the file.
 */
export function createJournal(db: Database, actor: () => string, events: JournalEvents) {
  const columns = armTriggers(db)
  const stacks = createStacks(db)
  const restore = createRestorer(db, columns)

  const open = db
    .prepare<[string, string, string, string, string | null, number | null], number>(
      'INSERT INTO step (at, actor, "procedure", label, merge_key, undoes) VALUES (?, ?, ?, ?, ?, ?) RETURNING id',
    )
    .pluck()
  const remove = db.prepare<[number]>('DELETE FROM step WHERE id = ?')
  const lastChange = db.prepare<[], number>('SELECT coalesce(max(id), 0) FROM change').pluck()
  const changesAfter = db.prepare<[number], RowChange>(
    'SELECT "table", "row", before, after FROM change WHERE id > ? ORDER BY id',
  )
  const tablesAfter = db
    .prepare<[number], TableName>('SELECT DISTINCT "table" FROM change WHERE id > ?')
    .pluck()
  const firstRowsAfter = db.prepare<[number], Change['rows'][number]>(
    `SELECT "table", "row" AS id FROM change WHERE id > ? ORDER BY change.id LIMIT ${ROWS_TOLD}`,
  )
  const lift = db.prepare<[number]>('INSERT INTO temp.pen VALUES (?)')
  const lower = db.prepare('DELETE FROM temp.pen')
  let joinable: { step: number; key: string; actor: string; at: number } | null = null

  /** Runs `work` as one step: one transaction, one line of history, one notification. */
  function step<T>(spec: StepSpec, work: () => T, undoes: number | null = null): T {
    const since = lastChange.get()!
    const begun = begin(spec, undoes)
    const { result, id, fresh, dirty } = db
      .transaction(() => {
        const id =
          begun ??
          open.get(
            new Date().toISOString(),
            actor(),
            spec.procedure,
            spec.label,
            spec.continues ?? null,
            undoes,
          )!
        lift.run(id)
        const result = work()
        lower.run()
        const dirty = lastChange.get()! > since
        if (!dirty && begun === null) remove.run(id)
        return { result, id, fresh: begun === null, dirty }
      })
      .immediate()
    if (dirty) {
      if (fresh) stacks.add({ id, label: spec.label, undoes })
      joinable =
        spec.continues === undefined
          ? null
          : { step: id, key: spec.continues, actor: actor(), at: Date.now() }
      tell(id, spec.label, since)
    }
    return result
  }

  /** The step to continue, if the one before may be continued. */
  function begin(spec: StepSpec, undoes: number | null): number | null {
    if (undoes !== null || spec.continues === undefined || joinable === null) return null
    const fits =
      joinable.key === spec.continues && joinable.actor === actor() && stacks.last()?.id === joinable.step
    return fits && Date.now() - joinable.at <= (spec.pause ?? Number.POSITIVE_INFINITY) ? joinable.step : null
  }

  function tell(step: number, label: string, since: number): void {
    const tables: Readable[] = ['step', ...tablesAfter.all(since)]
    const rows = firstRowsAfter.all(since)
    events.rows({ [Symbol.iterator]: () => changesAfter.iterate(since) })
    events.changed({ step, label, tables, rows })
  }

  /** Puts back what a step found. Itself a step, so it can be undone in turn: redo is undoing the undoing. */
  function revert(side: 'undo' | 'redo'): { step: number; label: string } {
    const target = stacks.top(side)
    if (!target) throw fail(side === 'undo' ? 'nothing-to-undo' : 'nothing-to-redo')
    joinable = null
    step({ procedure: `history.${side}`, label: target.label }, () => restore(target), target.id)
    return { step: target.id, label: target.label }
  }

  return {
    step,
    undo: () => revert('undo'),
    redo: () => revert('redo'),
    state: () => ({
      undo: stacks.top('undo')?.label ?? null,
      redo: stacks.top('redo')?.label ?? null,
      step: stacks.last()?.id ?? 0,
    }),
  }
}
export type Journal = ReturnType<typeof createJournal>

/** One trigger a table and kind of change; each writes only while the pen is down on a step. */
function armTriggers(db: Database): ReadonlyMap<TableName, readonly string[]> {
  db.exec('CREATE TEMP TABLE pen (step INTEGER)')
  const columns = new Map<TableName, string[]>()
  for (const table of TABLES) {
    const names = (db.pragma(`main.table_info(${table})`) as { name: string }[]).map(column => column.name)
    columns.set(table, names)
    const image = (side: 'OLD' | 'NEW') => rowImage(names, side)
    const arm = (event: string, id: string, before: string, after: string) =>
      db.exec(`CREATE TEMP TRIGGER journal_${table}_${event} AFTER ${event} ON main.${table} BEGIN
        INSERT INTO change (step, "table", "row", before, after)
        SELECT step, '${table}', ${id}.id, ${before}, ${after} FROM pen; END`)
    arm('INSERT', 'NEW', 'NULL', image('NEW'))
    arm('UPDATE', 'OLD', image('OLD'), image('NEW'))
    arm('DELETE', 'OLD', image('OLD'), 'NULL')
  }
  return columns
}
