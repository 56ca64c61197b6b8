import { indexNotAfter, type Span } from '../../shared/model/span.ts'
import type { Block, Structure } from '../../shared/model/structure.ts'
import { sentencesIn, trimSpan } from '../../shared/text/sentences.ts'
import { completeBlocks } from './text-view/plan.ts'

export type UnitName = 'word' | 'sentence' | 'paragraph' | 'turn' | 'section' | 'document'

/** The parts of a text that one can point at: what a double click, `E` or "no selection" means. */
export interface Units {
  at(unit: UnitName, offset: number): Span | null
  /** the paragraph after, or before, the one that holds the offset; null at the ends */
  paragraphBeside(offset: number, direction: 1 | -1): Span | null
  /** where the next word begins (for a start) or ends (for an end): for moving an edge by words */
  wordEdge(offset: number, direction: 1 | -1, edge: 'start' | 'end'): number
  /** where the next sentence begins (for a start) or ends (for an end), over the ends of paragraphs */
  sentenceEdge(offset: number, direction: 1 | -1, edge: 'start' | 'end'): number
  /** where the character to the reader (a grapheme cluster) before or after ends */
  characterEdge(offset: number, direction: 1 | -1): number
  /** the span with no character cut in two */
  snap(span: Span): Span
  /** the smallest unit larger than the span, and the largest smaller one around `at` */
  wider(span: Span | null, at: number): Span
  narrower(span: Span, at: number): Span | null
}

const LADDER: readonly UnitName[] = ['word', 'sentence', 'paragraph', 'turn']
/** far enough on either side to find the unit, near enough to be quick in a paragraph of a megabyte */
const REACH = 6000

const words = new Intl.Segmenter(undefined, { granularity: 'word' })
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

export function createUnits(text: string, structure: Structure): Units {
  const paragraphs = completeBlocks(text, structure.blocks).filter(
    ({ start, end }) => text.slice(start, end).trim() !== '',
  )
  const { turns } = structure
  const sectionsAt = createSections(paragraphs, text.length)

  function at(unit: UnitName, offset: number): Span | null {
    if (unit === 'document') return trimSpan(text, { start: 0, end: text.length })
    if (unit === 'turn') return turnAt(offset)
    if (unit === 'section') return trimmed(sectionsAt(offset)[0])
    const paragraph = spanAt(paragraphs, offset)
    if (!paragraph) return null
    if (unit === 'paragraph') return trimSpan(text, paragraph)
    return unit === 'word' ? wordAt(text, paragraph, offset) : sentenceAt(paragraph, offset)
  }

  /** A speaker's label is no part of the first sentence spoken. */
  function sentenceAt(paragraph: Span, offset: number): Span | null {
    const found = nearest(sentencesIn(text, ...around(text, paragraph, offset)), offset)
    const turn = found && spanAt(turns, found.start)
    const speech = turn ? turn.speech : 0
    if (!found || speech <= found.start || speech >= found.end) return found
    return trimSpan(text, { start: speech, end: found.end })
  }

  function turnAt(offset: number): Span | null {
    const turn = spanAt(turns, offset)
    return turn && offset <= turn.end ? trimSpan(text, turn) : null
  }

  const trimmed = (span: Span | undefined): Span | null => (span ? trimSpan(text, span) : null)

  /** All units around an offset: from the word to its sections, inner ones first. */
  const unitsAt = (offset: number): Span[] =>
    [...LADDER.map(unit => at(unit, offset)), ...sectionsAt(offset).map(trimmed)].filter(
      span => span !== null,
    )

  function wider(span: Span | null, offset: number): Span {
    const from = span ?? { start: offset, end: offset }
    const larger = unitsAt(from.start).find(
      found => found.start <= from.start && found.end >= from.end && size(found) > size(from),
    )
    return larger ?? at('document', 0) ?? from
  }

  const narrower = (span: Span, offset: number): Span | null =>
    unitsAt(offset).findLast(
      found => found.start >= span.start && found.end <= span.end && size(found) < size(span),
    ) ?? null

  function paragraphBeside(offset: number, direction: 1 | -1): Span | null {
    const here = spanAt(paragraphs, offset)
    const at = here ? paragraphs.indexOf(here) : -1
    return trimmed(at < 0 ? undefined : paragraphs[at + direction])
  }

  function sentenceEdge(offset: number, direction: 1 | -1, edge: 'start' | 'end'): number {
    const paragraph = spanAt(paragraphs, offset)
    const around = [
      paragraphBeside(offset, -1),
      paragraph && trimmed(paragraph),
      paragraphBeside(offset, 1),
    ].filter(span => span !== null)
    const edges = around.flatMap(({ start, end }) => sentencesIn(text, start, end)).map(span => span[edge])
    const next = direction === 1 ? edges.find(at => at > offset) : edges.findLast(at => at < offset)
    return next ?? offset
  }

  return {
    at,
    sentenceEdge,
    paragraphBeside,
    wider,
    narrower,
    wordEdge: (offset, direction, edge) => wordEdge(text, offset, direction, edge),
    characterEdge: (offset, direction) => characterEdge(text, offset, direction),
    snap: ({ start, end }) => ({ start: floorOf(text, start), end: ceilingOf(text, end) }),
  }
}

/** What a heading heads goes to the next heading of its level or of a higher one. Inner sections first. */
function createSections(blocks: readonly Block[], length: number): (offset: number) => Span[] {
  const headings = blocks.filter(({ kind }) => kind === 'heading')
  return offset => {
    const sections: Span[] = []
    let level = Number.POSITIVE_INFINITY
    for (let at = headings.findLastIndex(({ start }) => start <= offset); at >= 0; at--) {
      const heading = headings[at]!
      const own = heading.level ?? 1
      if (own >= level) continue
      level = own
      const next = headings.find(({ start, level: other = 1 }) => start > heading.start && other <= own)
      sections.push({ start: heading.start, end: next?.start ?? length })
    }
    return sections
  }
}

const size = ({ start, end }: Span) => end - start

/** Of spans in order: the one that holds the offset, else the last that begins before it, else the first. */
function spanAt<S extends Span>(spans: readonly S[], offset: number): S | null {
  return spans[Math.max(0, indexNotAfter(spans, offset))] ?? null
}

/** The span that holds the offset; at a seam the one that begins there; between two, the one before. */
const nearest = (spans: readonly Span[], offset: number): Span | null => spanAt(spans, offset)

/** The paragraph, or the part of it near the offset. A part begins after white space. */
function around(text: string, { start, end }: Span, offset: number): [number, number] {
  const from = offset - REACH <= start ? start : text.indexOf(' ', offset - REACH) + 1 || offset - REACH
  const to = offset + REACH >= end ? end : offset + REACH
  return [Math.max(start, Math.min(from, offset)), floorOf(text, to)]
}

function wordAt(text: string, paragraph: Span, offset: number): Span | null {
  const start = floorOf(text, Math.max(paragraph.start, offset - 200))
  const slice = text.slice(start, Math.min(paragraph.end, offset + 200))
  const parts = [...words.segment(slice)]
  const at = offset - start
  const here = parts.find(({ index, segment }) => index <= at && index + segment.length > at)
  const touching = parts.find(({ index, segment, isWordLike }) => isWordLike && index + segment.length === at)
  const part = (here?.isWordLike ? here : (touching ?? here)) ?? parts.at(-1)
  return part ? { start: start + part.index, end: start + part.index + part.segment.length } : null
}

/** An edge goes from word to word by their beginnings if it is a start, by their ends if it is an end. */
function wordEdge(text: string, offset: number, direction: 1 | -1, edge: 'start' | 'end'): number {
  const from = floorOf(text, Math.max(0, offset - 400))
  const to = Math.min(text.length, offset + 400)
  const edges = [...words.segment(text.slice(from, to))]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ index, segment }) => from + index + (edge === 'end' ? segment.length : 0))
  if (direction === 1) return edges.find(at => at > offset) ?? to
  return edges.findLast(at => at < offset) ?? from
}

function characterEdge(text: string, offset: number, direction: 1 | -1): number {
  if (direction === 1) return offset >= text.length ? text.length : ceilingOf(text, offset + 1)
  return offset <= 0 ? 0 : floorOf(text, offset - 1)
}

/** The beginning of the cluster that holds `offset`; `offset` itself where it is between two. */
function floorOf(text: string, offset: number): number {
  return clusterAt(text, offset)?.start ?? Math.max(0, Math.min(offset, text.length))
}

function ceilingOf(text: string, offset: number): number {
  const cluster = clusterAt(text, offset)
  if (!cluster) return Math.max(0, Math.min(offset, text.length))
  return cluster.start === offset ? offset : cluster.end
}

function clusterAt(text: string, offset: number): Span | null {
  if (offset <= 0 || offset >= text.length) return null
  const from = safeStart(text, offset)
  const found = graphemes.segment(text.slice(from, offset + 128)).containing(offset - from)
  return found ? { start: from + found.index, end: from + found.index + found.segment.length } : null
}

/** A place before `offset` where a cluster surely begins: clusters do not reach over white space. */
function safeStart(text: string, offset: number): number {
  const least = Math.max(0, offset - 512)
  for (let at = offset - 1; at > least; at--) {
    const unit = text.charCodeAt(at)
    if (unit === 0x20 || unit === 0x0a || unit === 0x09) return at
  }
  return least
}
