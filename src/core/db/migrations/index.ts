import type { Database } from 'better-sqlite3'
import { create } from './0001-create.ts'
import { freeSegments } from './0002-free-segments.ts'
import { pageLayouts } from './0003-page-layouts.ts'
import { areas } from './0004-areas.ts'
import { replacements } from './0005-replacements.ts'

/** One numbered step from the file version before to this one. Runs inside a transaction that also sets `user_version`. */
export interface Migration {
  readonly version: number
  readonly name: string
  up(db: Database): void
}

/** In order, without gaps; a released migration is never edited. */
export const MIGRATIONS: readonly Migration[] = [create, freeSegments, pageLayouts, areas, replacements]

export const latestVersion = (migrations: readonly Migration[]) => migrations.at(-1)?.version ?? 0

/** Brings an open database from its `user_version` to the latest, all or nothing. */
export function migrate(db: Database, migrations: readonly Migration[]): void {
  const from = db.pragma('user_version', { simple: true }) as number
  db.transaction(() => {
    for (const migration of migrations) {
      if (migration.version <= from) continue
      migration.up(db)
      db.pragma(`user_version = ${migration.version}`)
    }
  }).exclusive()
}
