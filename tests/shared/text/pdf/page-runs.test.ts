import { describe, expect, it } from 'vitest'
import type { PdfItem } from '../../../../src/shared/text/pdf/model.ts'
import { pageRuns } from '../../../../src/shared/text/pdf/page-runs.ts'
import { item } from '../../../support/laid-out.ts'

const PAGE = { width: 400, height: 600 }
const NO_FONTS = () => null
const part = (drawn: PdfItem, from = 0, length = drawn.text.trim().length, keepsEnd = false) =>
  pageRuns({ item: drawn, from, length, start: 100, keepsEnd }, NO_FONTS, PAGE)

describe('pageRuns', () => {
  it('gives a run its box and where each character begins', () => {
    const [run] = part(item('ab', 50, 100, { width: 10 }))
    expect(run).toMatchObject({
      start: 100,
      end: 102,
      x: 50,
      width: 10,
      turn: 0,
      vertical: false,
      rtl: false,
    })
    expect(run?.stops).toEqual([0, 50, 100])
    expect([run?.y, run?.height]).toEqual([92, 10])
  })

  it('goes by the ascent and descent of the font, within reason', () => {
    const fonts = (ascent: number, descent: number) => () => ({
      ascent,
      descent,
      widths: new Map(),
      longest: 1,
    })
    const heights = [fonts(0.9, -0.3), fonts(0, 0), fonts(3, -2), fonts(Number.NaN, Number.NaN)].map(font => {
      const one = item('ab', 50, 100)
      const [run] = pageRuns({ item: one, from: 0, length: 2, start: 0, keepsEnd: false }, font, PAGE)
      return [run?.y, run?.height]
    })
    expect(heights).toEqual([
      [91, 12],
      [92, 10],
      [89.5, 14.5],
      [92, 10],
    ])
  })

  it('leaves out blanks around the text, and parts that are no part of it', () => {
    const [run] = part(item(' ab ', 50, 100, { width: 15 }), 0, 2)
    expect([run?.x, run?.width]).toEqual([52.5, 10])
    const [tail] = part(item('12 ab', 50, 100, { width: 22.5 }), 3, 2)
    expect([tail?.x, tail?.width, tail?.start, tail?.end]).toEqual([62.5, 10, 100, 102])
  })

  it('keeps a dropped hyphen in the box, but not among the characters', () => {
    const [run] = part(item('aaa-', 50, 100, { width: 18 }), 0, 3, true)
    expect([run?.end, run?.width, run?.stops.length]).toEqual([103, 18, 4])
    expect(run?.stops.at(-1)).toBeLessThan(180)
  })

  it('shares the print of a ligature between its letters', () => {
    const [run] = part(item('ﬁa', 50, 100, { width: 10 }), 0, 3)
    expect(run?.stops).toEqual([0, 25, 50, 100])
  })

  it('lays Arabic from the right, and the number in it from the left', () => {
    const runs = part({ ...item('عع 12', 50, 100, { width: 40 }), rtl: true })
    expect(runs.map(({ start, end, rtl }) => [start, end, rtl])).toEqual([
      [100, 103, true],
      [103, 105, false],
    ])
    const [letters, number] = runs
    expect((letters?.x ?? 0) + (letters?.width ?? 0)).toBeCloseTo(90)
    expect(number?.x).toBeCloseTo(50)
    expect((number?.x ?? 0) + (number?.width ?? 0)).toBeCloseTo(letters?.x ?? 0, 1)
  })

  it('follows baselines that are turned, and vertical ones', () => {
    const boxes = ([1, 2, 3] as const).map(turn => {
      const [run] = part({ ...item('ab', 100, 300, { width: 20 }), turn })
      return [run?.x, run?.y, run?.width, run?.height]
    })
    expect(boxes).toEqual([
      [98, 300, 10, 20],
      [80, 298, 20, 10],
      [92, 280, 10, 20],
    ])
    const [down] = part({ ...item('漢字', 100, 300, { width: 20 }), vertical: true })
    expect([down?.x, down?.y, down?.width, down?.height, down?.stops]).toEqual([
      95,
      300,
      10,
      20,
      [0, 100, 200],
    ])
  })

  it('never reaches beyond the page', () => {
    const [run] = part(item('ab', 395, 598, { width: 10 }))
    expect([run?.x, run?.width, run?.y, run?.height]).toEqual([395, 5, 590, 10])
  })
})
