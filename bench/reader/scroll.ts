import type { CDPSession, Page } from 'playwright'
import { type Figure, quantile, spreadOf } from '../figure.ts'
import { fillBare, opened } from './open.ts'
import { LONG, SHORTER } from './projects.ts'
import type { BenchWindow } from './window.ts'

/** px a second, and how far */
const SPEEDS = [
  { name: 'reading', speed: 600, distance: 3000 },
  { name: 'looking through', speed: 4000, distance: 20_000 },
  { name: 'rushing', speed: 30_000, distance: 90_000 },
]

/** Turns the wheel, with the events a real one sends, and takes the time from frame to frame. */
export async function measureScrolling(window: BenchWindow, text: string): Promise<Figure[]> {
  await opened(window.page, SHORTER[0]!)
  await opened(window.page, LONG)
  const bare = await window.bare()
  await fillBare(bare, text)
  const bareCdp = await bare.context().newCDPSession(bare)
  const figures: Figure[] = []
  for (const { name, speed, distance } of SPEEDS) {
    await bare.bringToFront()
    const plain = await framesOf(bare, bareCdp, speed, distance)
    await window.page.bringToFront()
    const { frames, long } = await framesOf(window.page, window.cdp, speed, distance)
    figures.push(
      figureOf(`scrolling, ${name} (${speed} px/s), frames, p95`, 16.7, frames, plain.frames, 0.95),
      figureOf(`scrolling, ${name} (${speed} px/s), slowest frame`, 50, frames, plain.frames, 1),
    )
    for (const { ms, scripts } of long.filter(({ ms }) => ms > 50).slice(0, 5))
      console.error(`  a long frame while ${name}: ${Math.round(ms)} ms (${scripts})`)
  }
  await bare.close()
  return figures
}

function figureOf(
  figure: string,
  goal: number,
  frames: readonly number[],
  plain: readonly number[],
  q: number,
): Figure {
  return {
    figure,
    value: quantile(frames, q),
    unit: 'ms',
    goal,
    baseline: quantile(plain, q),
    plain: 'the same text on a bare page, the same wheel',
    spread: spreadOf(frames),
  }
}

async function framesOf(page: Page, cdp: CDPSession, speed: number, distance: number) {
  await page.waitForTimeout(500)
  await page.evaluate(() => window.probe.framesBegin())
  await turnWheel(cdp, speed, distance)
  return page.evaluate(() => window.probe.framesEnd())
}

/** Down, up and down again, with the events a real wheel sends; px a second, px. */
export async function turnWheel(cdp: CDPSession, speed: number, distance: number): Promise<void> {
  for (const direction of [-1, 1, -1])
    await cdp.send('Input.synthesizeScrollGesture', {
      x: 500,
      y: 400,
      yDistance: direction * distance,
      speed,
      gestureSourceType: 'mouse',
      preventFling: true,
    })
}
