import type { Browser, Page } from 'playwright'
import { launchBrowser, startHost } from './browser.ts'
import { type Figure, quantile } from './figure.ts'

const CODINGS = 30
const BETWEEN_CODINGS = 400

/** What a person waits for in the window, on this project, through the web host in Chromium. */
export async function measureWindow(path: string): Promise<Figure[]> {
  const browser = await launchBrowser()
  if (!browser) return []
  try {
    return [
      await measureOpening(browser, path),
      await measureStart(browser, path),
      await measureCoding(browser, path),
    ]
  } finally {
    await browser.close()
  }
}

const firstDocument = (page: Page) => page.getByText('doc_00001', { exact: true }).first()

/** In a running program: from Open to a list of documents that can be clicked. */
async function measureOpening(browser: Browser, path: string): Promise<Figure> {
  const times: number[] = []
  for (let i = 0; i < 3; i++) {
    const host = await startHost()
    const page = await browser.newPage()
    await page.goto(host.url)
    await page.getByRole('button', { name: 'Open…' }).waitFor()
    const began = performance.now()
    await page.evaluate(
      place =>
        fetch('/host/open', {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ path: place }),
        }),
      path,
    )
    await firstDocument(page).click({ trial: true })
    times.push(performance.now() - began)
    await page.close()
    await host.stop()
  }
  return {
    figure: 'open a project to a usable window',
    value: quantile(times, 0.5),
    unit: 'ms',
    goal: 2000,
    baseline: await emptyPage(browser),
    plain: 'the same browser opening an empty page',
  }
}

/** The same with the start of the program and of the page before it. */
async function measureStart(browser: Browser, path: string): Promise<Figure> {
  const times: number[] = []
  for (let i = 0; i < 3; i++) {
    const began = performance.now()
    const host = await startHost(path)
    const page = await browser.newPage()
    await page.goto(host.url)
    await firstDocument(page).click({ trial: true })
    times.push(performance.now() - began)
    await page.close()
    await host.stop()
  }
  return {
    figure: 'program start to a usable window',
    value: quantile(times, 0.5),
    unit: 'ms',
    goal: 2500,
    baseline: await emptyPage(browser),
    plain: 'the same browser opening an empty page',
  }
}

async function emptyPage(browser: Browser): Promise<number> {
  const began = performance.now()
  const page = await browser.newPage()
  await page.goto('about:blank')
  const ms = performance.now() - began
  await page.close()
  return ms
}

/** From the key to the frame in which the new bar stands in the margin. */
async function measureCoding(browser: Browser, path: string): Promise<Figure> {
  const host = await startHost(path)
  const page = await browser.newPage()
  await page.goto(host.url)
  await firstDocument(page).click()
  const text = page.locator('[data-place="text"]')
  await text.click({ position: { x: 200, y: 150 } })
  await page.keyboard.press('c')
  await page.keyboard.type('Bench')
  await page.keyboard.press('Enter')
  await page.waitForTimeout(500)
  await watchBars(page)
  const times: number[] = []
  for (let i = 0; i < CODINGS; i++) {
    await page.keyboard.press('Shift+ArrowDown')
    await page.evaluate(() => window.postilBench.arm())
    await page.keyboard.press('r')
    times.push(await page.evaluate(() => window.postilBench.seen()))
    await page.keyboard.press('ArrowRight')
    // a quick coder's pace: what the last coding set off is over before the next
    await page.waitForTimeout(BETWEEN_CODINGS)
  }
  await page.close()
  await host.stop()
  return {
    figure: 'a new coding, key to margin, p95',
    value: quantile(times, 0.95),
    unit: 'ms',
    goal: 100,
    baseline: 1000 / 60,
    plain: 'one frame of the screen',
  }
}

declare global {
  interface Window {
    postilBench: { arm(): void; seen(): Promise<number> }
  }
}

async function watchBars(page: Page): Promise<void> {
  await page.evaluate(() => {
    let began = 0
    let before = new Set<string>()
    const bars = () =>
      [...document.querySelectorAll('[data-bar]')].map(bar => bar.getAttribute('data-bar') ?? '')
    window.addEventListener(
      'keydown',
      event => {
        if (event.key === 'r') began = performance.now()
      },
      true,
    )
    window.postilBench = {
      arm: () => {
        before = new Set(bars())
      },
      seen: () =>
        new Promise(resolve => {
          const look = () => {
            if (began > 0 && bars().some(bar => !before.has(bar))) resolve(performance.now() - began)
            else requestAnimationFrame(look)
          }
          look()
        }),
    }
  })
}
