import type { CDPSession, Page } from 'playwright'
import { type Figure, quantile, spreadOf } from '../figure.ts'
import { turnWheel } from '../reader/scroll.ts'
import type { BenchWindow } from '../reader/window.ts'
import { opened } from './open.ts'
import { NAMES } from './project.ts'

/** px a second, and how far; only what is read must never be blank */
const SPEEDS = [
  { name: 'reading', speed: 600, distance: 3600, blank: 150 },
  { name: 'looking through', speed: 4000, distance: 20_000, blank: null },
]

/** The wheel, frame by frame; and how long a page stood on the screen without its picture. */
export async function measureScrolling(window: BenchWindow): Promise<Figure[]> {
  await opened(window.page, NAMES.short)
  await opened(window.page, NAMES.long)
  const bare = await window.bare()
  await bare.evaluate(() => {
    document.body.style.margin = '0'
    for (let i = 0; i < 584; i++) {
      const box = document.createElement('div')
      box.style.cssText = 'width: 520px; height: 690px; margin: 14px; border: 1px solid'
      document.body.append(box)
    }
  })
  const bareCdp = await bare.context().newCDPSession(bare)
  const figures: Figure[] = []
  for (const { name, speed, distance, blank } of SPEEDS) {
    await bare.bringToFront()
    const plain = await scrolled(bare, bareCdp, speed, distance)
    await window.page.bringToFront()
    const { frames, longestBlank, long } = await scrolled(window.page, window.cdp, speed, distance)
    figures.push({
      figure: `scrolling, ${name} (${speed} px/s), frames, p95`,
      value: quantile(frames, 0.95),
      unit: 'ms',
      goal: 16.7,
      baseline: quantile(plain.frames, 0.95),
      plain: 'empty boxes as large on a bare page, the same wheel',
      spread: spreadOf(frames),
    })
    figures.push({
      figure: `a page without its picture, longest, ${name}`,
      value: longestBlank,
      unit: 'ms',
      goal: blank,
      baseline: null,
      plain: '',
    })
    for (const { ms, scripts } of long.filter(({ ms }) => ms > 50).slice(0, 5))
      console.error(`  a long frame while ${name}: ${Math.round(ms)} ms (${scripts})`)
  }
  await bare.close()
  return figures
}

async function scrolled(page: Page, cdp: CDPSession, speed: number, distance: number) {
  await page.waitForTimeout(800)
  await page.evaluate(() => window.probe.framesBegin())
  await page.evaluate(watchBlank)
  await turnWheel(cdp, speed, distance)
  const { frames, long } = await page.evaluate(() => window.probe.framesEnd())
  const longestBlank = await page.evaluate(() => window.longestBlank?.() ?? 0)
  return { frames, long, longestBlank }
}

declare global {
  interface Window {
    /** stops watching; the longest time a page was seen without its picture, ms */
    longestBlank?: () => number
  }
}

/** Sent to the page as source. */
function watchBlank(): void {
  const scroller = document.querySelector('.reader-scroll')
  if (!scroller) return
  const since = new Map<Element, number>()
  let longest = 0
  let isOn = true
  const screen = scroller.getBoundingClientRect()
  const look = (now: number) => {
    for (const page of document.querySelectorAll('.pdf-page')) {
      const { top, bottom } = page.getBoundingClientRect()
      const isSeen = bottom > screen.top + 4 && top < screen.bottom - 4
      if (!isSeen || page.hasAttribute('data-drawn')) {
        since.delete(page)
        continue
      }
      const began = since.get(page) ?? now
      since.set(page, began)
      longest = Math.max(longest, now - began)
    }
    if (isOn) setTimeout(() => requestAnimationFrame(look), 30)
  }
  requestAnimationFrame(look)
  window.longestBlank = () => {
    isOn = false
    return longest
  }
}
