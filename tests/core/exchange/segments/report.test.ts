import { describe, expect, it } from 'vitest'
import type { ListedForExport } from '../../../../src/core/exchange/segments/listed.ts'
import { segmentsReport } from '../../../../src/core/exchange/segments/report.ts'
import { htmlReport } from '../../../../src/core/exchange/segments/report-html.ts'
import { markdownReport } from '../../../../src/core/exchange/segments/report-markdown.ts'
import type { SegmentRow } from '../../../../src/shared/contract/segments.ts'

const row = (given: Partial<Record<keyof SegmentRow, string>>) =>
  ({
    segmentId: 's1',
    document: 'Plan <B>',
    page: '',
    reference: '1:1',
    code: 'Frame/Win-win',
    coder: 'Ada',
    before: '',
    quote: 'a *b*\nc',
    after: '',
    comment: '',
    ...given,
  }) as unknown as SegmentRow

const listed: ListedForExport = {
  title: 'Segments',
  rows: [
    row({}),
    row({ code: 'Duty', coder: 'Eve' }),
    row({
      segmentId: 's2',
      reference: '1:2',
      code: '',
      quote: 'free',
      before: 'so ',
      after: ' ly',
      page: 'iv',
    }),
    row({ segmentId: 's3', reference: '1:3', comment: '1. why?' }),
  ],
  sections: [
    { title: 'One', count: 3 },
    { title: 'Two', count: 1 },
  ],
  notes: [{ name: 'Rows', value: '4' }],
  byGroup: false,
  hasContext: true,
}

describe('a list of segments as a text to read', () => {
  const report = segmentsReport(listed, 'Study')

  it('puts the codes of one segment under one quotation', () => {
    const sections = [...report.sections].map(({ quotations }) => [...quotations])
    expect(sections.map(({ length }) => length)).toEqual([2, 1])
    expect(sections[0]![0]).toMatchObject({
      place: 'Plan <B>, 1:1',
      codes: ['Frame › Win-win', 'Duty'],
      coders: ['Ada', 'Eve'],
    })
    expect(sections[0]![1]).toMatchObject({ place: 'Plan <B>, p. iv, 1:2', codes: [] })
  })

  it('is Markdown in which no word of the text is markup', () => {
    expect([...markdownReport(report)].join('')).toBe(`# Study: Segments

## One

> a \\*b\\*
>
> c
>
> — Plan \\<B\\>, 1:1 · Frame › Win-win; Duty · Ada, Eve

> so **free** ly
>
> — Plan \\<B\\>, p. iv, 1:2 · no code · Ada

## Two

> a \\*b\\*
>
> c
>
> — Plan \\<B\\>, 1:3 · Frame › Win-win · Ada

\\1. why?

---

- Rows: 4
`)
  })

  it('is HTML in which no word of the text is markup, with the passage marked in its context', () => {
    const html = [...htmlReport(report)].join('')
    expect(html).toContain('<h2 dir="auto">One</h2>')
    expect(html).toContain('<blockquote dir="auto">so <mark>free</mark> ly</blockquote>')
    expect(html).toContain('Plan &lt;B&gt;, 1:1 · Frame › Win-win; Duty · Ada, Eve')
    expect(html).toContain('<p class="comment" dir="auto">1. why?</p>')
    expect(html).not.toMatch(/<B>|<script|https?:/)
  })
})
