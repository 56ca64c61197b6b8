import type { Migration } from './index.ts'

/**
 * What the replacement of a document by another version left to be looked at: segments whose
 * new place is a proposal, and segments that have no place, with all that hangs on them.
 */
export const replacements: Migration = {
  version: 5,
  name: 'replacements',
  up: db =>
    db.exec(`
    CREATE TABLE replacement (
      id TEXT PRIMARY KEY, document_id TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
      at TEXT NOT NULL, coder_id TEXT NOT NULL REFERENCES coder (id), file_name TEXT NOT NULL,
      asset_sha256 TEXT NOT NULL, text_sha256 TEXT NOT NULL, structure_sha256 TEXT NOT NULL) STRICT;
    CREATE INDEX replacement_by_document ON replacement (document_id, at);

    CREATE TABLE segment_review (
      id TEXT PRIMARY KEY REFERENCES segment (id) ON DELETE CASCADE,
      score REAL NOT NULL, quote TEXT NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL,
      place REAL NOT NULL, page TEXT NOT NULL) STRICT;

    CREATE TABLE lost_segment (
      id TEXT PRIMARY KEY, document_id TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
      number INTEGER NOT NULL, near INTEGER NOT NULL,
      score REAL NOT NULL, quote TEXT NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL,
      place REAL NOT NULL, page TEXT NOT NULL, area TEXT, attached TEXT NOT NULL,
      comment TEXT NOT NULL, created TEXT NOT NULL, created_by TEXT NOT NULL REFERENCES coder (id)) STRICT;
    CREATE INDEX lost_by_document ON lost_segment (document_id, near);

    CREATE TABLE lost_coding (
      id TEXT PRIMARY KEY,
      lost_id TEXT NOT NULL REFERENCES lost_segment (id) ON DELETE CASCADE,
      code_id TEXT NOT NULL REFERENCES code (id) ON DELETE CASCADE,
      coder_id TEXT NOT NULL REFERENCES coder (id),
      created TEXT NOT NULL) STRICT;
    CREATE INDEX lost_coding_by_segment ON lost_coding (lost_id);
    CREATE INDEX lost_coding_by_code ON lost_coding (code_id);
  `),
}
