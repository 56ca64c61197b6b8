import { ask, expect, selectWords, test } from './postil.ts'

test('the program is killed while coding and nothing acknowledged is lost', async ({
  page,
  postil,
  errors,
}) => {
  const path = postil.sample()
  await page.goto(await postil.start(path))
  await page.getByRole('button', { name: /Open “/ }).click()
  const before = await ask<{ total: number }>(page, 'segments.list')
  await selectWords(page, 'the')
  await page.keyboard.press('c')
  await page.keyboard.type('Made before the power cut')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: /Made before the power cut/ }).first()).toBeVisible()
  // a burst of codings, and the kill in the middle of it: what was answered must be there
  const documents = await ask<{ id: string }[]>(page, 'documents.list')
  const codes = await ask<{ id: string; codable: boolean }[]>(page, 'codes.list')
  const codeId = codes.find(({ codable }) => codable)!.id
  const acknowledged: string[] = []
  const burst = page.evaluate(
    async ([documentId, codeId]) => {
      const done: string[] = []
      for (let start = 0; start < 3000; start += 10) {
        try {
          const response = await fetch('/call/segments.apply', {
            method: 'POST',
            headers: { 'Content-Type': 'application/json' },
            body: JSON.stringify({ documentId, span: { start, end: start + 7 }, codeIds: [codeId] }),
          })
          const reply = await response.json()
          if (reply.ok) done.push(reply.value.segmentId)
        } catch {
          return done // the host is gone: the power cut of this story
        }
      }
      return done
    },
    [documents[0]!.id, codeId] as const,
  )
  await new Promise(resolve => setTimeout(resolve, 400))
  await postil.kill()
  acknowledged.push(...(await burst))
  errors.length = 0 // refused connections after the kill are what this story is about
  expect(acknowledged.length).toBeGreaterThan(0)

  await page.goto(await postil.start(path))
  const segments = await ask<{ id: string }[]>(page, 'segments.ofDocument', { documentId: documents[0]!.id })
  const there = new Set(segments.map(({ id }) => id))
  expect(acknowledged.filter(id => !there.has(id))).toEqual([])
  expect((await ask<{ total: number }>(page, 'segments.list')).total).toBeGreaterThan(before.total)
  expect(await ask(page, 'project.check')).toMatchObject({ sound: true, findings: [] })
  errors.length = 0
})
