import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { openCore } from '../../../../src/core/core.ts'
import { latestVersion, MIGRATIONS } from '../../../../src/core/db/migrations/index.ts'
import { createDatabase } from '../../../../src/core/db/open.ts'
import { createClient } from '../../../../src/shared/client.ts'
import { testProject } from '../../../support/project.ts'
import { temporaryFolder } from '../../../support/temporary.ts'

const TEXT = 'Partnership is a shared responsibility.'

/** A project as version 1 left it, with a free segment and one that was made with a code. */
async function formerProject() {
  const today = join(temporaryFolder(), 'today.postil')
  const core = openCore({ path: today, create: true, coder: 'Ada' })
  const client = createClient(core)
  const { handle, path: file } = core.freight.fresh('A.txt')
  writeFileSync(file, TEXT)
  const { id: documentId } = await client.documents.import({ file: handle, name: 'A' })
  const codeId = await client.codes.create({ name: 'X' })
  const { segmentId } = await client.segments.create({ documentId, span: { start: 17, end: 23 } })
  await client.history.undo()
  await client.history.redo()
  await client.segments.addCode({ segmentIds: [segmentId], codeId })
  await client.segments.apply({ documentId, span: { start: 0, end: 11 }, codeIds: [codeId] })
  core.freight.clear()
  await core.close()
  return { path: asVersion(1, today), documentId, segmentId }
}

/** The rows of a project of today in a file of an earlier version, which has only the tables and columns it knew. */
function asVersion(version: number, today: string): string {
  const path = join(temporaryFolder(), 'study.postil')
  createDatabase(path, MIGRATIONS.slice(0, version)).close()
  const db = new Database(path)
  db.pragma('foreign_keys = OFF')
  db.exec(`ATTACH '${today}' AS today`)
  const tables = db
    .prepare<[], string>(
      "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
    )
    .pluck()
    .all()
  for (const table of tables) {
    const columns = (db.pragma(`main.table_info(${table})`) as { name: string }[]).map(
      ({ name }) => `"${name}"`,
    )
    db.exec(`INSERT INTO main.${table} (${columns.join()}) SELECT ${columns.join()} FROM today.${table}`)
  }
  db.close()
  return path
}

describe('a project of version 1', () => {
  it('opens with all that was in it, keeps its undo, and knows which segments were made free', async () => {
    const { path, documentId, segmentId } = await formerProject()
    const { client } = testProject(path, false)
    expect(existsSync(`${path}.before-version-${latestVersion(MIGRATIONS)}`)).toBe(true)
    expect((await client.project.check()).sound).toBe(true)
    const segments = await client.segments.ofDocument({ documentId })
    expect(segments.map(({ codings }) => codings.length)).toEqual([1, 1])
    expect((await client.history.state()).undo).toBe('Apply code')

    await client.segments.uncode({
      codingIds: segments.flatMap(({ codings }) => codings.map(({ id }) => id)),
    })
    expect(await client.segments.ofDocument({ documentId })).toMatchObject([{ id: segmentId, codings: [] }])

    for (let step = 0; step < 4; step++) await client.history.undo()
    expect(await client.segments.ofDocument({ documentId })).toEqual([])
  })
})
