import type { Database } from 'better-sqlite3'
import { TABLES, type TableName } from '../../shared/model/tables.ts'
import type { Context } from '../context.ts'
import { statement } from '../db/sql.ts'

/** What hangs on a segment is taken along by its removal, or lets go of it; either way it is written down here. */
interface Attachment {
  readonly table: TableName
  readonly column: string
  readonly row: Readonly<Record<string, string | number | null>>
}

interface Reference {
  readonly table: TableName
  readonly column: string
  /** its rows go with the segment */
  readonly goes: boolean
}

/** Codings and areas are kept in columns of their own. */
const OWN: readonly TableName[] = ['coding', 'segment_area', 'segment_review']

const known = new WeakMap<Database, readonly Reference[]>()

/** Read off the schema, so that whatever comes to hang on segments later is kept as well. */
function references(db: Database): readonly Reference[] {
  const found = known.get(db)
  if (found) return found
  const all = TABLES.filter(table => !OWN.includes(table)).flatMap(table =>
    (db.pragma(`foreign_key_list(${table})`) as { table: string; from: string; on_delete: string }[])
      .filter(key => key.table === 'segment')
      .map(key => ({ table, column: key.from, goes: key.on_delete === 'CASCADE' })),
  )
  known.set(db, all)
  return all
}

export function attachmentsOf({ db }: Context, segmentId: string): string {
  const all = references(db).flatMap(({ table, column }) =>
    statement<[string], Attachment['row']>(db, `SELECT * FROM ${table} WHERE "${column}" = ? ORDER BY id`)
      .all(segmentId)
      .map((row): Attachment => ({ table, column, row })),
  )
  return JSON.stringify(all)
}

/** Hangs it on the segment again, as far as it has found no other place since and its other ends are there. */
export function attachAgain(ctx: Context, segmentId: string, attachments: string): void {
  // written by attachmentsOf
  for (const { table, column, row } of JSON.parse(attachments) as Attachment[]) {
    const reference = references(ctx.db).find(one => one.table === table && one.column === column)
    if (!reference) continue
    if (reference.goes) putBack(ctx, reference, row)
    else tieAgain(ctx, reference, row, segmentId)
  }
}

function tieAgain({ db }: Context, { table, column }: Reference, row: Attachment['row'], id: string): void {
  const free =
    table === 'memo'
      ? 'segment_id IS NULL AND code_id IS NULL AND document_id IS NULL'
      : `"${column}" IS NULL`
  statement<[string, unknown]>(db, `UPDATE ${table} SET "${column}" = ? WHERE id = ? AND ${free}`).run(
    id,
    row['id'],
  )
}

function putBack(ctx: Context, { table }: Reference, row: Attachment['row']): void {
  const { db } = ctx
  const columns = (db.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name)
  const insert = statement<unknown[]>(
    db,
    `INSERT OR IGNORE INTO ${table} (${columns.map(name => `"${name}"`).join(', ')})
      VALUES (${columns.map(() => '?').join(', ')})`,
  )
  try {
    insert.run(...columns.map(name => row[name] ?? null))
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'SQLITE_CONSTRAINT_FOREIGNKEY') throw error
    passOn(ctx, table, row)
  }
}

/** Its other end is lost too: it comes back with that one. Where the other end was deleted, it is gone with it. */
function passOn({ db }: Context, table: TableName, row: Attachment['row']): void {
  for (const { column } of references(db).filter(one => one.table === table)) {
    const other = row[column]
    const kept = statement<[unknown], string>(db, 'SELECT attached FROM lost_segment WHERE id = ?')
      .pluck()
      .get(other)
    if (kept === undefined) continue
    const attached = JSON.stringify([...(JSON.parse(kept) as Attachment[]), { table, column, row }])
    statement<[string, unknown]>(db, 'UPDATE lost_segment SET attached = ? WHERE id = ?').run(attached, other)
    return
  }
}
