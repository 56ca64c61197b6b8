import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './postil.ts'

async function violations(page: Page): Promise<string[]> {
  // colours change with a fade; what is checked is where they end
  await page.waitForTimeout(400)
  // the palette's list is moved through from its field (aria-activedescendant), so it has no focus of its own
  const { violations } = await new AxeBuilder({ page }).exclude('.palette-list').analyze()
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map(({ target }) => target.join(' '))
        .slice(0, 3)
        .join(' | ')}`,
  )
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })

    test('no screen breaks a rule that a machine can check', async ({ page, postil }) => {
      await page.goto(await postil.start())
      await expect(page.getByRole('heading', { name: 'Postil' })).toBeVisible()
      expect(await violations(page)).toEqual([])

      await page.getByRole('button', { name: 'Open the sample project' }).first().click()
      await page.getByRole('button', { name: /^Open “/ }).click()
      await expect(page.locator('[data-place="text"]')).toContainText('Chair')
      expect(await violations(page)).toEqual([])

      await page.locator('[data-place="text"]').click({ position: { x: 250, y: 200 } })
      await page.keyboard.press('j')
      await page.keyboard.press('c')
      expect(await violations(page)).toEqual([])
      await page.keyboard.press('Escape')

      await page.keyboard.press('ControlOrMeta+Shift+t')
      await expect(page.getByRole('grid').first()).toBeVisible()
      await page.getByRole('gridcell').getByRole('button').first().click()
      await expect(page.getByRole('grid', { name: 'Segments' })).toBeVisible()
      expect(await violations(page)).toEqual([])

      for (const chord of ['ControlOrMeta+Shift+m', 'ControlOrMeta+Shift+h', 'ControlOrMeta+k']) {
        await page.keyboard.press(chord)
        expect(await violations(page), chord).toEqual([])
      }
    })

    test('no screen of reading side by side, marking or settings breaks one', async ({ page, postil }) => {
      await page.goto(await postil.start(postil.sample()))
      await page.getByRole('button', { name: /^Open “/ }).click()
      const text = page.locator('.reader-text').first()
      await expect(text).toContainText('Chair')
      await text.click({ position: { x: 250, y: 200 } })
      await page.keyboard.press('p')
      await page.keyboard.type('resp')
      await page.keyboard.press('Enter')
      await page.keyboard.press('m')
      await page.keyboard.press('ControlOrMeta+f')
      await page.keyboard.type('mobility')
      await expect(page.locator('.hit-strip-mark').first()).toBeVisible()
      expect(await violations(page), 'marker, mark and hits').toEqual([])
      await page.keyboard.press('Escape')
      await text.click({ button: 'right', position: { x: 250, y: 200 } })
      await expect(page.getByRole('menu', { name: 'Passage' })).toBeVisible()
      expect(await violations(page), 'menu of the text').toEqual([])
      await page.keyboard.press('Escape')

      await page.keyboard.press('ControlOrMeta+\\')
      await expect(page.locator('.reader-text')).toHaveCount(2)
      await page.getByLabel(/^\d+ segments of Win-win$/).click()
      await expect(page.getByRole('grid', { name: 'Segments' })).toBeVisible()
      expect(await violations(page), 'two panes and the list').toEqual([])

      await page.keyboard.press('ControlOrMeta+,')
      for (const name of ['Reading', 'Coding', 'Appearance', 'Keys']) {
        await page.getByRole('tab', { name }).click()
        expect(await violations(page), `settings: ${name}`).toEqual([])
      }
    })
  })
}

test('coding works by keyboard alone, and F6 goes round the regions', async ({ page, postil }) => {
  await page.goto(await postil.start(postil.sample()))
  await page.getByRole('button', { name: /^Open “/ }).click()
  await expect(page.locator('[data-place="text"]')).toContainText('Chair')
  await page.keyboard.press('ControlOrMeta+2')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  for (let i = 0; i < 3; i++) await page.keyboard.press('ControlOrMeta+Shift+ArrowRight')
  await page.keyboard.press('c')
  await page.keyboard.type('keyboard alone')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: /keyboard alone/i }).first()).toBeVisible()
  const seen = new Set<string>()
  for (let i = 0; i < 3; i++) {
    await page.keyboard.press('F6')
    await page.waitForTimeout(60)
    seen.add(
      await page.evaluate(
        () => document.activeElement?.closest<HTMLElement>('[data-place]')?.dataset['place'] ?? '',
      ),
    )
  }
  expect([...seen].sort()).toEqual(['codes', 'documents', 'text'])
})
