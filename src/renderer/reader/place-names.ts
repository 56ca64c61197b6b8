import type { Segment } from '../../shared/contract/segments.ts'
import type { Span } from '../../shared/model/span.ts'
import type { Structure } from '../../shared/model/structure.ts'
import { numberedBlocks } from './text-view/plan.ts'

export interface NamedPlace {
  readonly span: Span
  /** "paragraph 12", "page iv", "segment 3:10" */
  readonly words: string
  readonly segment: Segment | null
}

export interface Places {
  readonly text: string
  readonly structure: Structure
  readonly segments: readonly Segment[]
}

const SEGMENT = /^(?:segment\s*)?(\d+:\d+)$/iu
const PAGE = /^(?:p|pp|page|pg)\.?\s*(\S+)$/iu
const PARAGRAPH = /^(?:§|¶|paragraph|para|par)?\.?\s*(\d+)$/iu

/** What "12", "§ 12", "p. iv" or "3:10" names in a document; null where there is no such place. */
export function placeNamed(typed: string, { text, structure, segments }: Places): NamedPlace | null {
  const asked = typed.trim()
  const reference = SEGMENT.exec(asked)?.[1]
  if (reference !== undefined) {
    const segment = segments.find(one => one.reference === reference)
    return segment ? { span: segment, words: `segment ${reference}`, segment } : null
  }
  const label = PAGE.exec(asked)?.[1]
  if (label !== undefined) {
    const { pages } = structure
    // the label that is printed on the page comes before the place of the page in the file
    const page =
      pages.find(one => one.label.toLowerCase() === label.toLowerCase()) ?? pages[Number(label) - 1]
    return page ? { span: startOf(page), words: `page ${page.label}`, segment: null } : null
  }
  const number = PARAGRAPH.exec(asked)?.[1]
  if (number === undefined) return null
  const found = numberedBlocks(text, structure.blocks).find(one => one.number === Number(number))
  return found ? { span: startOf(found.block), words: `paragraph ${number}`, segment: null } : null
}

const startOf = ({ start }: Span): Span => ({ start, end: start })
