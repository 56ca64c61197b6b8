import type { Structure } from '../../../shared/model/structure.ts'
import { DomSpan } from '../dom-span.ts'
import { openPiece } from './elements.ts'
import { createRunCutter, type Run } from './inline.ts'
import { setRun } from './inline-elements.ts'
import { type Chunk, type Piece, planChunks } from './plan.ts'
import { Shelf } from './shelf.ts'

export interface BuiltChunk extends Chunk {
  readonly element: HTMLElement
  /** the element of each piece, in the same order */
  readonly boxes: readonly HTMLElement[]
}

export interface BuiltText {
  readonly root: HTMLElement
  readonly map: DomSpan
  readonly chunks: readonly BuiltChunk[]
}

/** characters in a line of the text, and lines that stand for the space between paragraphs: for guessing heights */
const LINE = 68
const SPACE = 0.6

/**
 * The whole text as real DOM text, so that selecting, finding, copying, printing and
 * reading aloud are the browser's own. Built by hand: an element a paragraph through
 * React takes ten times as long.
 */
export function buildText(text: string, structure: Structure): BuiltText {
  const root = document.createElement('div')
  root.className = 'text'
  root.dir = structure.direction
  const map = new DomSpan(root)
  const cutRuns = createRunCutter(structure, text)
  const chunks = planChunks(text, structure).map(chunk => buildChunk(text, chunk, map, cutRuns))
  root.append(...chunks.map(({ element }) => element))
  return { root, map, chunks }
}

function buildChunk(
  text: string,
  chunk: Chunk,
  map: DomSpan,
  cutRuns: ReturnType<typeof createRunCutter>,
): BuiltChunk {
  const element = document.createElement('div')
  element.className = 'text-chunk'
  element.style.containIntrinsicBlockSize = `auto ${guessHeight(chunk).toFixed(1)}em`
  const shelf = new Shelf(element)
  const boxes: HTMLElement[] = []
  let at = chunk.start
  const gap = (end: number) => {
    if (at >= end) return
    const node = document.createTextNode(text.slice(at, end))
    shelf.holder.append(node)
    map.add(node, true)
    at = end
  }
  for (const piece of chunk.pieces) {
    const { pages, runs } = cutRuns(piece.start, piece.end)
    gap(piece.start)
    const box = openPiece(piece, shelf, pages)
    for (const run of runs) addRun(text, run, box, map)
    boxes.push(box)
    at = piece.end
  }
  gap(chunk.end)
  return { ...chunk, element, boxes }
}

function addRun(text: string, run: Run, box: HTMLElement, map: DomSpan): void {
  const node = document.createTextNode(text.slice(run.start, run.end))
  setRun(run, node, box)
  map.add(node, false)
}

function guessHeight({ pieces }: Chunk): number {
  const lines = pieces.reduce((sum, piece) => sum + linesOf(piece), 0)
  return lines * 1.55
}

const linesOf = ({ start, end, block }: Piece) =>
  block.kind === 'cell' && block.column !== undefined && block.column > 0
    ? 0
    : Math.ceil((end - start) / LINE) + SPACE
