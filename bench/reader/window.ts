import type { Browser, CDPSession, Page } from 'playwright'
import { startHost } from '../browser.ts'
import { installProbe } from './probe.ts'

/** The program in a window of its own, and a bare page beside it for the baselines. */
export interface BenchWindow {
  readonly page: Page
  readonly cdp: CDPSession
  /** a page of the same origin and size with nothing in it but what a baseline puts there */
  bare(): Promise<Page>
}

const BARE = '<!doctype html><title>bare</title><body>'
const VIEWPORT = { width: 1280, height: 720 }

export async function withWindow<T>(
  browser: Browser,
  path: string,
  work: (window: BenchWindow) => Promise<T>,
): Promise<T> {
  const host = await startHost(path)
  const context = await browser.newContext({ viewport: VIEWPORT, locale: 'en-GB' })
  await context.addInitScript(installProbe)
  try {
    const page = await context.newPage()
    page.on('pageerror', error => console.error(`the page: ${error.message}`))
    await page.goto(host.url)
    const cdp = await context.newCDPSession(page)
    const bare = async () => {
      const other = await context.newPage()
      // for this one address only, and no longer: while anything is routed, every request of every
      // page makes a detour through this process, which is not what is to be measured
      await other.route('**/bare', route => route.fulfill({ contentType: 'text/html', body: BARE }))
      await other.goto(new URL('/bare', host.url).href)
      await other.unrouteAll()
      await other.bringToFront()
      return other
    }
    return await work({ page, cdp, bare })
  } finally {
    await context.close()
    await host.stop()
  }
}

/** The row of a document in the list. */
export const rowOf = (page: Page, name: string) =>
  page.locator('[data-place="documents"]').getByText(name, { exact: true }).first()
