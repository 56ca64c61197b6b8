import type { Context } from '../context.ts'

/** The documents (of these, or of all) whose text was recognised by a program, and by which: quotes of them may be misread. */
export function recognisedDocuments({ db }: Context, among?: readonly string[]): string[] {
  const rows = db
    .prepare<[], { id: string; name: string; by: string | null }>(
      `SELECT d.id, d.name, json_extract(p.extraction, '$.by') AS by
        FROM document d JOIN page_set p ON p.asset_sha256 = d.asset_sha256
          AND p.text_sha256 = d.text_sha256 AND p.structure_sha256 = d.structure_sha256
        WHERE p.source = 'recognised' ORDER BY d.position, d.number`,
    )
    .all()
  return rows
    .filter(({ id }) => among === undefined || among.includes(id))
    .map(({ name, by }) => (by?.startsWith('pdf ') === false ? `${name} (by ${by})` : name))
}
