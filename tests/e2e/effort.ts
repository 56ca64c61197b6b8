import { expect, type Page } from '@playwright/test'

/** What a task cost: an input is a key that is not a lone modifier, a click, a drag, or a drop from outside. */
export interface Effort {
  readonly keys: number
  readonly clicks: number
  readonly drags: number
  readonly drops: number
  /** changes of hand between keyboard and pointer */
  readonly switches: number
  /** px from the end of the selection to the farthest thing that was used */
  readonly glance: number
  /** windows over the window that kept one from reading */
  readonly modals: number
}

interface Counting extends Window {
  effort: {
    begin(): void
    end(): Effort
  }
}

/** Counts real events in the page, from the capturing phase, so that nobody can hide one. Runs in the page. */
function countEvents(): void {
  const LONE = new Set(['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock'])
  const FAR = 4
  let now = { keys: 0, clicks: 0, drags: 0, drops: 0, switches: 0, glance: 0, modals: 0 }
  let hand: 'keys' | 'pointer' | null = null
  let from: { x: number; y: number } | null = null
  let eye: DOMRect | null = null

  const use = (by: 'keys' | 'pointer') => {
    if (hand !== null && hand !== by) now.switches++
    hand = by
  }
  const look = ({
    left,
    right,
    top,
    bottom,
  }: {
    left: number
    right: number
    top: number
    bottom: number
  }) => {
    if (!eye) return
    const x = Math.max(left - eye.right, eye.right - right, 0)
    const y = Math.max(top - eye.bottom, eye.bottom - bottom, 0)
    now.glance = Math.max(now.glance, Math.round(Math.hypot(x, y)))
  }
  window.addEventListener(
    'keydown',
    event => {
      if (!event.isTrusted || event.repeat || LONE.has(event.key)) return
      now.keys++
      use('keys')
      const focus = document.activeElement
      if (focus instanceof HTMLInputElement) look(focus.getBoundingClientRect())
    },
    true,
  )
  window.addEventListener(
    'pointerdown',
    event => {
      if (event.isTrusted) from = { x: event.clientX, y: event.clientY }
    },
    true,
  )
  window.addEventListener(
    'pointerup',
    event => {
      if (!event.isTrusted || !from) return
      const isDrag = Math.hypot(event.clientX - from.x, event.clientY - from.y) > FAR
      if (isDrag) now.drags++
      else now.clicks++
      use('pointer')
      if (!isDrag) look({ left: from.x, right: from.x, top: from.y, bottom: from.y })
      from = null
    },
    true,
  )
  // a drag of the browser's own (files, codes) ends with a drop, never with a pointer that goes up
  window.addEventListener(
    'drop',
    () => {
      if (from) now.drags++
      else now.drops++
      from = null
      use('pointer')
    },
    true,
  )
  const isModal = (node: Node) =>
    node instanceof Element &&
    (node.matches('.dialog-overlay, [aria-modal="true"]') ||
      node.querySelector('.dialog-overlay, [aria-modal="true"]') !== null)
  new MutationObserver(changes => {
    for (const { addedNodes } of changes) for (const node of addedNodes) if (isModal(node)) now.modals++
  }).observe(document, { childList: true, subtree: true })

  ;(window as unknown as Counting).effort = {
    begin() {
      now = { keys: 0, clicks: 0, drags: 0, drops: 0, switches: 0, glance: 0, modals: 0 }
      hand = null
      const selection = getSelection()
      const rects = selection && selection.rangeCount > 0 ? selection.getRangeAt(0).getClientRects() : []
      eye = [...rects].at(-1) ?? null
    },
    end: () => ({ ...now }),
  }
}

export const inputsOf = ({ keys, clicks, drags, drops }: Effort): number => keys + clicks + drags + drops

/** Measures tasks of one page and holds them to their gates; `table` is what drift is seen in. */
export class Gates {
  private readonly rows: string[] = []
  private readonly page: Page
  constructor(page: Page) {
    this.page = page
  }

  static async on(page: Page): Promise<Gates> {
    await page.addInitScript(countEvents)
    return new Gates(page)
  }

  /** Does a task and fails if it took more inputs than its gate, or a modal window. */
  async hold(task: string, gate: number, work: () => Promise<void>): Promise<Effort> {
    await this.page.evaluate(() => (window as unknown as Counting).effort.begin())
    await work()
    const effort = await this.page.evaluate(() => (window as unknown as Counting).effort.end())
    const inputs = inputsOf(effort)
    const { switches, glance, modals } = effort
    this.rows.push(
      [task.padEnd(44), String(inputs).padStart(6), String(gate).padStart(5)].join(' ') +
        [switches, glance, modals].map(n => String(n).padStart(9)).join(''),
    )
    expect(inputs, `${task}: inputs`).toBeLessThanOrEqual(gate)
    return effort
  }

  table(): string {
    const head = `${'task'.padEnd(44)} inputs  gate switches   glance   modals`
    return [head, ...this.rows].join('\n')
  }
}
