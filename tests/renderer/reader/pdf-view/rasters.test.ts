import { describe, expect, it } from 'vitest'
import type { PagePainter } from '../../../../src/renderer/reader/pdf-view/painter.ts'
import { type Drawn, Rasters, type Wish } from '../../../../src/renderer/reader/pdf-view/rasters.ts'

/** A painter whose pages are done when the test says so. */
function setUp() {
  const begun: number[] = []
  const released: number[] = []
  const waiting = new Map<number, { done: () => void; fail: (error: unknown) => void; signal: AbortSignal }>()
  const painter: PagePainter = {
    draw: (page, _canvas, signal) =>
      new Promise((resolve, reject) => {
        begun.push(page)
        waiting.set(page, { done: resolve, fail: reject, signal })
        signal.addEventListener('abort', () => reject(signal.reason))
      }),
    links: () => Promise.resolve([]),
    outline: () => Promise.resolve([]),
    release: page => void released.push(page),
    close: () => undefined,
  }
  const shown: Drawn[] = []
  const failed: number[] = []
  const rasters = new Rasters(
    painter,
    drawn => void shown.push(drawn),
    page => void failed.push(page),
  )
  const settled = () => new Promise(resolve => setTimeout(resolve))
  return { rasters, begun, released, waiting, shown, failed, settled }
}

const wish = (page: number, rank: number, isSeen = true, width = 100): Wish => ({
  page,
  rank,
  isSeen,
  width,
  height: 140,
})

describe('pages that are drawn', () => {
  it('come in the order of their rank, what is seen before what is not', async () => {
    const { rasters, begun, waiting, shown, settled } = setUp()
    rasters.want([wish(7, 2, false), wish(5, 0), wish(6, 1)])
    expect(begun).toEqual([5, 6])
    waiting.get(5)!.done()
    await settled()
    // another page is seen still: what is not seen waits for it
    expect(begun).toEqual([5, 6])
    waiting.get(6)!.done()
    await settled()
    expect(begun).toEqual([5, 6, 7])
    expect(shown.map(({ page }) => page)).toEqual([5, 6])
  })

  it('are broken off when they are not wanted any more, or at another size', async () => {
    const { rasters, begun, waiting, shown, settled } = setUp()
    rasters.want([wish(1, 0)])
    const first = waiting.get(1)!
    rasters.want([wish(1, 0, true, 200)])
    await settled()
    expect(first.signal.aborted).toBe(true)
    expect(begun).toEqual([1, 1])
    waiting.get(1)!.done()
    await settled()
    expect(shown.map(({ width }) => width)).toEqual([200])
    rasters.want([])
    await settled()
    rasters.want([wish(1, 0, true, 200)])
    expect(begun).toEqual([1, 1, 1])
  })

  it('are not drawn again as long as they are there, nor tried again when they cannot be', async () => {
    const { rasters, begun, waiting, failed, released, settled } = setUp()
    rasters.want([wish(1, 0)])
    waiting.get(1)!.done()
    await settled()
    rasters.want([wish(1, 0), wish(2, 1)])
    waiting.get(2)!.fail(new Error('damaged'))
    await settled()
    rasters.want([wish(1, 0), wish(2, 1)])
    expect(begun).toEqual([1, 2])
    expect(failed).toEqual([2])
    rasters.want([wish(2, 0)])
    expect(released).toEqual([1])
  })

  it('use few canvases again and again, and none afterwards', async () => {
    const { rasters, waiting, shown, settled } = setUp()
    const canvases = new Set<HTMLCanvasElement>()
    for (let page = 0; page < 50; page++) {
      rasters.want([wish(page, 0)])
      waiting.get(page)!.done()
      await settled()
      const { canvas } = shown.at(-1)!
      canvases.add(canvas)
      rasters.giveBack(canvas)
    }
    expect(shown).toHaveLength(50)
    expect(canvases.size).toBeLessThanOrEqual(2)
    rasters.close()
    expect([...canvases].every(({ width }) => width === 0)).toBe(true)
  })

  it('come roughly first where pages have been slow', async () => {
    const { rasters, waiting, shown, settled } = setUp()
    rasters.want([wish(1, 0)])
    await new Promise(resolve => setTimeout(resolve, 400))
    waiting.get(1)!.done()
    await settled()
    rasters.want([wish(2, 0)])
    waiting.get(2)!.done()
    await settled()
    expect(shown.at(-1)).toMatchObject({ page: 2, isRough: true })
    expect(shown.at(-1)!.canvas.width).toBe(35)
    waiting.get(2)!.done()
    await settled()
    expect(shown.at(-1)).toMatchObject({ page: 2, isRough: false })
  })
})
