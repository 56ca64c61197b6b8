import { describe, expect, it, onTestFinished } from 'vitest'
import type { Context } from '../../../src/core/context.ts'
import { createDatabase } from '../../../src/core/db/open.ts'
import { attachAgain, attachmentsOf } from '../../../src/core/procedures/lost-attachments.ts'

/** A project with two segments, one of them spoken of by a memo. */
function spokenOf() {
  const { db, close } = createDatabase(':memory:')
  onTestFinished(close)
  db.exec(`
    INSERT INTO coder VALUES ('c', 'Ada', '#000000', '');
    INSERT INTO document (id, number, position, name, kind, media_type, file_name, asset_sha256, text_sha256,
      structure_sha256, characters, words, pages, created, created_by)
      VALUES ('d', 1, 1, 'A', 'text', '', '', '', '', '', 9, 1, 0, '', 'c');
    INSERT INTO memo (id, title, kind, body, segment_id, created, changed, created_by)
      SELECT 'm', '', '', '', NULL, '', '', 'c';
  `)
  const segment = (id: string, number: number) =>
    db
      .prepare(`INSERT INTO segment (id, document_id, number, "start", "end", words, checksum, created, created_by)
        VALUES (?, 'd', ?, 0, 1, 0, 0, '', 'c')`)
      .run(id, number)
  segment('a', 1)
  segment('b', 2)
  db.exec("UPDATE memo SET segment_id = 'a' WHERE id = 'm'")
  // nothing but the database is asked
  const ctx = { db } as unknown as Context
  function lose(id: string, number: number): void {
    db.prepare(`INSERT INTO lost_segment (id, document_id, number, near, score, quote, before, after, place, page,
      attached, comment, created, created_by) VALUES (?, 'd', ?, 0, 0, '', '', '', 0, '', ?, '', '', 'c')`).run(
      id,
      number,
      attachmentsOf(ctx, id),
    )
    db.prepare('DELETE FROM segment WHERE id = ?').run(id)
  }
  function bringBack(id: string, number: number): void {
    const attached = db
      .prepare<[string], string>('SELECT attached FROM lost_segment WHERE id = ?')
      .pluck()
      .get(id)!
    segment(id, number)
    db.prepare('DELETE FROM lost_segment WHERE id = ?').run(id)
    attachAgain(ctx, id, attached)
  }
  const memoOn = () => db.prepare<[], string | null>('SELECT segment_id FROM memo').pluck().get()
  return { db, lose, bringBack, memoOn }
}

describe('what hangs on a segment that is lost', () => {
  it('lets go while it is lost, and hangs on it again when it is placed', () => {
    const { lose, bringBack, memoOn } = spokenOf()
    lose('a', 1)
    expect(memoOn()).toBeNull()
    bringBack('a', 1)
    expect(memoOn()).toBe('a')
  })

  it('stays where it has found another place', () => {
    const { db, lose, bringBack, memoOn } = spokenOf()
    lose('a', 1)
    db.exec("UPDATE memo SET document_id = 'd'")
    bringBack('a', 1)
    expect(memoOn()).toBeNull()
  })
})
