import type { Database } from 'better-sqlite3'
import { fail } from '../shared/errors.ts'
import type { PageInfo, PageLayout } from '../shared/model/page-layout.ts'
import { statement } from './db/sql.ts'
import { unpackLayout } from './exchange/documents/page-layout-codec.ts'
import type { PrintedPages } from './exchange/documents/reader.ts'

/** What a set of pages is known by: the original they are in, and the text that stands on them. */
export interface PageSetKey {
  readonly asset: string
  readonly text: string
  readonly structure: string
}

export interface PageSet {
  readonly id: number
  readonly text: PrintedPages['text']
  readonly pages: readonly PageInfo[]
}

/** Like texts, sets of pages are kept by content, insert only: nothing of them ever changes in place. */
export function keepPages(db: Database, { asset, text, structure }: PageSetKey, printed: PrintedPages): void {
  const extraction = JSON.stringify({ by: printed.extraction ?? null })
  const id = statement<[string, string, string, string, string, string], { id: number }>(
    db,
    `INSERT OR IGNORE INTO page_set (asset_sha256, text_sha256, structure_sha256, source, pages, extraction)
      VALUES (?, ?, ?, ?, ?, ?) RETURNING id`,
  ).get(asset, text, structure, printed.text, JSON.stringify(printed.pages), extraction)?.id
  if (id === undefined) return
  const insert = statement<[number, number, Uint8Array]>(
    db,
    'INSERT INTO page_layout (set_id, page, layout) VALUES (?, ?, ?)',
  )
  for (const [page, layout] of printed.layouts.entries()) insert.run(id, page, layout)
}

export function pageSetOf(db: Database, { asset, text, structure }: PageSetKey): PageSet | null {
  const row = statement<[string, string, string], { id: number; source: PageSet['text']; pages: string }>(
    db,
    `SELECT id, source, pages FROM page_set
      WHERE asset_sha256 = ? AND text_sha256 = ? AND structure_sha256 = ?`,
  ).get(asset, text, structure)
  // written by keepPages
  return row ? { id: row.id, text: row.source, pages: JSON.parse(row.pages) as PageInfo[] } : null
}

export function layoutsOfSet(db: Database, set: number, from: number, to: number): PageLayout[] {
  const rows = statement<[number, number, number], { page: number; layout: Buffer }>(
    db,
    'SELECT page, layout FROM page_layout WHERE set_id = ? AND page >= ? AND page < ? ORDER BY page',
  ).all(set, from, to)
  return rows.map(({ page, layout }) => readLayout(page, layout))
}

function readLayout(page: number, layout: Uint8Array): PageLayout {
  try {
    return unpackLayout(page, layout)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw fail('project-damaged', { path: `The layout of page ${page + 1}`, reason })
  }
}

/** What is wrong with the pages that are kept, in sentences. */
export function checkPageSets(db: Database): string[] {
  const findings: string[] = []
  const layouts = db.prepare<[], { page: number; layout: Buffer; length: number | null }>(`
    SELECT page, layout, (SELECT length FROM document_text t
      WHERE t.sha256 = s.text_sha256 AND t.structure_sha256 = s.structure_sha256) AS length
    FROM page_layout JOIN page_set s ON s.id = set_id`)
  for (const { page, layout, length } of layouts.iterate()) {
    if (!isSound(page, layout, length ?? 0))
      findings.push(`what is kept of where the text stands on page ${page + 1} of a document cannot be read`)
  }
  return findings
}

function isSound(page: number, layout: Uint8Array, length: number): boolean {
  try {
    return unpackLayout(page, layout).runs.every(
      run => run.start < run.end && run.end <= length && run.stops.length === run.end - run.start + 1,
    )
  } catch {
    // zlib's checksum, or what JSON thinks of the rest: either way it cannot be read
    return false
  }
}
