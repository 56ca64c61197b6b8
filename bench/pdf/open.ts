import type { Page } from 'playwright'
import { type Figure, quantile, spreadOf } from '../figure.ts'
import { type BenchWindow, rowOf } from '../reader/window.ts'
import type { BareTimes } from './bare.ts'
import { NAMES } from './project.ts'

const OPENINGS = 5
const PAUSE = 1500
const JUMPS = [500, 40, 300, 500, 120, 500]

/** From the click to the frame with the first page; from Enter to the frame with page 500. */
export async function measureOpening({ page }: BenchWindow, bare: BareTimes): Promise<Figure[]> {
  await page.bringToFront()
  const first: number[] = []
  for (let i = 0; i < OPENINGS; i++) {
    await opened(page, NAMES.short)
    first.push(await opened(page, NAMES.long))
  }
  const jumps: number[] = []
  for (const number of JUMPS) {
    const time = await jumped(page, number)
    if (number === 500) jumps.push(time)
  }
  const plain = 'pdf.js on a bare page, the same page at the same size'
  return [
    {
      figure: 'first page of 584 after the click, p95',
      value: quantile(first, 0.95),
      unit: 'ms',
      goal: 1500,
      baseline: bare.first,
      plain: `${plain}, from bytes at hand`,
      spread: spreadOf(first),
    },
    {
      figure: 'jump to page 500, Enter to the picture, p95',
      value: quantile(jumps, 0.95),
      unit: 'ms',
      goal: 500,
      baseline: bare.jump,
      plain,
      spread: spreadOf(jumps),
    },
  ]
}

export async function opened(page: Page, name: string): Promise<number> {
  const row = rowOf(page, name)
  await row.hover()
  const selector = `.pdf[aria-label="${name}"] .pdf-page[data-drawn]`
  await page.evaluate(one => window.probe.awaitNew('pointerup', one, 'data-page'), selector)
  await row.click()
  const time = await page.evaluate(() => window.probe.seen())
  if (!time) throw new Error(`${name} was clicked and its first page did not come`)
  await page.waitForTimeout(PAUSE)
  // each opening begins at the beginning, whatever was read before
  await jumped(page, 1)
  return time.frame
}

async function jumped(page: Page, number: number): Promise<number> {
  const field = page.getByRole('textbox', { name: 'Page', exact: true })
  await field.click()
  await page.keyboard.type(String(number))
  const selector = `.pdf-page[data-page="${number - 1}"][data-drawn]`
  const isThere = (await page.locator(selector).count()) > 0
  await page.evaluate(one => window.probe.awaitNew('keydown', one, 'data-page'), selector)
  await page.keyboard.press('Enter')
  const time = isThere ? { frame: 0 } : await page.evaluate(() => window.probe.seen())
  if (!time) throw new Error(`page ${number} did not come`)
  await page.waitForTimeout(PAUSE)
  return time.frame
}
