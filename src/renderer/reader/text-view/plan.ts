import type { Block, Structure } from '../../../shared/model/structure.ts'
import { splitsPair } from '../../../shared/text/boundaries.ts'

/**
 * What is set as one box: a block, or a bounded part of a long one. A line box of a
 * megabyte is what no engine scrolls well, so a text that is one long line is shown in
 * pieces which map back to the same text.
 */
export interface Piece {
  readonly block: Block
  /** the block's number in the text, counted without cells, from 1; 0 for a cell */
  readonly number: number
  readonly start: number
  readonly end: number
  readonly isFirst: boolean
}

/** Pieces that are rendered, or left unrendered, together. Chunks cover the whole text without a gap. */
export interface Chunk {
  readonly start: number
  readonly end: number
  readonly pieces: readonly Piece[]
}

const MOST_IN_PIECE = 2000
const MOST_IN_CHUNK = 4000
const MOST_PIECES = 40
/** a table is kept whole for the sake of its columns, up to so many cells */
const MOST_CELLS = 300

export function planChunks(text: string, structure: Structure): Chunk[] {
  const pieces = numberedBlocks(text, structure.blocks).flatMap(({ block, number }) =>
    piecesOf(text, block, number),
  )
  const groups: Piece[][] = []
  let size = 0
  for (const [index, piece] of pieces.entries()) {
    const group = groups.at(-1)
    const length = piece.end - piece.start
    const isFull = group === undefined || size + length > MOST_IN_CHUNK || group.length >= MOST_PIECES
    if (group && (!isFull || !mayBreakBefore(pieces, index, group.length))) {
      group.push(piece)
      size += length
    } else {
      groups.push([piece])
      size = length
    }
  }
  return groups.map((group, index) => ({
    start: index === 0 ? 0 : group[0]!.start,
    end: groups[index + 1]?.[0]?.start ?? text.length,
    pieces: group,
  }))
}

function mayBreakBefore(pieces: readonly Piece[], index: number, inGroup: number): boolean {
  const before = pieces[index - 1]!.block
  const { table, row } = pieces[index]!.block
  if (table === undefined || before.table !== table) return true
  return inGroup >= MOST_CELLS && before.row !== row
}

/**
 * The blocks as given, and paragraphs by the line for whatever text they leave out, so
 * that a document is shown whole even if its structure is not.
 */
export function completeBlocks(text: string, blocks: readonly Block[]): Block[] {
  const complete: Block[] = []
  let at = 0
  const fill = (end: number) => {
    if (text.slice(at, end).trim() === '') return
    for (const line of text.slice(at, end).matchAll(/[^\n]+/g)) {
      if (line[0].trim() === '') continue
      const start = at + line.index
      complete.push({ kind: 'paragraph', start, end: start + line[0].length })
    }
  }
  for (const block of blocks) {
    if (block.start < at || block.end > text.length) continue
    fill(block.start)
    complete.push(block)
    at = block.end
  }
  fill(text.length)
  return complete.length > 0 ? complete : [{ kind: 'paragraph', start: 0, end: text.length }]
}

/** The blocks with the numbers that stand beside them; cells and empty blocks have none (0). */
export function numberedBlocks(text: string, blocks: readonly Block[]): { block: Block; number: number }[] {
  let count = 0
  return completeBlocks(text, blocks).map(block => ({
    block,
    number: block.kind === 'cell' || block.start === block.end ? 0 : ++count,
  }))
}

function piecesOf(text: string, block: Block, number: number): Piece[] {
  const pieces: Piece[] = []
  let start = block.start
  do {
    const end = pieceEnd(text, start, block.end)
    pieces.push({ block, number, start, end, isFirst: start === block.start })
    start = end
  } while (start < block.end)
  return pieces
}

/** Where a piece that begins at `start` ends: after a line feed or a space if there is one far enough on. */
function pieceEnd(text: string, start: number, end: number): number {
  if (end - start <= MOST_IN_PIECE) return end
  const limit = start + MOST_IN_PIECE
  for (const mark of ['\n', ' ']) {
    const at = text.lastIndexOf(mark, limit - 1)
    if (at >= start + MOST_IN_PIECE / 4) return at + 1
  }
  return endOfCluster(text, limit)
}

const clusters = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** `limit`, or a little before it: a cut must not divide what is one character to the reader. */
function endOfCluster(text: string, limit: number): number {
  const from = limit - 64
  const around = clusters.segment(text.slice(splitsPair(text, from) ? from - 1 : from, limit + 64))
  const offset = splitsPair(text, from) ? from - 1 : from
  return offset + (around.containing(limit - offset)?.index ?? limit - offset)
}
