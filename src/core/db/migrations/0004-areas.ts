import type { Database } from 'better-sqlite3'
import type { Migration } from './index.ts'

/**
 * Segments that are areas of a page, and pictures as documents. The columns of `segment` and
 * `document` stay as they are, so that older steps can still be undone.
 */
export const areas: Migration = {
  version: 4,
  name: 'areas',
  up: db => {
    db.exec(`
    CREATE TABLE segment_area (
      id TEXT PRIMARY KEY REFERENCES segment (id) ON DELETE CASCADE,
      page INTEGER NOT NULL CHECK (page >= 0),
      x REAL NOT NULL, y REAL NOT NULL,
      width REAL NOT NULL CHECK (width > 0), height REAL NOT NULL CHECK (height > 0)) STRICT;
  `)
    allowPictures(db)
  },
}

const BEFORE = "CHECK (kind IN ('text', 'pdf'))"
const AFTER = "CHECK (kind IN ('text', 'pdf', 'image'))"

/**
 * A CHECK cannot be altered, and a table that others refer to cannot be made anew within a
 * transaction without its rows' cascades. SQLite's own way for a change that touches no stored
 * row (lang_altertable.html, end of §7): the words of the schema are written.
 */
function allowPictures(db: Database): void {
  db.unsafeMode(true)
  try {
    db.pragma('writable_schema = ON')
    const { changes } = db
      .prepare("UPDATE sqlite_schema SET sql = replace(sql, ?, ?) WHERE type = 'table' AND name = 'document'")
      .run(BEFORE, AFTER)
    if (changes !== 1) throw new Error('the table of documents is not as it was made')
  } finally {
    db.pragma('writable_schema = RESET')
    db.unsafeMode(false)
  }
}
