import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { mapCharacters } from '../../../../src/shared/text/anchoring/character-map.ts'
import { mapSpan } from '../../../../src/shared/text/anchoring/mapped-span.ts'
import { reAnchoring } from '../../../../src/shared/text/anchoring/re-anchor.ts'
import { NOT_HERE, sharedData } from '../../../support/shared-data.ts'

interface Edit {
  readonly from: number
  readonly to: number
  readonly insert: string
}
interface Case {
  readonly id: string
  readonly kind: string
  readonly input: {
    readonly text: string
    readonly quote: string
    readonly context: { readonly prefix?: string; readonly suffix?: string; readonly hint?: number }
    readonly edits: readonly Edit[]
    readonly range: readonly [number, number]
  }
  readonly expected: { start: number; end: number; status: string; matched: string } | null
}

const folder = sharedData()
const casesOf = (name: string, kind: string): Case[] =>
  folder === null
    ? []
    : (JSON.parse(readFileSync(join(folder, 'oracles', name), 'utf8')) as { cases: Case[] }).cases.filter(
        one => one.kind === kind,
      )

function edited(text: string, edits: readonly Edit[]): string {
  let at = 0
  const parts = edits.flatMap(({ from, to, insert }) => {
    const part = [text.slice(at, from), insert]
    at = to
    return part
  })
  return [...parts, text.slice(at)].join('')
}

describe.skipIf(folder === null)(
  `published cases of anchoring${folder === null ? ` (${NOT_HERE})` : ''}`,
  () => {
    it.each(casesOf('32_position_mapping.json', 'map_range'))(
      'maps as it is agreed: $id',
      ({ input, expected }) => {
        const { text, edits, range } = input
        const to = edited(text, edits)
        const found = mapSpan(mapCharacters(text, to), to, { start: range[0], end: range[1] })
        if (expected?.status === 'deleted') expect(found).toBeNull()
        else expect(found).toMatchObject({ start: expected?.start, end: expected?.end })
      },
    )

    const quotes = casesOf('30_text_anchor.json', 'match_quote')
    it.each(quotes.filter(({ input, expected }) => expected?.matched === input.quote))(
      'finds the words where Hypothesis finds them: $id',
      ({ input, expected }) => {
        expect(find(input)).toMatchObject({ start: expected?.start, end: expected?.end })
      },
    )

    it.each(quotes.filter(({ expected }) => expected === null))(
      'never answers for sure: $id',
      ({ input }) => {
        expect(find(input).state).not.toBe('moved')
      },
    )
  },
)

const find = ({ text, quote, context }: Case['input']) =>
  reAnchoring('', text).quote({
    exact: quote,
    before: context.prefix ?? '',
    after: context.suffix ?? '',
    place: text === '' ? 0 : (context.hint ?? 0) / text.length,
  })
