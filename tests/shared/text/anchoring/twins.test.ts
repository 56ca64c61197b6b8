import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readFileHere } from '../../../../src/core/reading/read-file.ts'
import { reAnchoring } from '../../../../src/shared/text/anchoring/re-anchor.ts'
import { readsTheSame } from '../../../../src/shared/text/anchoring/same-words.ts'
import { NOT_HERE, sharedData } from '../../../support/shared-data.ts'

const folder = sharedData()
const EVERY = 37
const LENGTHS = [4, 9, 25]

/** Passages of some words all over the text. */
function* passages(text: string): Iterable<{ start: number; end: number }> {
  const words = [...text.matchAll(/\S+/g)]
  for (let first = 0; first < words.length; first += EVERY) {
    for (const length of LENGTHS) {
      const last = words[Math.min(words.length - 1, first + length)]!
      yield { start: words[first]!.index, end: last.index + last[0].length }
    }
  }
}

describe.skipIf(folder === null)(`versions of one document${folder === null ? ` (${NOT_HERE})` : ''}`, () => {
  it.each([
    // printed, and scanned with the text recognised
    {
      from: 'us/US_EO14159_Protecting_American_People_Against_Invasion.pdf',
      to: 'nasty_pdf/US_EO14159_scanned_OCR_layer.pdf',
      least: 0.93,
    },
    { from: 'un/UDHR_ar.docx', to: 'un/UDHR_ar.html', least: 1 },
    // what a browser numbers by itself is printed in the other: passages across items are to be reviewed
    { from: 'un/UDHR_he.html', to: 'un/UDHR_he.pdf', least: 0.65 },
  ])('$to: passages of $from are found again, and only onto the same words', async ({ from, to, least }) => {
    const read = async (path: string) =>
      (await readFileHere(join(folder!, 'corpus/share', path), path, {})).text
    const [before, now] = [await read(from), await read(to)]
    const anchoring = reAnchoring(before, now)
    let count = 0
    let moved = 0
    let lost = 0
    for (const { start, end } of passages(before)) {
      const found = anchoring.span(start, end)
      count++
      if (found.state === 'lost') lost++
      if (found.state !== 'moved') continue
      moved++
      expect(readsTheSame(before.slice(start, end), now.slice(found.start, found.end))).toBe(true)
    }
    expect(moved / count).toBeGreaterThanOrEqual(least)
    expect(lost / count).toBeLessThanOrEqual(0.03)
  })
})
