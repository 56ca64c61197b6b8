import type { Quote } from '../../shared/text/anchoring/quote.ts'
import type { Context } from '../context.ts'
import { statement } from '../db/sql.ts'

/** The words a segment had in the version before, and the page they stood on. */
export interface OpenQuote extends Quote {
  readonly page: string
}

export interface QuoteColumns {
  readonly quote: string
  readonly before: string
  readonly after: string
  readonly place: number
  readonly page: string
}

export const toQuote = ({ quote, before, after, place, page }: QuoteColumns): OpenQuote => ({
  exact: quote,
  before,
  after,
  place,
  page,
})

/** The segments of a document whose place is only a proposal. */
export function reviewsOf({ db }: Context, documentId: string): Map<string, OpenQuote> {
  const rows = statement<[string], QuoteColumns & { id: string }>(
    db,
    `SELECT r.id, r.quote, r.before, r.after, r.place, r.page
      FROM segment_review r JOIN segment s ON s.id = r.id WHERE s.document_id = ?`,
  ).all(documentId)
  return new Map(rows.map(row => [row.id, toQuote(row)]))
}

export function putReview({ db }: Context, id: string, quote: OpenQuote, score: number): void {
  statement<[string, number, string, string, string, number, string]>(
    db,
    `INSERT INTO segment_review (id, score, quote, before, after, place, page) VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET score = excluded.score`,
  ).run(id, score, quote.exact, quote.before, quote.after, quote.place, quote.page)
}

/** Answers whether there was something to review. */
export const forgetReview = ({ db }: Context, id: string): boolean =>
  statement<[string]>(db, 'DELETE FROM segment_review WHERE id = ?').run(id).changes > 0
