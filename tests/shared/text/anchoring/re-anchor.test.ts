import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { snapDown, snapUp } from '../../../../src/shared/text/anchoring/quote.ts'
import { reAnchoring } from '../../../../src/shared/text/anchoring/re-anchor.ts'
import { readsTheSame } from '../../../../src/shared/text/anchoring/same-words.ts'
import '../../../support/laws.ts'

const OLD = `The policy begins in 2019. Officers must ask for the reason of every journey.
Families are heard together. A child is never heard alone.
Appeals are lodged within ten days. The court decides in writing.
Yes.
Nothing in this chapter limits the rights of the applicant.
Yes.`

function place(from: string, to: string, words: string, nth = 0) {
  let start = from.indexOf(words)
  for (let i = 0; i < nth; i++) start = from.indexOf(words, start + 1)
  expect(start).toBeGreaterThanOrEqual(0)
  const found = reAnchoring(from, to).span(start, start + words.length)
  return { ...found, words: found.state === 'lost' ? null : to.slice(found.start, found.end) }
}

describe('finding passages in another version of a text', () => {
  it('leaves everything where it is if nothing changed', () => {
    expect(place(OLD, OLD, 'Yes.', 1)).toMatchObject({
      state: 'moved',
      start: OLD.lastIndexOf('Yes.'),
      score: 1,
    })
  })

  it('follows words behind something put in', () => {
    const to = OLD.replace('Families', 'Adults are heard first. Families')
    expect(place(OLD, to, 'A child is never heard alone.')).toMatchObject({
      state: 'moved',
      words: 'A child is never heard alone.',
    })
  })

  it('keeps twins apart: each short answer stays with its neighbours', () => {
    const to = `A new beginning.\n${OLD}`
    expect(place(OLD, to, 'Yes.', 0)).toMatchObject({ state: 'moved', start: to.indexOf('Yes.') })
    expect(place(OLD, to, 'Yes.', 1)).toMatchObject({ state: 'moved', start: to.lastIndexOf('Yes.') })
  })

  it('takes other line ends, ligatures and soft hyphens for the same words', () => {
    const from = 'The officers are efficient in every office. They answer.'
    const to = 'The officers are\nef\uFB01cient in every of\u00ADfice. They answer.'
    expect(place(from, to, 'officers are efficient in every office')).toMatchObject({
      state: 'moved',
      words: 'officers are\nef\uFB01cient in every of\u00ADfice',
    })
  })

  it('proposes what took the place of altered words, edges included, and says that it must be seen', () => {
    const to = OLD.replace('Appeals are lodged', 'Every appeal is lodged')
    const found = place(OLD, to, 'Appeals are lodged within ten days.')
    expect(found).toMatchObject({ state: 'review', words: 'Every appeal is lodged within ten days.' })
    expect(found.score).toBeGreaterThan(0.6)
    expect(found.score).toBeLessThan(1)
  })

  it('leaves what was put in at an edge outside, and takes in what was put in inside', () => {
    const to = OLD.replace('A child is never', 'Indeed: A child is never ever')
    expect(place(OLD, to, 'A child is never heard alone.')).toMatchObject({
      state: 'review',
      words: 'A child is never ever heard alone.',
    })
  })

  it('finds a paragraph that was moved elsewhere', () => {
    const paragraph = 'Families are heard together. A child is never heard alone.\n'
    const to = `${OLD.replace(paragraph, '')}\n${paragraph}`
    expect(place(OLD, to, paragraph.trim())).toMatchObject({ state: 'moved', words: paragraph.trim() })
  })

  it('only proposes the place of a paragraph that was moved and altered', () => {
    const paragraph = 'Nothing in this chapter limits the rights of the applicant.\n'
    const to = `Nothing in the present chapter limits any rights of an applicant.\n${OLD.replace(paragraph, '')}`
    expect(place(OLD, to, paragraph.trim())).toMatchObject({
      state: 'review',
      words: 'Nothing in the present chapter limits any rights of an applicant.',
    })
  })

  it('gives up what was taken out', () => {
    const to = OLD.replace('Appeals are lodged within ten days. The court decides in writing.\n', '')
    expect(place(OLD, to, 'The court decides in writing.')).toMatchObject({ state: 'lost' })
  })

  it('gives a twin that was taken out not the place of the other', () => {
    const line = 'Nobody may be sent back to a country where harm is feared.\n'
    const from = `First part.\n${line}Middle part, of many words.\n${line}Last part.`
    const to = from.replace(line, '')
    const states = [place(from, to, line.trim(), 0), place(from, to, line.trim(), 1)]
    expect(states.filter(({ state }) => state === 'moved')).toHaveLength(1)
  })

  it('takes no passage into the middle of a character', () => {
    const found = place('one 😀 two', 'one 😁 two', '😀')
    expect(found).toMatchObject({ state: 'review', words: '😁' })
  })

  it('finds words again that have been lost before, by what stood around them', () => {
    const quote = { exact: 'Yes.', before: 'limits the rights of the applicant.\n', after: '', place: 0.99 }
    expect(reAnchoring('Something else.', OLD).quote(quote)).toMatchObject({ start: OLD.lastIndexOf('Yes.') })
  })

  it('has an answer for empty texts', () => {
    expect(reAnchoring('words', '').span(0, 5)).toMatchObject({ state: 'lost', start: 0 })
    expect(reAnchoring('', 'words').quote({ exact: 'gone', before: '', after: '', place: 0 }).state).toBe(
      'lost',
    )
  })
})

const word = fc.stringMatching(/^[a-zäöéж字😀]{1,9}$/u)
const text = fc.array(word, { minLength: 3, maxLength: 60 }).map(words => words.join(' '))
const edit = fc.record({ at: fc.nat(1000), cut: fc.nat(60), insert: fc.oneof(fc.constant(''), text) })
const spans = fc.array(fc.tuple(fc.nat(1000), fc.integer({ min: 1, max: 80 })), {
  minLength: 1,
  maxLength: 8,
})

function apply(from: string, edits: readonly { at: number; cut: number; insert: string }[]): string {
  const characters = Array.from(from)
  for (const { at, cut, insert } of edits) characters.splice(at % (characters.length + 1), cut, ...insert)
  return characters.join('')
}

describe('laws of random edits', () => {
  it('a passage is moved only onto the same words, inside the text, never into a character', () => {
    fc.assert(
      fc.property(text, fc.array(edit, { maxLength: 5 }), spans, (from, edits, spans) => {
        const to = apply(from, edits)
        const anchoring = reAnchoring(from, to)
        for (const [at, length] of spans) {
          const start = at % from.length
          const end = Math.min(from.length, start + length)
          const found = anchoring.span(start, end)
          expect(found.score).toBeLessThanOrEqual(1)
          if (found.state === 'lost') continue
          expect(found.start).toBeGreaterThanOrEqual(0)
          expect(found.end).toBeGreaterThan(found.start)
          expect(found.end).toBeLessThanOrEqual(to.length)
          if (found.state === 'moved')
            expect(readsTheSame(from.slice(start, end), to.slice(found.start, found.end))).toBe(true)
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('where no word stands twice, a moved passage is where the edits took it', () => {
    const numbered = fc
      .integer({ min: 5, max: 60 })
      .map(count => Array.from({ length: count }, (_, n) => `w${n}x`))
    const cuts = fc.array(fc.tuple(fc.nat(60), fc.nat(4), fc.nat(4)), { maxLength: 4 })
    fc.assert(
      fc.property(numbered, cuts, fc.nat(60), fc.integer({ min: 1, max: 6 }), (words, cuts, at, length) => {
        const to = cuts.reduce(
          (text, [from, cut, put], n) =>
            text.toSpliced(
              from % (text.length + 1),
              cut,
              ...Array.from({ length: put }, (_, i) => `n${n}y${i}z`),
            ),
          words,
        )
        const first = at % words.length
        const chosen = words.slice(first, first + length)
        const [from, target] = [words.join(' '), to.join(' ')]
        const start = from.indexOf(chosen[0]!)
        const found = reAnchoring(from, target).span(start, start + chosen.join(' ').length)
        const place = to.indexOf(chosen[0]!)
        const isWhole = place >= 0 && chosen.every((word, i) => to[place + i] === word)
        if (found.state === 'moved')
          expect(isWhole && target.indexOf(chosen.join(' ')) === found.start).toBe(true)
        if (chosen.every(word => !to.includes(word))) expect(found.state).not.toBe('moved')
      }),
      { numRuns: 1000 },
    )
  })

  it('without an edit nothing moves', () => {
    fc.assert(
      fc.property(text, spans, (from, spans) => {
        const anchoring = reAnchoring(from, from)
        for (const [at, length] of spans) {
          const start = snapDown(from, at % from.length)
          const end = snapUp(from, Math.min(from.length, start + length))
          expect(anchoring.span(start, end)).toMatchObject({ state: 'moved', start, end })
        }
      }),
    )
  })
})
