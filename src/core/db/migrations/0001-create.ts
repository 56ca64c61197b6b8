import type { Migration } from './index.ts'

/** The first project file. Every table's meaning is told in docs/data-model.md. */
export const create: Migration = {
  version: 1,
  name: 'create',
  up: db =>
    db.exec(`
    CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

    CREATE TABLE counter (key TEXT PRIMARY KEY, next INTEGER NOT NULL) STRICT, WITHOUT ROWID;

    CREATE TABLE asset (sha256 TEXT PRIMARY KEY, size INTEGER NOT NULL, bytes BLOB NOT NULL) STRICT;
    CREATE TABLE document_text (
      sha256 TEXT NOT NULL, structure_sha256 TEXT NOT NULL, length INTEGER NOT NULL, words INTEGER NOT NULL,
      text TEXT NOT NULL, structure TEXT NOT NULL, extraction TEXT NOT NULL,
      PRIMARY KEY (sha256, structure_sha256)) STRICT;

    CREATE TABLE coder (id TEXT PRIMARY KEY, name TEXT NOT NULL, color TEXT NOT NULL, created TEXT NOT NULL) STRICT;

    CREATE TABLE document (
      id TEXT PRIMARY KEY, number INTEGER NOT NULL, position REAL NOT NULL, name TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('text', 'pdf')), media_type TEXT NOT NULL, file_name TEXT NOT NULL,
      asset_sha256 TEXT NOT NULL, text_sha256 TEXT NOT NULL, structure_sha256 TEXT NOT NULL,
      characters INTEGER NOT NULL, words INTEGER NOT NULL, pages INTEGER NOT NULL,
      comment TEXT NOT NULL DEFAULT '',
      created TEXT NOT NULL, created_by TEXT NOT NULL REFERENCES coder (id)) STRICT;
    CREATE INDEX document_by_asset ON document (asset_sha256);

    CREATE TABLE document_group (id TEXT PRIMARY KEY, position REAL NOT NULL, name TEXT NOT NULL) STRICT;
    CREATE TABLE document_group_member (
      id TEXT PRIMARY KEY,
      group_id TEXT NOT NULL REFERENCES document_group (id) ON DELETE CASCADE,
      document_id TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE) STRICT;
    CREATE INDEX member_by_group ON document_group_member (group_id, document_id);
    CREATE INDEX member_by_document ON document_group_member (document_id);

    CREATE TABLE variable (
      id TEXT PRIMARY KEY, position REAL NOT NULL, name TEXT NOT NULL,
      type TEXT NOT NULL CHECK (type IN ('text', 'number', 'date', 'boolean', 'category', 'url'))) STRICT;
    CREATE TABLE variable_value (
      id TEXT PRIMARY KEY,
      variable_id TEXT NOT NULL REFERENCES variable (id) ON DELETE CASCADE,
      document_id TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
      value TEXT NOT NULL) STRICT;
    CREATE INDEX value_by_variable ON variable_value (variable_id, document_id);
    CREATE INDEX value_by_document ON variable_value (document_id);

    CREATE TABLE code (
      id TEXT PRIMARY KEY, parent_id TEXT REFERENCES code (id) ON DELETE CASCADE, position REAL NOT NULL,
      name TEXT NOT NULL, color TEXT NOT NULL, glyph TEXT NOT NULL, definition TEXT NOT NULL DEFAULT '',
      codable INTEGER NOT NULL DEFAULT 1 CHECK (codable IN (0, 1)),
      created TEXT NOT NULL, created_by TEXT NOT NULL REFERENCES coder (id)) STRICT;
    CREATE INDEX code_by_parent ON code (parent_id);

    CREATE TABLE segment (
      id TEXT PRIMARY KEY, document_id TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
      number INTEGER NOT NULL, "start" INTEGER NOT NULL, "end" INTEGER NOT NULL, words INTEGER NOT NULL,
      checksum INTEGER NOT NULL, comment TEXT NOT NULL DEFAULT '',
      created TEXT NOT NULL, created_by TEXT NOT NULL REFERENCES coder (id),
      CHECK ("start" >= 0 AND "start" < "end")) STRICT;
    CREATE INDEX segment_by_document ON segment (document_id, "start", "end");

    CREATE TABLE coding (
      id TEXT PRIMARY KEY,
      segment_id TEXT NOT NULL REFERENCES segment (id) ON DELETE CASCADE,
      code_id TEXT NOT NULL REFERENCES code (id) ON DELETE CASCADE,
      coder_id TEXT NOT NULL REFERENCES coder (id),
      created TEXT NOT NULL) STRICT;
    CREATE INDEX coding_by_segment ON coding (segment_id, code_id, coder_id);
    CREATE INDEX coding_by_code ON coding (code_id);

    CREATE TABLE memo (
      id TEXT PRIMARY KEY, title TEXT NOT NULL, kind TEXT NOT NULL, body TEXT NOT NULL,
      document_id TEXT REFERENCES document (id) ON DELETE SET NULL,
      code_id TEXT REFERENCES code (id) ON DELETE SET NULL,
      segment_id TEXT REFERENCES segment (id) ON DELETE SET NULL,
      created TEXT NOT NULL, changed TEXT NOT NULL, created_by TEXT NOT NULL REFERENCES coder (id)) STRICT;
    CREATE INDEX memo_by_document ON memo (document_id) WHERE document_id IS NOT NULL;
    CREATE INDEX memo_by_code ON memo (code_id) WHERE code_id IS NOT NULL;
    CREATE INDEX memo_by_segment ON memo (segment_id) WHERE segment_id IS NOT NULL;

    CREATE TABLE setting (id TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

    CREATE TABLE step (
      id INTEGER PRIMARY KEY, at TEXT NOT NULL, actor TEXT NOT NULL, "procedure" TEXT NOT NULL, label TEXT NOT NULL,
      merge_key TEXT, undoes INTEGER REFERENCES step (id)) STRICT;
    CREATE TABLE change (
      id INTEGER PRIMARY KEY, step INTEGER NOT NULL REFERENCES step (id),
      "table" TEXT NOT NULL, "row" TEXT NOT NULL, before TEXT, after TEXT) STRICT;
    CREATE INDEX change_by_step ON change (step, "table");
  `),
}
