import { lowerBound } from '../../shared/model/lower-bound.ts'
import type { Span } from '../../shared/model/span.ts'

/** A place in the DOM, as ranges and selections have it. */
export interface DomPosition {
  readonly node: Node
  readonly offset: number
}

/** Which of two equal places is meant: the end of what comes before, or the beginning of what comes after. */
export type Side = 'before' | 'after'

/**
 * Translates between character offsets and places in the DOM; nothing else in the program
 * knows both. It rests on one rule, which whoever builds the DOM must keep: the text
 * nodes below `root`, in order, are the canonical text, all of it and nothing else. Then
 * offset -> DOM -> offset is the identity for every offset.
 */
export class DomSpan {
  readonly root: Node
  private readonly nodes: Text[] = []
  private readonly starts: number[] = []
  /** is the node white space between blocks, which has no place on the screen? */
  private readonly isGap: boolean[] = []
  private readonly startOf = new WeakMap<Node, number>()
  private length = 0

  constructor(root: Node) {
    this.root = root
  }

  /**
   * The next text node, in the order of the text. Empty ones are not registered. Where the root
   * holds parts of a text only (a page), each says where it begins; offsets that are in none
   * are taken for the end of the part before.
   */
  add(node: Text, isGap: boolean, start = this.length): void {
    if (node.data === '') return
    this.nodes.push(node)
    this.starts.push(start)
    this.isGap.push(isGap)
    this.startOf.set(node, start)
    this.length = start + node.data.length
  }

  /** The place of an offset. At the seam of two nodes it is in the one that is rendered, or on the side asked for. */
  position(offset: number, side: Side = 'after'): DomPosition {
    const at = Math.max(0, Math.min(this.length, offset))
    if (this.nodes.length === 0) return { node: this.root, offset: 0 }
    const after = this.indexAt(at)
    const start = this.starts[after]!
    const before = after - 1
    const isSeam = at === start && before >= 0 && this.endOf(before) === start
    const preferBefore =
      isSeam && (this.isGap[after] !== this.isGap[before] ? this.isGap[after]! : side === 'before')
    const index = preferBefore ? before : after
    const node = this.nodes[index]!
    return { node, offset: Math.max(0, Math.min(at - this.starts[index]!, node.data.length)) }
  }

  private endOf(index: number): number {
    return this.starts[index]! + this.nodes[index]!.data.length
  }

  /** The offset of a place, or null if it is outside the text. */
  offsetOf(node: Node | null, offset: number): number | null {
    if (!node || !this.root.contains(node)) return null
    const start = this.startOf.get(node)
    if (start !== undefined) return Math.min(start + offset, start + (node as Text).data.length)
    const next = this.textFrom(node, offset)
    return next ? this.startOf.get(next)! : this.length
  }

  /** Puts a range, or a new one, on the span. */
  range(span: Span, range = document.createRange()): Range {
    const { from, to } = this.edges(span)
    range.setStart(from.node, from.offset)
    range.setEnd(to.node, to.offset)
    return range
  }

  /** Cheaper than `range` where it need not follow changes of the DOM: the text never changes. */
  staticRange(span: Span): StaticRange {
    const { from, to } = this.edges(span)
    return new StaticRange({
      startContainer: from.node,
      startOffset: from.offset,
      endContainer: to.node,
      endOffset: to.offset,
    })
  }

  private edges({ start, end }: Span): { from: DomPosition; to: DomPosition } {
    const from = this.position(start, 'after')
    return { from, to: start === end ? from : this.position(end, 'before') }
  }

  /** Index of the last node that begins at or before `offset`. */
  private indexAt(offset: number): number {
    return Math.max(0, lowerBound(this.nodes.length, index => this.starts[index]! > offset) - 1)
  }

  /** The first registered text node at or after a place in an element. */
  private textFrom(node: Node, offset: number): Node | null {
    const walker = document.createTreeWalker(this.root, NodeFilter.SHOW_TEXT)
    const child = node.childNodes[offset]
    let found: Node | null
    if (child) {
      walker.currentNode = child
      found = child.nodeType === Node.TEXT_NODE ? child : walker.nextNode()
    } else {
      const last = lastInside(node)
      walker.currentNode = last
      found = walker.nextNode()
    }
    while (found && !this.startOf.has(found)) found = walker.nextNode()
    return found
  }
}

function lastInside(node: Node): Node {
  let last = node
  while (last.lastChild) last = last.lastChild
  return last
}
