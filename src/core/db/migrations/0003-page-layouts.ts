import type { Migration } from './index.ts'

/**
 * Where the text of a document stands on its printed pages. Two scans of as many pages have
 * the same text, so the original is part of what a set of pages is known by.
 */
export const pageLayouts: Migration = {
  version: 3,
  name: 'page-layouts',
  up: db =>
    db.exec(`
    CREATE TABLE page_set (
      id INTEGER PRIMARY KEY, asset_sha256 TEXT NOT NULL, text_sha256 TEXT NOT NULL, structure_sha256 TEXT NOT NULL,
      source TEXT NOT NULL CHECK (source IN ('printed', 'recognised', 'none')),
      pages TEXT NOT NULL, extraction TEXT NOT NULL) STRICT;
    CREATE UNIQUE INDEX page_set_by_text ON page_set (asset_sha256, text_sha256, structure_sha256);

    CREATE TABLE page_layout (
      id INTEGER PRIMARY KEY, set_id INTEGER NOT NULL REFERENCES page_set (id) ON DELETE CASCADE,
      page INTEGER NOT NULL, layout BLOB NOT NULL) STRICT;
    CREATE UNIQUE INDEX page_layout_by_page ON page_layout (set_id, page);
  `),
}
