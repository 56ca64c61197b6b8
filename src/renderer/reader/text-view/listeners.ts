import type { Mover } from '../view.ts'

/** Who wants to know what of a view; and the browser's selection events, which come late and often. */
export class Listeners {
  private readonly selecting = new Set<(mover: Mover) => void>()
  private readonly clicking = new Set<(offset: number) => void>()
  private readonly moving = new Set<() => void>()
  private isPointerDown = false

  readonly onSelect = (listener: (mover: Mover) => void) => add(this.selecting, listener)
  readonly onClick = (listener: (offset: number) => void) => add(this.clicking, listener)
  readonly onLayout = (listener: () => void) => add(this.moving, listener)

  select(mover: Mover): void {
    for (const listener of this.selecting) listener(mover)
  }

  click(offset: number): void {
    for (const listener of this.clicking) listener(offset)
  }

  layout(): void {
    for (const listener of this.moving) listener()
  }

  pointerBegan(): void {
    this.isPointerDown = true
  }

  pointerEnded(): void {
    this.isPointerDown = false
  }

  /**
   * Calls `read` when the browser's selection has changed, which tells whether that was
   * news here. While the pointer is down nothing is final and nobody is told.
   */
  onNative(read: () => boolean): () => void {
    const changed = () => {
      if (read() && !this.isPointerDown) this.select('keys')
    }
    document.addEventListener('selectionchange', changed)
    return () => document.removeEventListener('selectionchange', changed)
  }
}

function add<T>(to: Set<T>, listener: T): () => void {
  to.add(listener)
  return () => to.delete(listener)
}
