import type { Browser, Page } from 'playwright'
import { type Figure, quantile, spreadOf } from '../figure.ts'
import { opened } from './open.ts'
import type { Seen } from './probe.ts'
import { SHORTER } from './projects.ts'
import { withWindow } from './window.ts'

/** typed one letter after the other and taken back again: short queries find the most */
const QUERIES = ['karen tov', 'the mor', 'sh', 'del 1', 'priqui']

/** Typing in the picker among 2,000 codes, and in the filter of 500 codes five levels deep. */
export async function measureCodes(browser: Browser, many: string, deep: string): Promise<Figure[]> {
  return [
    ...(await withWindow(browser, many, ({ page }) => measurePicker(page))),
    ...(await withWindow(browser, deep, ({ page }) => measureFilter(page))),
  ]
}

async function measurePicker(page: Page): Promise<Figure[]> {
  await opened(page, SHORTER[0]!)
  await page.locator('[data-place="text"] .text').click({ position: { x: 200, y: 150 } })
  await page.keyboard.press('c')
  await page.locator('.picker-input').waitFor()
  const times = await typing(page, '.picker')
  const plain = 'one frame of the screen'
  return [
    {
      figure: 'a key in the picker, 2,000 codes, to the new list, p95',
      value: quantile(
        times.map(({ dom }) => dom),
        0.95,
      ),
      unit: 'ms',
      goal: 16,
      baseline: 1000 / 60,
      plain,
      spread: spreadOf(times.map(({ dom }) => dom)),
    },
    {
      figure: 'the same, to its frame on the screen, p95',
      value: quantile(
        times.map(({ frame }) => frame),
        0.95,
      ),
      unit: 'ms',
      goal: null,
      baseline: 1000 / 60,
      plain,
      spread: spreadOf(times.map(({ frame }) => frame)),
    },
  ]
}

async function measureFilter(page: Page): Promise<Figure[]> {
  await opened(page, SHORTER[0]!)
  await page.getByRole('button', { name: 'All codes' }).click()
  await page.getByRole('menuitem', { name: 'Open all' }).click()
  await page.locator('[data-place="codes"] input').first().click()
  const times = (await typing(page, '[data-place="codes"]')).map(({ frame }) => frame)
  return [
    {
      figure: 'a key in the filter, 500 codes five levels deep, p95',
      value: quantile(times, 0.95),
      unit: 'ms',
      goal: 50,
      baseline: 1000 / 60,
      plain: 'one frame of the screen',
      spread: spreadOf(times),
    },
  ]
}

/** Keys that change nothing in the list are no samples. */
async function typing(page: Page, selector: string): Promise<Seen[]> {
  const times: Seen[] = []
  for (const query of QUERIES) {
    for (const key of [...query, ...Array.from(query, () => 'Backspace')]) {
      await page.evaluate(selector => window.probe.awaitChange('keydown', selector), selector)
      await page.keyboard.press(key === ' ' ? 'Space' : key)
      const time = await page.evaluate(() => window.probe.seen())
      if (time) times.push(time)
      await page.waitForTimeout(80)
    }
  }
  return times
}
