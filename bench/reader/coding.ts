import type { Page } from 'playwright'
import { type Figure, quantile, spreadOf } from '../figure.ts'
import { opened } from './open.ts'
import { LONG, SHORTER } from './projects.ts'
import type { BenchWindow } from './window.ts'

const CODINGS = 30
const BETWEEN_CODINGS = 700
const HOVERS = 40
const FRAME = 1000 / 60

/** From the key to the frame that shows the new bar in the margin. */
export async function measureCoding(opening: BenchWindow): Promise<Figure[]> {
  const { page } = opening
  await opened(page, SHORTER[0]!)
  await opened(page, LONG)
  const text = page.locator('[data-place="text"] .text')
  await text.click({ position: { x: 200, y: 150 } })
  await page.keyboard.press('c')
  await page.keyboard.type('Bench')
  await page.keyboard.press('Enter')
  await page.waitForTimeout(1500)
  const times: number[] = []
  const after: number[] = []
  for (let i = 0; i < CODINGS; i++) {
    await page.keyboard.press('Shift+ArrowDown')
    await page.waitForTimeout(100)
    await page.evaluate(() => window.probe.awaitNew('keydown', '[data-bar]', 'data-bar'))
    await page.keyboard.press('r')
    const time = await page.evaluate(() => window.probe.seen())
    if (time) times.push(time.frame)
    else console.error('  a coding of which no bar was seen')
    // what the coding sets off (lists that are asked again) may still hold up a frame after it
    await page.evaluate(() => window.probe.framesBegin())
    await page.waitForTimeout(BETWEEN_CODINGS)
    const { frames } = await page.evaluate(() => window.probe.framesEnd())
    after.push(Math.max(...frames))
    await page.keyboard.press('ArrowRight')
  }
  return [
    {
      figure: 'a new coding, key to the frame that shows its bar, p95',
      value: quantile(times, 0.95),
      unit: 'ms',
      goal: 50,
      baseline: await plainCodings(opening),
      plain: 'a bare page: the same call to the core, then a frame',
      spread: spreadOf(times),
    },
    {
      figure: 'the slowest frame in the 0.7 s after each coding, p95',
      value: quantile(after, 0.95),
      unit: 'ms',
      goal: 50,
      baseline: FRAME,
      plain: 'one frame of the screen',
      spread: spreadOf(after),
    },
  ]
}

async function plainCodings({ bare, page: program }: BenchWindow): Promise<number> {
  const page = await bare()
  const times = await page.evaluate(
    async ({ count, name, pause }) => {
      const call = async (name: string, input: unknown) => {
        const response = await fetch(`/call/${name}`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify(input),
        })
        return (await response.json()).value
      }
      const documents: { id: string; name: string }[] = await call('documents.list', {})
      const codes: { id: string; codable: boolean }[] = await call('codes.list', {})
      const documentId = documents.find(document => document.name === name)!.id
      const codeIds = [codes.find(({ codable }) => codable)!.id]
      const times: number[] = []
      for (let i = 0; i < count; i++) {
        const began = performance.now()
        await call('segments.apply', { documentId, span: { start: 500 + i, end: 600 + i }, codeIds })
        times.push((await window.probe.painted()) - began)
        await new Promise(resolve => setTimeout(resolve, pause))
      }
      return times
    },
    { count: 10, name: LONG, pause: BETWEEN_CODINGS },
  )
  await page.close()
  await program.bringToFront()
  return quantile(times, 0.95)
}

/** From the pointer to the frame in which the bars of the text under it, or the bar under it, stand out. */
export async function measureHover({ page }: BenchWindow): Promise<Figure[]> {
  await opened(page, SHORTER[0]!)
  await opened(page, LONG)
  return [
    await hovering(
      page,
      'the text under the pointer makes its bars stand out, p95',
      '[data-under]',
      await inText(page),
    ),
    await hovering(
      page,
      'a bar under the pointer stands out, p95',
      '[data-pointed][data-bar]',
      await onBars(page),
    ),
  ]
}

interface Point {
  readonly x: number
  readonly y: number
}

async function hovering(
  page: Page,
  figure: string,
  selector: string,
  points: readonly Point[],
): Promise<Figure> {
  const times: number[] = []
  for (let i = 0; i < HOVERS; i++) {
    const point = points[i % points.length]!
    await page.mouse.move(5, 5)
    await page.waitForTimeout(120)
    await page.evaluate(selector => window.probe.awaitNew('pointermove', selector, 'data-bar'), selector)
    await page.mouse.move(point.x, point.y)
    const time = await page.evaluate(() => window.probe.seen())
    if (time) times.push(time.frame)
    else console.error(`  the pointer at ${Math.round(point.x)}, ${Math.round(point.y)}: nothing stood out`)
  }
  return {
    figure,
    value: quantile(times, 0.95),
    unit: 'ms',
    goal: 50,
    baseline: FRAME,
    plain: 'one frame of the screen',
    spread: spreadOf(times),
  }
}

/** Places in the text beside which there is a bar. */
async function inText(page: Page): Promise<Point[]> {
  const bars = await onBars(page)
  const box = (await page.locator('[data-place="text"] .text').boundingBox())!
  return bars.map(({ y }) => ({ x: box.x + box.width / 2, y }))
}

function onBars(page: Page): Promise<Point[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('[data-bar]')]
      .map(bar => bar.getBoundingClientRect())
      .filter(({ top, bottom }) => top > 150 && bottom < 600 && bottom - top > 50)
      .map(({ left, top, bottom }) => ({ x: left + 2, y: (top + bottom) / 2 })),
  )
}
