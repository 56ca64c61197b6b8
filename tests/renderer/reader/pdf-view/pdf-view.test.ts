import { beforeEach, describe, expect, it } from 'vitest'
import type { PagePainter } from '../../../../src/renderer/reader/pdf-view/painter.ts'
import { PdfView } from '../../../../src/renderer/reader/pdf-view/pdf-view.ts'
import { createUnits } from '../../../../src/renderer/reader/units.ts'
import type { DocumentView } from '../../../../src/renderer/reader/view.ts'
import type { PageLayout } from '../../../../src/shared/model/page-layout.ts'
import { emptyStructure } from '../../../../src/shared/model/structure.ts'
import { run } from './runs.ts'

const TEXT = 'One word.\n\nTwo words here.\n\nOn the next page.'
const LINES = [
  [0, 9],
  [11, 15],
  [28, 17],
] as const

const layouts: PageLayout[] = [
  {
    index: 0,
    furniture: [{ text: 'Head', x: 0, y: 0, width: 40, height: 10 }],
    runs: [run(...LINES[0], { x: 20, y: 40 }), run(...LINES[1], { x: 20, y: 60 })],
  },
  { index: 1, furniture: [], runs: [run(...LINES[2], { x: 20, y: 40 })] },
]
const pages = [
  { index: 0, label: 'i', width: 600, height: 800, start: 0, end: 26 },
  { index: 1, label: 'ii', width: 600, height: 800, start: 28, end: 45 },
]

const painter: PagePainter = {
  draw: () => Promise.resolve(),
  links: () => Promise.resolve([]),
  outline: () => Promise.resolve([]),
  release: () => undefined,
  close: () => undefined,
}

const structure = {
  ...emptyStructure(),
  blocks: LINES.map(([start, length]) => ({ kind: 'paragraph' as const, start, end: start + length })),
}

async function mounted() {
  document.body.replaceChildren()
  const scroller = document.createElement('div')
  const host = document.createElement('div')
  scroller.append(host)
  document.body.append(scroller)
  for (const [name, value] of [
    ['clientWidth', 900],
    ['clientHeight', 700],
  ] as const)
    Object.defineProperty(scroller, name, { value })
  const view = new PdfView({
    text: TEXT,
    structure,
    units: createUnits(TEXT, structure),
    label: 'Report',
    pages,
    load: (from, to) => Promise.resolve(layouts.slice(from, to)),
    open: () => Promise.resolve(painter),
    looks: { mode: 'continuous', zoom: 1, turn: 0, isDark: false, side: 'closed' },
    leave: () => undefined,
  })
  const stop = view.mount(scroller, host)
  await expect.poll(() => view.element.querySelectorAll('.pdf-run').length).toBeGreaterThan(0)
  return { view, stop, host }
}

describe('printed pages as a view of a document', () => {
  let view: DocumentView
  let stop: () => void
  beforeEach(async () => {
    ;({ view, stop } = await mounted())
  })

  it('hold the text in its order, its paragraphs, and what is printed on every page besides', () => {
    expect(view.element.getAttribute('role')).toBe('document')
    const [first] = view.element.querySelectorAll('.pdf-page')
    expect(first?.getAttribute('aria-label')).toBe('Page i (1 of 2)')
    expect([...first!.querySelectorAll('.pdf-run')].map(one => one.textContent)).toEqual([
      'One word.',
      'Two words here.',
    ])
    expect(first?.querySelectorAll('[role="paragraph"]')).toHaveLength(2)
    expect(first?.querySelector('.pdf-furniture')?.textContent).toBe('Head')
  })

  it('say where a passage is, and which place a point means: there and back is the same', () => {
    const [box] = view.rectsOf({ start: 0, end: 3 })
    expect(box?.width).toBeCloseTo((15 * 96) / 72)
    for (const offset of [0, 4, 9, 11, 20]) {
      const caret = view.caretRect(offset)!
      expect(view.offsetAt(caret.left, caret.top + caret.height / 2)).toBe(offset)
    }
  })

  it('paint layers from boxes, each as one path, and take them off', () => {
    view.paint('coded', { style: 'coded', spansIn: () => [{ start: 0, end: 20 }] })
    const area = view.element.querySelector('.pdf-paint-coded.pdf-paint-area')
    expect(area?.getAttribute('d')).toBe('M20 40h45v10h-45zM20 60h45v10h-45z')
    view.paint('coded', null)
    expect(view.element.querySelector('.pdf-paint-coded')).toBeNull()
  })

  it('select, tell who listens, and describe paragraphs', () => {
    view.select({ start: 4, end: 8 })
    expect(view.selection()).toEqual({ start: 4, end: 8 })
    expect(view.caret()).toBe(8)
    expect(view.element.querySelector('.pdf-paint-selection')).not.toBeNull()
    view.placeCaret(11)
    expect(view.selection()).toBeNull()
    expect(view.element.querySelector('.pdf-paint-selection')).toBeNull()
    view.describe(({ start }) => (start === 11 ? '1 code: Words' : ''))
    const [first, second] = view.element.querySelectorAll('.pdf-block')
    expect(first?.getAttribute('aria-description')).toBeNull()
    expect(second?.getAttribute('aria-description')).toBe('1 code: Words')
  })

  it('move the caret by keys, over the end of a page too', () => {
    const heard: string[] = []
    view.onSelect(mover => heard.push(mover))
    view.focus()
    view.placeCaret(0)
    const press = (key: string, more: KeyboardEventInit = {}) =>
      view.element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...more }))
    press('ArrowRight')
    expect(view.caret()).toBe(1)
    press('ArrowDown')
    expect(view.caret()).toBe(12)
    press('ArrowDown')
    expect(view.caret()).toBe(29)
    press('ArrowUp')
    press('End', { shiftKey: true })
    expect(view.selection()).toEqual({ start: 12, end: 26 })
    press('Home', { ctrlKey: true })
    expect(view.caret()).toBe(0)
    press('a', { ctrlKey: true })
    expect(view.selection()).toEqual({ start: 0, end: TEXT.length })
    expect(new Set(heard)).toEqual(new Set(['keys']))
  })

  it('offer areas a place: the page at a point, the box of an area, an overlay that comes and goes', () => {
    const pdf = view as PdfView
    const area = { page: 0, x: 60, y: 80, width: 120, height: 40 }
    const box = pdf.boxOf(area)!
    expect(box.width).toBeCloseTo(160)
    expect(pdf.pageAt(box.left, box.top)).toMatchObject({ page: 0, x: 60, y: 80 })
    expect(pdf.pageAt(-50, 80)).toBeNull()
    const there = new Set<number>()
    const take = pdf.overlay(page => {
      there.add(page)
      return () => there.delete(page)
    })
    expect(there.has(0)).toBe(true)
    take()
    expect(there.size).toBe(0)
    pdf.overlay(page => {
      there.add(page)
      return () => there.delete(page)
    })
    stop()
    expect(there.size).toBe(0)
  })
})
