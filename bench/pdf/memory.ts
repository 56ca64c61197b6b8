import type { Figure } from '../figure.ts'
import type { BenchWindow } from '../reader/window.ts'
import { opened } from './open.ts'
import { NAMES } from './project.ts'

interface Held {
  readonly heap: number
  readonly canvases: number
  readonly nodes: number
}

/** What the page holds after all 584 pages have been paged through, beside a file of three pages. */
export async function measureMemory(window: BenchWindow): Promise<Figure[]> {
  await opened(window.page, NAMES.short)
  const short = await held(window)
  await opened(window.page, NAMES.long)
  const fresh = await held(window)
  const most = await pageThrough(window)
  const read = await held(window)
  const figure = (name: string, value: number, unit: Figure['unit'], baseline: number, plain: string) =>
    ({ figure: name, value, unit, goal: null, baseline, plain }) satisfies Figure
  const before = 'the same file, not scrolled'
  return [
    figure('JS heap with 584 pages open', fresh.heap, 'MB', short.heap, 'a file of 3 pages'),
    figure('JS heap after paging through all of them', read.heap, 'MB', fresh.heap, before),
    figure('pictures of pages at their most while paging through', most, 'MB', fresh.canvases, before),
    figure('DOM nodes after paging through', read.nodes, 'nodes', fresh.nodes, before),
  ]
}

const MEGABYTE = 1024 * 1024

async function held({ page, cdp }: BenchWindow): Promise<Held> {
  await page.waitForTimeout(1500)
  await cdp.send('HeapProfiler.enable')
  for (let i = 0; i < 3; i++) await cdp.send('HeapProfiler.collectGarbage')
  const { usedSize } = await cdp.send('Runtime.getHeapUsage')
  const { nodes } = await cdp.send('Memory.getDOMCounters')
  const pixels = await page.evaluate(() =>
    [...document.querySelectorAll('canvas')].reduce((sum, { width, height }) => sum + width * height, 0),
  )
  return { heap: usedSize / MEGABYTE, canvases: (pixels * 4) / MEGABYTE, nodes }
}

/** A screen at a time, so slowly that the pages are drawn; gives the most that their pictures took. */
async function pageThrough({ page }: BenchWindow): Promise<number> {
  return page.evaluate(async megabyte => {
    const scroller = document.querySelector('.reader-scroll')!
    let most = 0
    while (scroller.scrollTop + scroller.clientHeight < scroller.scrollHeight - 2) {
      scroller.scrollTop += scroller.clientHeight
      await new Promise(resolve => setTimeout(resolve, 60))
      const pixels = [...document.querySelectorAll('canvas')].reduce(
        (sum, { width, height }) => sum + width * height,
        0,
      )
      most = Math.max(most, (pixels * 4) / megabyte)
    }
    return most
  }, 1024 * 1024)
}
