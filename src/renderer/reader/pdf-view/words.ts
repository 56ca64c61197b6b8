import type { PageLayout, PageRun } from '../../../shared/model/page-layout.ts'
import type { Span } from '../../../shared/model/span.ts'
import type { Block, Structure } from '../../../shared/model/structure.ts'
import { DomSpan } from '../dom-span.ts'
import { axisOf } from './axis.ts'

/** The text of a page as real text, in reading order, transparent over its picture. */
export interface PageWords {
  readonly element: HTMLElement
  readonly map: DomSpan
  /** the paragraphs of which a part is on this page */
  readonly blocks: readonly { readonly span: Span; readonly box: HTMLElement }[]
  /** gives the letters their true widths: measuring takes longer than all the rest, and nothing seen depends on it */
  fit(): void
}

/** px: the letters are measured at this size and drawn out to the width they were printed in */
const MEASURED = 100
/** of its size, what a letter is wide until it is measured */
const USUAL = 0.5

/**
 * One element a run, as wide as what was printed; what lies between two runs (a space, the end
 * of a paragraph) is a text node of its own. Built by hand, since it is built while one scrolls.
 */
export function buildWords(text: string, structure: Structure, layout: PageLayout): PageWords {
  const element = document.createElement('div')
  element.className = 'pdf-words'
  const map = new DomSpan(element)
  const blocks: { span: Span; box: HTMLElement }[] = []
  const dressed: { word: HTMLElement; run: PageRun; words: string }[] = []
  const blockAt = walkBlocks(structure.blocks)
  let at = -1
  let open: { readonly block: Block | null; readonly box: HTMLElement } | undefined
  for (const run of layout.runs.toSorted((a, b) => a.start - b.start)) {
    const block = blockAt(run.start)
    if (!open || open.block !== block) {
      open = { block, box: openBlock(block) }
      element.append(open.box)
      if (block) blocks.push({ span: block, box: open.box })
    }
    const gap = at >= 0 && at < run.start ? text.slice(at, run.start) : ''
    // other text than white space stands on another page
    if (gap !== '' && gap.trim() === '') addText(gap, at, open.box, map, true)
    const word = document.createElement('span')
    word.className = 'pdf-run'
    const words = text.slice(run.start, run.end)
    dress(word, run, words.length * MEASURED * USUAL)
    dressed.push({ word, run, words })
    addText(words, run.start, word, map, false)
    open.box.append(word)
    at = run.end
  }
  for (const piece of layout.furniture) element.append(furniture(piece.text))
  const fit = () => {
    for (const { word, run, words } of dressed) dress(word, run, widthOf(words))
  }
  return { element, map, blocks, fit }
}

function addText(data: string, start: number, holder: HTMLElement, map: DomSpan, isGap: boolean): void {
  const node = document.createTextNode(data)
  holder.append(node)
  map.add(node, isGap, start)
}

/** Blocks in the order of the text; ask in that order. */
function walkBlocks(blocks: readonly Block[]): (offset: number) => Block | null {
  let low = 0
  return offset => {
    if (low > 0 && blocks[low - 1]!.start > offset) low = 0
    while (low < blocks.length && blocks[low]!.end <= offset) low++
    const block = blocks[low]
    return block && block.start <= offset ? block : null
  }
}

function openBlock(block: Block | null): HTMLElement {
  const box = document.createElement('div')
  box.className = 'pdf-block'
  if (block?.kind === 'heading') {
    box.setAttribute('role', 'heading')
    box.setAttribute('aria-level', String(Math.min(6, Math.max(1, block.level ?? 1))))
  } else box.setAttribute('role', block?.kind === 'note' ? 'doc-footnote' : 'paragraph')
  return box
}

/** What is printed on every page is not part of the text, but it can be read. */
function furniture(words: string): HTMLElement {
  const box = document.createElement('div')
  box.className = 'pdf-furniture'
  box.setAttribute('role', 'note')
  box.textContent = words
  return box
}

let ruler: CanvasRenderingContext2D | null | undefined

function widthOf(words: string): number {
  ruler ??= document.createElement('canvas').getContext('2d')
  if (!ruler) return words.length * MEASURED * USUAL
  ruler.font = `${MEASURED}px sans-serif`
  return ruler.measureText(words).width
}

const TURNS = ['', 'rotate(90deg) ', 'rotate(180deg) ', 'rotate(270deg) ']

function dress(word: HTMLElement, run: PageRun, measured: number): void {
  const { x, y, width, height, turn } = run
  const { isDown } = axisOf(run)
  const long = isDown ? height : width
  const size = isDown ? width : height
  const stretch = long / Math.max(1, (measured * size) / MEASURED)
  // turned about the corner where its first line begins
  const corner = { 0: [x, y], 1: [x + width, y], 2: [x + width, y + height], 3: [x, y + height] }
  const quarter = run.vertical ? 1 : turn
  const [left, top] = corner[quarter] as [number, number]
  word.style.cssText = `left:${left.toFixed(2)}px;top:${top.toFixed(2)}px;font-size:${size.toFixed(2)}px;transform:${TURNS[quarter]}scaleX(${stretch.toFixed(4)})`
  if (run.rtl) word.dir = 'rtl'
}
