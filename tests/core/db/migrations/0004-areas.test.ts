import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { APPLICATION_ID } from '../../../../src/core/db/header.ts'
import { MIGRATIONS, migrate } from '../../../../src/core/db/migrations/index.ts'
import { openDatabase } from '../../../../src/core/db/open.ts'
import { temporaryFolder } from '../../../support/temporary.ts'

const DOCUMENT = `INSERT INTO document (id, number, position, name, kind, media_type, file_name, asset_sha256,
  text_sha256, structure_sha256, characters, words, pages, created, created_by)
  VALUES (?, ?, 1, 'A', ?, '', '', '', '', '', 1, 0, 1, '', 'ada')`

/** A project as version 3 left it, with a document and a segment on it. */
function formerProject(): string {
  const path = join(temporaryFolder(), 'study.postil')
  const db = new Database(path)
  db.pragma(`application_id = ${APPLICATION_ID}`)
  migrate(
    db,
    MIGRATIONS.filter(({ version }) => version <= 3),
  )
  db.exec("INSERT INTO coder VALUES ('ada', 'Ada', '#000000', '')")
  db.prepare(DOCUMENT).run('old', 1, 'pdf')
  db.exec(`INSERT INTO segment (id, document_id, number, "start", "end", words, checksum, created, created_by)
    VALUES ('s', 'old', 1, 0, 1, 0, 0, '', 'ada')`)
  expect(() => db.prepare(DOCUMENT).run('new', 2, 'image')).toThrow(/CHECK/)
  db.close()
  return path
}

describe('a project of version 3', () => {
  it('takes pictures afterwards and nothing else, with all that was in it, as it was', () => {
    const path = formerProject()
    const { db, close } = openDatabase(path)
    const table = (name: string) => db.prepare(`SELECT id FROM ${name}`).pluck().all()
    expect([table('document'), table('segment')]).toEqual([['old'], ['s']])
    db.prepare(DOCUMENT).run('new', 2, 'image')
    expect(() => db.prepare(DOCUMENT).run('other', 3, 'film')).toThrow(/CHECK/)
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(db.pragma('foreign_key_check')).toEqual([])
    // the words of the schema can be written by nobody any more
    expect(() => db.prepare("UPDATE sqlite_schema SET sql = ''").run()).toThrow()
    close()
    openDatabase(path).close()
  })

  it('loses an area with its segment', () => {
    const { db, close } = openDatabase(formerProject())
    db.exec("INSERT INTO segment_area VALUES ('s', 0, 1, 2, 3, 4)")
    expect(() => db.exec("INSERT INTO segment_area VALUES ('none', 0, 1, 2, 3, 4)")).toThrow(/FOREIGN KEY/)
    db.exec("DELETE FROM document WHERE id = 'old'")
    expect(db.prepare('SELECT count(*) FROM segment_area').pluck().get()).toBe(0)
    close()
  })
})
