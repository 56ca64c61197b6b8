import type { Migration } from './index.ts'

/**
 * Which segments were made as free ones: a fact that never changes, so it is written down
 * once and looked up by id. Before, every removal of a coding looked for it in the whole
 * diary. The columns of `segment` stay as they are, so that older steps can still be undone.
 */
export const freeSegments: Migration = {
  version: 2,
  name: 'free-segments',
  up: db =>
    db.exec(`
    CREATE TABLE made_free (segment_id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

    INSERT INTO made_free
      SELECT DISTINCT change."row"
      FROM step CROSS JOIN change ON change.step = step.id AND change."table" = 'segment'
      WHERE step."procedure" = 'segments.create' AND change.before IS NULL;
  `),
}
