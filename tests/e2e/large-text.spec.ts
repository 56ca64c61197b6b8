import type { Page } from '@playwright/test'
import { expect, type Postil, test } from './postil.ts'

// the window of 1280 × 720 at a zoom of 200 %: half as many CSS pixels, each twice as large
test.use({ viewport: { width: 640, height: 360 }, deviceScaleFactor: 2 })

/** Controls that are cut by the window or by what holds them, or lie under something else; and whether the window scrolls sideways. */
function troubles(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const LAYERS = '[role="dialog"], [role="toolbar"].selection-bar, .picker, [class*="overlay"], .margin-tip'
    const found: string[] = []
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth > clientWidth) found.push(`the window is ${scrollWidth - clientWidth} px too wide`)
    const controls = 'button, input, select, textarea, [role="tab"], [role="menuitem"], [role="radio"]'
    const nameOf = (element: Element) =>
      element.getAttribute('aria-label') ?? (element.textContent?.trim().slice(0, 30) || element.className)
    const scrolls = (element: Element) => /auto|scroll/.test(getComputedStyle(element).overflow)
    for (const control of document.querySelectorAll<HTMLElement>(controls)) {
      // what scrolls with a list or a text is brought into view by scrolling; bars of the margin have their own test
      if (
        control.closest('.reader-page, [role="grid"], [role="tree"], .spoken-only, .margin, [style*="clip"]')
      )
        continue
      if (!control.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue
      for (let at = control.parentElement; at; at = at.parentElement) {
        if (!scrolls(at) || at === document.body) continue
        control.scrollIntoView({ block: 'nearest', inline: 'nearest' })
        break
      }
      const { left, top, right, bottom, width, height } = control.getBoundingClientRect()
      if (width < 2 || height < 2) continue
      const isOut = left < -1 || top < -1 || right > innerWidth + 1 || bottom > innerHeight + 1
      if (isOut) {
        found.push(`“${nameOf(control)}” lies outside of the window`)
        continue
      }
      const there = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
      // what was opened over the window may cover it
      const isOver = there?.closest(LAYERS) && !control.closest(LAYERS)
      const isOwn =
        there &&
        (control.contains(there) || there.contains(control) || there.closest('label')?.contains(control))
      if (there && !isOver && !isOwn) found.push(`“${nameOf(control)}” lies under “${nameOf(there)}”`)
    }
    return found
  })
}

async function opened(page: Page, postil: Postil): Promise<void> {
  await page.goto(await postil.start(postil.sample()))
  await page.getByRole('button', { name: /^Open “/ }).click()
  await expect(page.locator('[data-place="text"]')).toContainText('Chair')
}

test('at 200 % nothing is cut or covered on any screen', async ({ page, postil }, info) => {
  const look = (name: string) => page.screenshot({ path: info.outputPath(`${name}.png`) })
  await opened(page, postil)
  await look('reading')
  expect.soft(await troubles(page), 'reading').toEqual([])
  await page.keyboard.press('ControlOrMeta+2')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ControlOrMeta+Shift+ArrowRight')
  await page.waitForTimeout(300)
  await look('selection')
  expect.soft(await troubles(page), 'a selection').toEqual([])
  await page.keyboard.press('c')
  await expect(page.locator('.picker')).toBeVisible()
  await look('picker')
  expect.soft(await troubles(page), 'the picker').toEqual([])
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.keyboard.press('ControlOrMeta+Shift+4')
  await expect(page.getByRole('grid', { name: 'Segments' })).toBeVisible()
  await look('list')
  expect.soft(await troubles(page), 'the list').toEqual([])
  await page.keyboard.press('ControlOrMeta+Shift+4')
  for (const [name, chord] of [
    ['table', 'ControlOrMeta+Shift+t'],
    ['memos', 'ControlOrMeta+Shift+m'],
    ['history', 'ControlOrMeta+Shift+h'],
    ['palette', 'ControlOrMeta+k'],
  ] as const) {
    await page.keyboard.press(chord)
    await page.waitForTimeout(400)
    await look(name)
    expect.soft(await troubles(page), name).toEqual([])
  }
  await page.keyboard.press('Escape')
  await page.keyboard.press('ControlOrMeta+,')
  await page.waitForTimeout(300)
  await look('settings')
  expect.soft(await troubles(page), 'settings').toEqual([])
})
