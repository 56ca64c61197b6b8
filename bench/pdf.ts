import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { launchBrowser } from './browser.ts'
import type { Figure } from './figure.ts'
import { measureBare } from './pdf/bare.ts'
import { measureMemory } from './pdf/memory.ts'
import { measureOpening } from './pdf/open.ts'
import { makeProject } from './pdf/project.ts'
import { measureScrolling } from './pdf/scroll.ts'
import { withWindow } from './reader/window.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const CORPUS = join(process.env['POSTIL_SHARED'] ?? join(root, '..', 'shared'), 'data', 'corpus', 'share')
const LONG = join(CORPUS, 'us', 'FOMC_press_conferences_2011-2016_merged.pdf')
const SHORT = join(CORPUS, 'us', 'US_EO14163_Refugee_Admissions_Program.pdf')

/** Issue 4: a PDF of 584 pages as it was printed, in Chromium. */
export async function run(): Promise<Figure[]> {
  if (!existsSync(LONG)) {
    console.error('not run: ../shared is not here')
    return []
  }
  const browser = await launchBrowser()
  if (!browser) return []
  console.error('Importing the PDF of 584 pages…')
  const { folder, path } = await makeProject([LONG, SHORT])
  const figures: Figure[] = []
  try {
    await withWindow(browser, path, async window => {
      const bare = await measureBare(window, LONG)
      figures.push(...(await measureOpening(window, bare)))
      figures.push(...(await measureScrolling(window)))
      figures.push(...(await measureMemory(window)))
    })
  } finally {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return figures
}
