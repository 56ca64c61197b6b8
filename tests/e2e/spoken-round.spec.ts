import type { Page } from '@playwright/test'
import { expect, test } from './postil.ts'

interface Node {
  readonly ignored: boolean
  readonly role?: { readonly value: string }
  readonly name?: { readonly value: string }
  readonly description?: { readonly value: string }
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value?: unknown } }[]
}

/** What a screen reader is told: the element with the focus as the accessibility tree has it, and what the live regions say. */
async function listener(page: Page) {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Accessibility.enable')
  const transcript: string[] = []
  const tree = async () =>
    (await devtools.send('Accessibility.getFullAXTree')).nodes as unknown as readonly Node[]
  const isFocused = ({ properties = [] }: Node) =>
    properties.some(({ name, value }) => name === 'focused' && value.value === true)
  const words = ({ role, name, description }: Node) =>
    [role?.value, name?.value, description?.value].filter(Boolean).join(' | ')
  return {
    transcript,
    /** the innermost element with the focus, once it is what is expected */
    hear: async (step: string, expected: RegExp) => {
      let heard = ''
      await expect(async () => {
        const focused = (await tree()).filter(node => !node.ignored && isFocused(node))
        heard = focused.map(words).at(-1) ?? 'nothing'
        expect(heard).toMatch(expected)
      }, step).toPass({ timeout: 10_000 })
      transcript.push(`${step}: ${heard}`)
      return heard
    },
    announced: async (step: string, expected: RegExp) => {
      const region = page.locator('[role="status"][aria-live="polite"]').first()
      await expect(region, step).toHaveText(expected, { timeout: 10_000 })
      transcript.push(`${step}: “${await region.textContent()}”`)
    },
    /** whatever can be acted on and has no name */
    nameless: async () => {
      const acting =
        /^(button|link|textbox|searchbox|checkbox|radio|combobox|tab|menuitem|treeitem|row|grid|tree|dialog|document|toolbar)$/
      return (await tree())
        .filter(({ ignored, role, name }) => !ignored && acting.test(role?.value ?? '') && !name?.value)
        .map(words)
    },
  }
}

test('a whole round is told in words: text, selection, coding, bar, list and back', async ({
  page,
  postil,
}, info) => {
  await page.goto(await postil.start(postil.sample()))
  const { hear, announced, nameless, transcript } = await listener(page)
  await page.getByRole('button', { name: /^Open “/ }).focus()
  await hear('the start screen', /^button \| Open “/)
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-place="text"]')).toContainText('Chair')

  await page.keyboard.press('ControlOrMeta+2')
  await hear('the text', /^document \| .*Report of the Chair/)
  expect(await nameless(), 'reading').toEqual([])
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  for (let n = 0; n < 3; n++) await page.keyboard.press('ControlOrMeta+Shift+ArrowRight')
  await page.keyboard.press('c')
  await hear('the picker', /^combobox \| .*cod/i)
  expect(await nameless(), 'the picker').toEqual([])
  await page.keyboard.type('heard in words')
  await page.keyboard.press('Enter')
  await announced('after coding', /heard in words/)
  await hear('the text again', /^document \|/)

  const bar = page.locator('.margin-bar[aria-label^="heard in words"]').first()
  await bar.focus()
  await hear(
    'the bar of the segment',
    /^button \| heard in words, 1:\d+: .+ \| heard in words; by First coder/,
  )

  await page.keyboard.press('ControlOrMeta+Shift+4')
  await page.keyboard.press('ControlOrMeta+4')
  await hear('the list', /^row \| 1:\d+, Report of the Chair[^|]*, First coder: /)
  expect(await nameless(), 'the list').toEqual([])
  await page.keyboard.press('ArrowDown')
  const row = await hear('the next row', /^row \| 1:\d+, /)
  await page.keyboard.press('Enter')
  await hear('its place', /^document \|/)
  await page.keyboard.press('Alt+ArrowLeft')
  await hear('back in the list', new RegExp(`^row \\| ${row.slice(6, 11).replace(/[|]/g, '')}`))
  await page.keyboard.press('ControlOrMeta+z')
  await announced('after undo', /^Undone: /)
  await expect(page.locator('.margin-bar[aria-label^="heard in words"]')).toHaveCount(0)
  await page.waitForLoadState('networkidle')

  await info.attach('transcript.txt', { body: transcript.join('\n'), contentType: 'text/plain' })
})
