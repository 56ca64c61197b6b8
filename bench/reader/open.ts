import type { Page } from 'playwright'
import { type Figure, quantile, spreadOf } from '../figure.ts'
import { LONG, SHORTER } from './projects.ts'
import { type BenchWindow, rowOf } from './window.ts'

const OPENINGS = 7
const PAUSE = 800

/** From the click on a document to the frame that shows its text. */
export async function measureFirstText(window: BenchWindow, text: string): Promise<Figure[]> {
  const times: number[] = []
  for (let i = 0; i < OPENINGS; i++) {
    await opened(window.page, SHORTER[i % 3]!)
    times.push(await opened(window.page, LONG))
  }
  return [
    {
      figure: 'first text of 1,000,000 characters after the click, p95',
      value: quantile(times, 0.95),
      unit: 'ms',
      goal: 500,
      baseline: await plainText(window, [text]),
      plain: 'a bare page, the text from memory, a <p> each paragraph',
      spread: spreadOf(times),
    },
  ]
}

export async function measureSwitching(window: BenchWindow, text: string): Promise<Figure[]> {
  const times: number[] = []
  for (let i = 0; i < 4; i++) {
    for (const name of SHORTER.slice(0, 5)) times.push(await opened(window.page, name))
  }
  const plain = await plainText(window, [text.slice(0, 100_000), text.slice(100_000, 200_000)])
  return [
    {
      figure: 'from one document of 100,000 characters to another, p95',
      value: quantile(times, 0.95),
      unit: 'ms',
      goal: 150,
      baseline: plain,
      plain: 'the same on a bare page, from memory',
      spread: spreadOf(times),
    },
  ]
}

/** Clicks on a document and waits for its text; by its label the text is known to be the right one. */
export async function opened(page: Page, name: string): Promise<number> {
  const row = rowOf(page, name)
  await row.hover()
  const selector = `.text[aria-label="${name}"] .text-block`
  await page.evaluate(selector => window.probe.awaitNew('pointerup', selector, 'class'), selector)
  await row.click()
  const time = await page.evaluate(() => window.probe.seen())
  if (!time) throw new Error(`${name} was clicked and its text did not come`)
  await page.waitForTimeout(PAUSE)
  return time.frame
}

async function plainText({ bare }: BenchWindow, texts: readonly string[]): Promise<number> {
  const page = await bare()
  await fillBare(page, texts[0]!)
  const times: number[] = []
  for (let i = 0; i < OPENINGS; i++) {
    times.push(
      await page.evaluate(
        async text => {
          const began = performance.now()
          const box = document.createElement('div')
          for (const paragraph of text.split('\n\n')) {
            const element = document.createElement('p')
            element.textContent = paragraph
            box.append(element)
          }
          document.querySelector('#scroller')!.replaceChildren(box)
          return (await window.probe.painted()) - began
        },
        texts[i % texts.length]!,
      ),
    )
    await page.waitForTimeout(200)
  }
  await page.close()
  return quantile(times, 0.95)
}

/** The text in a page without anything else: a column as wide as the reader's, in letters as large. */
export async function fillBare(page: Page, text: string): Promise<void> {
  await page.evaluate(text => {
    const scroller = document.createElement('div')
    scroller.id = 'scroller'
    scroller.style.cssText = 'position: fixed; inset: 0; overflow: auto; font: 17px/1.55 serif'
    const box = document.createElement('div')
    box.style.cssText = 'width: 600px'
    for (const paragraph of text.split('\n\n')) {
      const element = document.createElement('p')
      element.textContent = paragraph
      box.append(element)
    }
    scroller.append(box)
    document.body.append(scroller)
  }, text)
}
