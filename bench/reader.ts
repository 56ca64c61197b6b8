import { rmSync } from 'node:fs'
import { launchBrowser } from './browser.ts'
import type { Figure } from './figure.ts'
import { measureCodes } from './reader/codes.ts'
import { measureCoding, measureHover } from './reader/coding.ts'
import { measureMemory } from './reader/memory.ts'
import { measureFirstText, measureSwitching } from './reader/open.ts'
import { makeProjects } from './reader/projects.ts'
import { measureScrolling } from './reader/scroll.ts'
import { withWindow } from './reader/window.ts'

/** Issue 3: a document of 1,000,000 characters with 10,000 segments in 200 codes, in Chromium. */
export async function run(): Promise<Figure[]> {
  const browser = await launchBrowser()
  if (!browser) return []
  console.error('Making the projects (1,000,000 characters with 10,000 segments; 2,000 codes; 500 codes)…')
  const { folder, text, longText, manyCodes, deepCodes } = await makeProjects()
  const figures: Figure[] = []
  try {
    await withWindow(browser, longText, async window => {
      figures.push(...(await measureFirstText(window, text)))
      figures.push(...(await measureScrolling(window, text)))
      figures.push(...(await measureHover(window)))
      figures.push(...(await measureCoding(window)))
      figures.push(...(await measureSwitching(window, text)))
    })
    await withWindow(browser, longText, async window => {
      figures.push(...(await measureMemory(window)))
    })
    figures.push(...(await measureCodes(browser, manyCodes, deepCodes)))
  } finally {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return figures
}
