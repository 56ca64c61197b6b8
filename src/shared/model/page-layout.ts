import { z } from './zod.ts'

/**
 * Where a document's canonical text stands on the pages it was printed on. Boxes are in
 * points (of images: pixels) of the page as the file shows it, unturned by whoever reads; y
 * grows downwards from the page's top. Made once, at import, and stored: a highlight never
 * depends on the version of the library that draws the page.
 */
const offset = z.int().nonnegative()

/** Text of one font on one baseline. */
export const PageRun = z.strictObject({
  start: offset,
  end: offset,
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
  /** of the baseline, in quarter turns clockwise */
  turn: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]),
  /** written from top to bottom */
  vertical: z.boolean(),
  /** the characters follow one another against the direction of the baseline */
  rtl: z.boolean(),
  /**
   * Where its characters begin, and where the last one ends, along the way it is read, from
   * the edge where reading begins; tenths of a point. One more than there are UTF-16 units.
   */
  stops: z.array(z.int()),
})
export type PageRun = z.output<typeof PageRun>

/** What stands on the page and is no part of the text: running heads and feet, page and line numbers. */
export const Furniture = z.strictObject({
  text: z.string(),
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
})
export type Furniture = z.output<typeof Furniture>

export const PageLayout = z.strictObject({
  /** from 0 */
  index: z.int().nonnegative(),
  runs: z.array(PageRun),
  furniture: z.array(Furniture),
})
export type PageLayout = z.output<typeof PageLayout>

/** A page before any of its text is asked for. */
export const PageInfo = z.strictObject({
  index: z.int().nonnegative(),
  /** what the document itself calls it: "iv" */
  label: z.string(),
  width: z.number(),
  height: z.number(),
  /** where its text begins and ends in the canonical text */
  start: offset,
  end: offset,
})
export type PageInfo = z.output<typeof PageInfo>

/** A rectangle on a page, in the units of that page's boxes. */
export const Area = z.strictObject({
  page: z.int().nonnegative(),
  x: z.number(),
  y: z.number(),
  width: z.number().positive(),
  height: z.number().positive(),
})
export type Area = z.output<typeof Area>
