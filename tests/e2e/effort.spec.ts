import { pdfFile } from '../support/pdf-files.ts'
import { type Effort, Gates } from './effort.ts'
import { ask, expect, selectWords, test } from './postil.ts'

const DOCUMENT = 'A Road Has Two Ends'
const GLANCE = 400

interface Rows {
  total: number
  rows: { code: string; quote: string; comment: string; end: number; start: number; segmentId: string }[]
}
const total = async (page: Parameters<typeof ask>[0]) => (await ask<Rows>(page, 'segments.list')).total

/** Budgets of every act of coding: hardly a change of hand, nothing far off, no window over the window. */
function expectCalm({ switches, glance, modals }: Effort): void {
  expect(switches).toBeLessThanOrEqual(1)
  expect(glance).toBeLessThanOrEqual(GLANCE)
  expect(modals).toBe(0)
}

test('coding costs no more inputs than its gates allow', async ({ page, postil }) => {
  const gates = await Gates.on(page)
  await page.goto(await postil.start(postil.sample()))
  await page.locator('[data-place="documents"]').getByText(DOCUMENT).first().click()
  await expect(page.getByText('I should like to begin with an exercise book.')).toBeVisible()
  const before = await total(page)
  let made = 0
  const coded = async () => {
    made++
    await expect.poll(() => total(page)).toBe(before + made)
  }

  await selectWords(page, 'an exercise book')
  expectCalm(
    await gates.hold('T1 apply a known code (4 letters)', 6, async () => {
      await page.keyboard.press('c')
      await page.keyboard.type('resp')
      await page.keyboard.press('Enter')
      await coded()
    }),
  )

  await selectWords(page, 'a much younger man')
  expectCalm(
    await gates.hold('T1b the last code again', 1, async () => {
      await page.keyboard.press('r')
      await coded()
    }),
  )

  await page.locator('[data-place="codes"]').getByText('Win-win').click()
  await page.keyboard.press('Alt+1')
  await selectWords(page, 'a much warmer coat')
  expectCalm(
    await gates.hold('T1c a pinned code', 1, async () => {
      await page.keyboard.press('1')
      await coded()
    }),
  )

  await selectWords(page, 'closed five months of the year')
  expectCalm(
    await gates.hold('T2 create and apply (10 letters)', 12, async () => {
      await page.keyboard.press('c')
      await page.keyboard.type('Winterings')
      await page.keyboard.press('Enter')
      await coded()
    }),
  )

  await selectWords(page, 'a hut, a stove')
  expectCalm(
    await gates.hold('T3 in vivo', 1, async () => {
      await page.keyboard.press('i')
      await coded()
    }),
  )

  await page.keyboard.press('p')
  await page.keyboard.type('resp')
  await page.keyboard.press('Enter')
  await expect(page.locator('.reader-strip')).toContainText('Text marker: Responsibilisation')
  expectCalm(
    await gates.hold('T1d three passages with the text marker', 3, async () => {
      for (const words of ['a sergeant', 'opened a drawer', 'the number of sheep']) {
        await selectWords(page, words)
        await coded()
      }
    }),
  )
  await page.keyboard.press('Escape')
  await expect(page.locator('.reader-strip')).toHaveCount(0)

  await gates.hold('T10 recover from a wrong code', 1, async () => {
    await page.keyboard.press('ControlOrMeta+z')
    await expect.poll(() => total(page)).toBe(before + made - 1)
  })
  console.log(`\n${gates.table()}`)
})

test('segments are listed, opened, extended and commented within their gates', async ({ page, postil }) => {
  const gates = await Gates.on(page)
  await page.goto(await postil.start(postil.sample()))
  await expect(page.locator('[data-place="codes"]').getByText('Win-win')).toBeVisible()

  await gates.hold('T4 list a code, open the first in context', 2, async () => {
    await page.getByLabel(/^\d+ segments of Win-win$/).click()
    await expect(page.locator('[data-place="segments"]')).toBeVisible()
    await expect(page.locator('[data-place="segments"]')).toContainText('Win-win')
    await page.keyboard.press('Enter')
    await expect(page.locator('.margin-bar[aria-pressed="true"]').first()).toBeVisible()
  })

  const bar = page.locator('.margin-bar[aria-pressed="true"]').first()
  const id = await bar.getAttribute('data-bar')
  const rowOf = async () => {
    const { rows } = await ask<{ rows: (Rows['rows'][number] & { codingId: string })[] }>(
      page,
      'segments.list',
    )
    return rows.find(({ codingId }) => codingId === id)!
  }
  const was = await rowOf()
  await page.keyboard.press('Escape')
  await gates.hold('T7 extend a segment by a sentence', 4, async () => {
    const box = await page.locator(`[data-bar="${id}"]`).boundingBox()
    await page.mouse.click(box!.x + 2, box!.y + box!.height / 2)
    await page.keyboard.press('Shift+ArrowDown')
    await expect.poll(async () => (await rowOf()).end).toBeGreaterThan(was.end)
  })

  const note = 'echoes the Dalmere 2'
  await gates.hold('T8 a comment of 20 letters', note.length + 2, async () => {
    await page.keyboard.press('n')
    await page.keyboard.type(note)
    await page.keyboard.press('Escape')
    await expect.poll(async () => (await rowOf()).comment).toContain(note)
  })
  console.log(`\n${gates.table()}`)
})

test('from nothing to the first code, and from twenty files to reading', async ({ page, postil }) => {
  const gates = await Gates.on(page)
  await page.goto(await postil.start())
  await gates.hold('T9 first code from a cold start, by mouse', 6, async () => {
    await page.getByRole('button', { name: 'Open the sample project' }).first().click()
    await page.locator('[data-place="documents"]').getByText(DOCUMENT).first().click()
    await expect(page.getByText('I should like to begin with an exercise book.')).toBeVisible()
    const before = await total(page)
    await selectWords(page, 'an exercise book')
    await page.locator('.selection-bar').getByRole('button', { name: 'Code' }).click()
    await page.locator('.picker [role="option"]').first().click()
    await expect.poll(() => total(page)).toBe(before + 1)
  })

  const papers = Array.from({ length: 20 }, (_, n) => ({
    name: `paper-${n + 1}.pdf`,
    bytes: Buffer.from(
      pdfFile([[{ text: `Paper ${n + 1} on shared responsibility`, x: 72, y: 90 }]]),
    ).toString('base64'),
  }))
  await gates.hold('T11 twenty PDFs dropped, the first is read', 1, async () => {
    await page.evaluate(given => {
      const carried = new DataTransfer()
      for (const { name, bytes } of given) {
        const data = Uint8Array.from(atob(bytes), character => character.charCodeAt(0))
        carried.items.add(new File([data], name, { type: 'application/pdf' }))
      }
      const at = document.querySelector('main')!
      for (const type of ['dragenter', 'dragover', 'drop'])
        at.dispatchEvent(
          new DragEvent(type, { dataTransfer: carried, bubbles: true, cancelable: true, composed: true }),
        )
    }, papers)
    // two are read at a time: whichever is there first is opened
    await expect(page.locator('.reader-text')).toContainText(/Paper \d+ on shared responsibility/)
  })
  await expect.poll(async () => (await ask<unknown[]>(page, 'documents.list')).length).toBe(32)
  console.log(`\n${gates.table()}`)
})
