// @vitest-environment node
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { unpackLayout } from '../../../../src/core/exchange/documents/page-layout-codec.ts'
import { axisOf, edgeAt, type Point, stretchOf } from '../../../../src/renderer/reader/pdf-view/axis.ts'
import { boxesOf } from '../../../../src/renderer/reader/pdf-view/boxes.ts'
import { hitAt } from '../../../../src/renderer/reader/pdf-view/hit.ts'
import { linesOf } from '../../../../src/renderer/reader/pdf-view/lines.ts'
import type { PageRun } from '../../../../src/shared/model/page-layout.ts'
import { readAs } from '../../../support/read-documents.ts'
import { NOT_HERE, sharedData, sharedFile } from '../../../support/shared-data.ts'

const SELECTIONS = 200
/** thousandths of a point, and what rounding to tenths of a point does to edges */
const GIVE = 0.06

function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const known = new Map<string, ReturnType<typeof readPages>>()

/** Each file is read once, for both of the laws. */
function pagesOf(path: string): ReturnType<typeof readPages> {
  const reading = known.get(path) ?? readPages(path)
  known.set(path, reading)
  return reading
}

async function readPages(path: string) {
  const read = await readAs(path, sharedFile(join('corpus', path)))
  const pages = (read.printed?.layouts ?? []).map((packed, index) => {
    const { runs } = unpackLayout(index, packed)
    return { runs, lines: linesOf(runs) }
  })
  return { text: read.text, pages }
}

const files = (folder: string): string[] => {
  const data = sharedData()
  if (data === null) return []
  return readdirSync(join(data, 'corpus', folder), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.pdf') && !/password|saslprep|fuzzed|merged|GPO/.test(name))
    .map(name => join(folder, name))
}

describe.skipIf(sharedData() === null)(`selections on the page (else ${NOT_HERE})`, () => {
  it.each(files('share'))('%s: what is selected is covered, and nothing else', async path => {
    const { text, pages } = await pagesOf(path)
    const next = random(path.length * 7919)
    const runs = pages.flatMap(page => page.runs)
    if (runs.length === 0) return
    for (let count = 0; count < SELECTIONS; count++) {
      const start = Math.floor(next() * text.length)
      const end = Math.min(text.length, start + 1 + Math.floor(next() ** 3 * 3000))
      for (const { runs, lines } of pages) checkCover(runs, boxesOf(lines, { start, end }), { start, end })
    }
  })

  it.each(files('share'))('%s: a point on a character means its edges', async path => {
    const { pages } = await pagesOf(path)
    const next = random(path.length * 104_729)
    const usable = pages.filter(({ runs }) => runs.length > 0)
    let missed = 0
    let asked = 0
    for (let count = 0; count < SELECTIONS && usable.length > 0; count++) {
      const { runs, lines } = usable[Math.floor(next() * usable.length)]!
      const run = runs[Math.floor(next() * runs.length)]!
      const offset = run.start + Math.floor(next() * (run.end - run.start))
      const [from, to] = [edgeAt(run, offset), edgeAt(run, offset + 1)]
      if (Math.abs(to - from) < 1) continue
      asked++
      const before = hitAt(lines, pointIn(run, from + (to - from) * 0.2), null)?.offset
      const after = hitAt(lines, pointIn(run, from + (to - from) * 0.8), null)?.offset
      if (before !== offset || after !== offset + 1) missed++
    }
    // text printed over text (shadows, stamps) has two answers
    expect(missed).toBeLessThanOrEqual(Math.ceil(asked * 0.02))
  })
})

function pointIn(run: PageRun, along: number): Point {
  const { isDown } = axisOf(run)
  return isDown ? { x: run.x + run.width / 2, y: along } : { x: along, y: run.y + run.height / 2 }
}

type Boxes = ReturnType<typeof boxesOf>

/** Every character meant lies in a box of its line; no other has its middle in one. */
function checkCover(
  runs: readonly PageRun[],
  boxes: Boxes,
  { start, end }: { start: number; end: number },
): void {
  for (const run of runs) {
    const own = boxes.filter(({ line }) => line.runs.includes(run))
    if (own.length === 0 && (run.end <= start || run.start >= end)) continue
    const { isDown } = axisOf(run)
    for (let at = run.start; at < run.end; at++) {
      const { from, to } = stretchOf(run, { start: at, end: at + 1 })
      if (to - from < 0.2) continue
      const isIn = at >= start && at < end
      const covered = own.some(({ x, y, width, height }) => {
        const [low, high] = isDown ? [y, y + height] : [x, x + width]
        const middle = (from + to) / 2
        return isIn ? low <= from + GIVE && high >= to - GIVE : low < middle && middle < high
      })
      if (covered !== isIn)
        expect.fail(
          `${isIn ? 'not covered' : 'covered'}: ${at} of ${start}–${end} in run ${run.start}–${run.end}`,
        )
    }
  }
}
