import AxeBuilder from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import { ask, expect, type Postil, test } from './postil.ts'

/** Words that stand at the top of a text's screen: where one reads, as one would say it. */
function topWords(pane: Locator): Promise<string> {
  return pane.locator('.reader-scroll').evaluate(scroller => {
    const { left, top, width } = scroller.getBoundingClientRect()
    const at = document.caretPositionFromPoint(left + width / 2, top + 12)
    return at?.offsetNode.textContent?.slice(at.offset, at.offset + 12) ?? ''
  })
}

/** Where a paragraph stands on the screen: to tell whether one is where one was. */
const heightOf = (pane: Locator, words: string): Promise<number> =>
  pane
    .locator('.text-block', { hasText: words })
    .first()
    .evaluate(block => block.getBoundingClientRect().top)

/** A line may be cut by the edge of the screen: then it is shown whole. */
const ONE_LINE = 30

async function isThere(pane: Locator, height: number): Promise<void> {
  await expect
    .poll(async () => Math.abs((await heightOf(pane, LANDMARK)) - height))
    .toBeLessThanOrEqual(ONE_LINE)
}

const LANDMARK = 'Kerouan, speaking also'

const panes = (page: Page) => page.locator('[data-pane]')
const focusedPane = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-pane]')?.dataset['pane'] ?? null)

async function opened(page: Page, postil: Postil): Promise<void> {
  await page.goto(await postil.start(postil.sample()))
  await page.getByRole('button', { name: /^Open “/ }).click()
  await expect(page.locator('[data-place="text"]')).toContainText('Chair')
  await page.keyboard.press('ControlOrMeta+2')
}

test('two places of one document are read side by side, and coded in the second', async ({
  page,
  postil,
}) => {
  await opened(page, postil)
  await page.keyboard.press('ControlOrMeta+\\')
  await expect(panes(page)).toHaveCount(2)
  const [left, right] = [panes(page).first(), panes(page).last()]
  await expect(right.getByRole('document')).toBeFocused()

  await page.waitForTimeout(400)
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ')}`)).toEqual([])

  // the second pane goes on alone
  const start = await topWords(left)
  for (let n = 0; n < 3; n++) await page.keyboard.press('PageDown')
  await expect.poll(() => topWords(right)).not.toBe(start)
  expect(await topWords(left)).toBe(start)

  // back to where both can see the same passage
  await page.keyboard.press('ControlOrMeta+Home')
  await expect.poll(() => topWords(right)).toBe(start)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('c')
  await expect(page.locator('.picker')).toHaveCount(1)
  await page.keyboard.type('seen twice')
  await page.keyboard.press('Enter')
  await expect
    .poll(async () => {
      const { rows } = await ask<{ rows: { code: string }[] }>(page, 'segments.list')
      return rows.filter(({ code }) => code === 'seen twice').length
    })
    .toBe(1)
  for (const pane of [left, right])
    await expect(pane.getByRole('button', { name: /seen twice/ }).first()).toBeAttached()

  // what is selected belongs to the pane with the focus
  await page.keyboard.press('j')
  await expect(right.locator('.handle')).toHaveCount(2)
  await page.keyboard.press('ControlOrMeta+F6')
  await expect(left.getByRole('document')).toBeFocused()
  await expect(page.locator('.handle')).toHaveCount(0)
  await page.keyboard.press('F6')
  await expect(right.getByRole('document')).toBeFocused()
  await expect(right.locator('.handle')).toHaveCount(2)

  await page.keyboard.press('ControlOrMeta+\\')
  await expect(panes(page)).toHaveCount(1)
  await expect(page.locator('[role="document"]')).toBeFocused()
})

test('two documents scroll together, and the last tab closes the pane', async ({ page, postil }) => {
  await opened(page, postil)
  const rows = page.locator('[data-place="documents"] [role="treeitem"]')
  await rows.filter({ hasText: 'Press Conference' }).click({ button: 'right' })
  await page.getByRole('menuitem', { name: /Open beside/ }).click()
  await expect(panes(page)).toHaveCount(2)
  const [left, right] = [panes(page).first(), panes(page).last()]
  await expect(left.locator('[data-place="text"]')).toContainText('Chair')
  await expect(right.locator('[data-place="text"]')).not.toHaveAttribute('aria-busy')

  await page.getByRole('button', { name: 'Scroll both texts together' }).click()
  await right.locator('.reader-scroll').hover()
  await page.mouse.wheel(0, 1500)
  const progress = (pane: Locator) =>
    pane
      .locator('.reader-scroll')
      .evaluate(({ scrollTop, scrollHeight, clientHeight }) => scrollTop / (scrollHeight - clientHeight))
  await expect.poll(() => progress(right)).toBeGreaterThan(0.02)
  await expect.poll(async () => Math.abs((await progress(left)) - (await progress(right)))).toBeLessThan(0.02)

  await right.getByRole('document').click({ position: { x: 200, y: 1600 } })
  await page.keyboard.press('ControlOrMeta+w')
  await expect(panes(page)).toHaveCount(1)
  await expect(page.locator('[data-place="text"]')).toContainText('Chair')
})

test('back and forward return to the very place, and all is as it was when the project is opened again', async ({
  page,
  postil,
}) => {
  await opened(page, postil)
  for (let n = 0; n < 4; n++) await page.keyboard.press('PageDown')
  await page.waitForTimeout(400)
  const place = await heightOf(panes(page), LANDMARK)
  expect(place).toBeGreaterThan(0)
  expect(place).toBeLessThan(720)
  await page.locator('[data-place="documents"] [role="treeitem"]').filter({ hasText: 'Consul' }).click()
  await expect(page.locator('[data-place="text"]')).toHaveAttribute('aria-label', /Consul/)
  const back = page.getByRole('button', { name: /^Back to “Report of the Chair/ })
  await expect(back).toBeEnabled()
  await page.keyboard.press('ControlOrMeta+Shift+m')
  await page.keyboard.press('Alt+ArrowLeft')
  await back.click()
  await isThere(panes(page), place)
  await expect(page.getByRole('button', { name: /^Forward to “.*Consul/ })).toBeEnabled()
  await page.keyboard.press('Alt+ArrowRight')
  await expect(page.locator('[data-place="text"]')).toHaveAttribute('aria-label', /Consul/)
  await page.keyboard.press('Alt+ArrowLeft')
  await isThere(panes(page), place)

  await page.keyboard.press('ControlOrMeta+2')
  await page.keyboard.press('ControlOrMeta+\\')
  await page.keyboard.press('ControlOrMeta+Shift+4')
  await expect(page.locator('[data-place="segments"]')).toBeVisible()
  await page.waitForTimeout(800)
  const left = await heightOf(panes(page).first(), LANDMARK)
  await page.reload()
  await expect(panes(page)).toHaveCount(2)
  await expect(page.locator('[data-place="segments"]')).toBeVisible()
  await expect(
    panes(page)
      .first()
      .getByRole('button', { name: /^Close / }),
  ).toHaveCount(2)
  await isThere(panes(page).first(), left)
  await expect.poll(() => focusedPane(page)).toBe('b')
})
