import type { Figure } from '../figure.ts'
import { opened } from './open.ts'
import { LONG, SHORTER } from './projects.ts'
import type { BenchWindow } from './window.ts'

interface Held {
  readonly heap: number
  readonly nodes: number
}

/** What the page holds on to after everything that is not needed has been let go. */
export async function measureMemory(window: BenchWindow): Promise<Figure[]> {
  await opened(window.page, SHORTER[0]!)
  const small = await held(window)
  await opened(window.page, LONG)
  const fresh = await held(window)
  await readThrough(window)
  const read = await held(window)
  for (const name of SHORTER) await opened(window.page, name)
  await opened(window.page, SHORTER[0]!)
  const turned = await held(window)
  return [
    ...figures('with the long text', fresh, small, 'a text of 100,000 characters'),
    ...figures('the long text read through', read, fresh, 'the long text, not scrolled'),
    ...figures('after ten more documents, on the first', turned, small, 'the first, before'),
  ]
}

const figures = (when: string, now: Held, before: Held, plain: string): Figure[] => [
  { figure: `JS heap ${when}`, value: now.heap, unit: 'MB', goal: null, baseline: before.heap, plain },
  { figure: `DOM nodes ${when}`, value: now.nodes, unit: 'nodes', goal: null, baseline: before.nodes, plain },
]

async function held({ page, cdp }: BenchWindow): Promise<Held> {
  await page.waitForTimeout(2500)
  await cdp.send('HeapProfiler.enable')
  for (let i = 0; i < 3; i++) await cdp.send('HeapProfiler.collectGarbage')
  const { usedSize } = await cdp.send('Runtime.getHeapUsage')
  const { nodes } = await cdp.send('Memory.getDOMCounters')
  return { heap: usedSize / 1024 / 1024, nodes }
}

/** From the top to the end, a screen at a time. */
async function readThrough({ page }: BenchWindow): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>(resolve => {
        const scroller = document.querySelector('.reader-scroll')!
        const step = () => {
          const { scrollTop, clientHeight, scrollHeight } = scroller
          if (scrollTop + clientHeight >= scrollHeight - 2) return resolve()
          scroller.scrollTop += clientHeight
          requestAnimationFrame(step)
        }
        step()
      }),
  )
}
