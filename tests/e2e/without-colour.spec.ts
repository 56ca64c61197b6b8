import type { Page } from '@playwright/test'
import { expect, type Postil, test } from './postil.ts'

async function opened(page: Page, postil: Postil): Promise<void> {
  await page.goto(await postil.start(postil.sample()))
  await page.getByRole('button', { name: /^Open “/ }).click()
  await expect(page.locator('[data-place="text"]')).toContainText('Chair')
  await expect(page.locator('.margin-bar .margin-name').first()).toBeVisible()
}

/** All that the bars with a name show beside their colour, one a code. */
async function looksOf(page: Page) {
  const looks = await page.locator('.margin-bar:has(.margin-name)').evaluateAll(bars =>
    bars.map(bar => ({
      pattern: bar.getAttribute('data-pattern'),
      drawn: getComputedStyle(bar.querySelector('.margin-line')!).backgroundImage.replace(
        /[a-z]+\([\d., /%]+\)/g,
        'colour',
      ),
      sign: bar.querySelector('svg')?.innerHTML.replace(/(fill|stroke)="[^"]*"/g, ''),
      label: bar.querySelector('.margin-name')!.textContent,
    })),
  )
  return [...new Map(looks.map(look => [look.label, look])).values()]
}

test('without colours two codings are told apart by pattern, sign and name', async ({
  page,
  postil,
}, info) => {
  await opened(page, postil)
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Emulation.setEmulatedVisionDeficiency', { type: 'achromatopsia' })
  await page.screenshot({ path: info.outputPath('greyscale.png') })
  const looks = await looksOf(page)
  expect(looks.length).toBeGreaterThan(1)
  expect(looks.every(({ sign, label }) => sign && label)).toBe(true)
  const byPattern = new Map(looks.map(look => [look.pattern, look]))
  expect(byPattern.size).toBeGreaterThan(1)
  const [one, two] = [...byPattern.values()]
  expect(one!.sign).not.toBe(two!.sign)
  expect(one!.drawn).not.toBe(two!.drawn)
})

test.describe('forced colours', () => {
  test.use({ forcedColors: 'active' })

  test('leave the bars, their patterns, the focus and the selection to be seen', async ({
    page,
    postil,
  }, info) => {
    await opened(page, postil)
    const lines = page
      .locator('.margin-bar')
      .filter({ has: page.locator('.margin-name') })
      .locator('.margin-line')
    const looks = await lines.evaluateAll(all =>
      all.map(line => {
        const { backgroundColor, backgroundImage } = getComputedStyle(line)
        return backgroundImage === 'none' ? backgroundColor : backgroundImage
      }),
    )
    const probe = await page.evaluate(() => {
      const element = document.body.appendChild(document.createElement('i'))
      const colourOf = (name: string) => {
        element.style.cssText = `forced-color-adjust: none; color: ${name}`
        return getComputedStyle(element).color
      }
      const colours = { text: colourOf('CanvasText'), mark: colourOf('Highlight') }
      element.remove()
      return colours
    })
    expect(looks.length).toBeGreaterThan(1)
    // in the colour of text, whatever colour the code has
    for (const look of looks) expect(look).toContain(probe.text)
    expect(new Set((await looksOf(page)).map(({ drawn }) => drawn)).size).toBeGreaterThan(1)

    await page.locator('[data-place="text"]').click({ position: { x: 250, y: 200 } })
    await page.keyboard.press('j')
    await expect(page.locator('.margin-bar[aria-pressed="true"]').first()).toBeVisible()
    const chosen = await page
      .locator('.margin-bar[aria-pressed="true"] > .margin-line')
      .first()
      .evaluate(line => getComputedStyle(line).background)
    expect(chosen).toContain(probe.mark)
    await page.screenshot({ path: info.outputPath('forced.png') })

    // what has the focus, in each region, has an outline
    for (let n = 0; n < 4; n++) {
      await page.keyboard.press('F6')
      await page.waitForTimeout(80)
      await page.keyboard.press('Tab')
      const seen = await page.evaluate(() => {
        const element = document.activeElement!
        const { outlineStyle, outlineWidth, borderTopWidth } = getComputedStyle(element)
        const isText = element.matches('input, textarea, [role="document"]')
        const line = element.querySelector('.margin-line')
        const own = line ? getComputedStyle(line).outlineStyle : outlineStyle
        return isText || (own !== 'none' && outlineWidth !== '0px') || borderTopWidth !== '0px'
          ? null
          : (element.getAttribute('aria-label') ?? element.outerHTML.slice(0, 120))
      })
      expect(seen).toBeNull()
    }
  })
})

test.describe('more contrast', () => {
  test.use({ contrast: 'more' })

  test('is given where the system asks for it: ink, lines and focus', async ({ page, postil }, info) => {
    await opened(page, postil)
    await expect(page.locator('html')).toHaveAttribute('data-contrast', 'high')
    await page.keyboard.press('F6')
    await page.keyboard.press('Tab')
    const { ink, line, focus } = await page.evaluate(() => ({
      ink: getComputedStyle(document.body).color,
      line: getComputedStyle(document.querySelector('.header')!).borderBottomColor,
      focus: getComputedStyle(document.activeElement!).outlineWidth,
    }))
    expect(ink).toBe('rgb(0, 0, 0)')
    expect(line).toBe('rgb(92, 92, 92)')
    expect(Number.parseFloat(focus)).toBeGreaterThanOrEqual(2)
    await page.screenshot({ path: info.outputPath('contrast.png') })
  })
})
