import { describe, expect, it } from 'vitest'
import { edgeAt, offsetNear, stretchOf } from '../../../../src/renderer/reader/pdf-view/axis.ts'
import { boxesOf } from '../../../../src/renderer/reader/pdf-view/boxes.ts'
import { caretBox, lineAt } from '../../../../src/renderer/reader/pdf-view/caret-box.ts'
import { hitAt } from '../../../../src/renderer/reader/pdf-view/hit.ts'
import { linesOf } from '../../../../src/renderer/reader/pdf-view/lines.ts'
import { run } from './runs.ts'

const plain = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }) => [
  x,
  y,
  width,
  height,
]

describe('the way a run is read', () => {
  it('goes from the edge where reading begins, whichever way it is written and turned', () => {
    const edges = (look: Parameters<typeof run>[2]) => {
      const one = run(10, 4, look)
      return [edgeAt(one, 10), edgeAt(one, 12), edgeAt(one, 14)]
    }
    expect(edges({ x: 100 })).toEqual([100, 110, 120])
    expect(edges({ x: 100, rtl: true })).toEqual([120, 110, 100])
    expect(edges({ y: 50, turn: 1, width: 10, height: 20 })).toEqual([50, 60, 70])
    expect(edges({ x: 100, turn: 2 })).toEqual([120, 110, 100])
    expect(edges({ y: 50, turn: 3, width: 10, height: 20 })).toEqual([70, 60, 50])
    expect(edges({ y: 50, vertical: true, width: 10, height: 20 })).toEqual([50, 60, 70])
  })

  it('finds the edge nearest to a place', () => {
    const one = run(10, 4, { x: 100 })
    expect([90, 102, 103, 111, 500].map(at => offsetNear(one, at))).toEqual([10, 10, 11, 12, 14])
    const back = run(10, 4, { x: 100, rtl: true })
    expect([90, 118, 500].map(at => offsetNear(back, at))).toEqual([14, 10, 10])
  })

  it('takes a part of it from the smaller to the larger coordinate', () => {
    expect(stretchOf(run(10, 4, { x: 100, rtl: true }), { start: 11, end: 13 })).toEqual({
      from: 105,
      to: 115,
    })
  })
})

describe('lines of a page', () => {
  it('joins runs that read on, also raised ones, and keeps cells and columns apart', () => {
    const lines = linesOf([
      run(0, 4, { x: 0 }),
      run(5, 4, { x: 25 }),
      // a note's sign
      run(9, 1, { x: 46, y: -2, height: 6 }),
      run(11, 4, { x: 200 }),
    ])
    expect(lines.map(({ start, end }) => [start, end])).toEqual([
      [0, 10],
      [11, 15],
    ])
    expect(plain(lines[0]!)).toEqual([0, -2, 51, 12])
  })

  it('begins a column where the text goes up again', () => {
    const lines = linesOf([
      run(0, 60, { x: 0, y: 0 }),
      run(61, 20, { x: 0, y: 20 }),
      run(82, 5, { x: 0, y: 32 }),
      run(90, 20, { x: 150, y: 20 }),
      run(111, 20, { x: 150, y: 32 }),
    ])
    expect(lines.map(({ column }) => column)).toEqual([0, 0, 0, 1, 1])
  })

  it('keeps the cells of a row in one column', () => {
    const lines = linesOf([
      run(0, 4, { x: 0 }),
      run(5, 4, { x: 150 }),
      run(10, 4, { x: 0, y: 14 }),
      run(15, 4, { x: 150, y: 14 }),
    ])
    expect(lines.map(({ column }) => column)).toEqual([0, 0, 0, 0])
  })
})

describe('boxes of a passage', () => {
  it('have no hole between words and runs, and the height of their line', () => {
    const lines = linesOf([run(0, 4, { x: 0 }), run(5, 4, { x: 28 }), run(9, 1, { x: 49, y: -3, height: 6 })])
    const boxes = boxesOf(lines, { start: 2, end: 10 })
    expect(boxes.map(plain)).toEqual([[10, -3, 44, 13]])
  })

  it('are two where writing of both directions meets and what lies between is not meant', () => {
    // seen: abcd ZYXW efgh
    const lines = linesOf([run(0, 4, { x: 0 }), run(5, 4, { x: 25, rtl: true }), run(10, 4, { x: 50 })])
    expect(boxesOf(lines, { start: 2, end: 7 }).map(({ x, width }) => [x, x + width])).toEqual([
      [10, 20],
      [35, 45],
    ])
    expect(boxesOf(lines, { start: 2, end: 12 }).map(({ x, width }) => [x, x + width])).toEqual([[10, 60]])
  })

  it('are none for nothing', () => {
    expect(boxesOf(linesOf([run(0, 4)]), { start: 2, end: 2 })).toEqual([])
  })
})

describe('the caret', () => {
  const lines = linesOf([run(0, 4, { x: 0 }), run(5, 4, { x: 0, y: 14 })])
  it('stands before the character after it, and at the end of what has none', () => {
    const at = (offset: number) => {
      const box = caretBox(lineAt(lines, offset)!, offset)!
      return [box.x, box.y]
    }
    expect(at(2)).toEqual([10, 0])
    expect(at(4)).toEqual([20, 0])
    expect(at(5)).toEqual([0, 14])
    expect(at(9)).toEqual([20, 14])
    expect(caretBox(lineAt(lines, 5)!, 5)).toMatchObject({ width: 0, height: 10 })
  })

  it('lies across lines that are read downwards', () => {
    const down = linesOf([run(0, 4, { x: 90, y: 0, width: 10, height: 20, vertical: true })])
    expect(caretBox(down[0]!, 2)).toEqual({ x: 90, y: 10, width: 10, height: 0 })
  })
})

describe('what a point means', () => {
  // a heading over two columns; the left one ends lower
  const lines = linesOf([
    run(0, 60, { x: 0, y: 0 }),
    run(61, 20, { x: 0, y: 20 }),
    run(82, 5, { x: 0, y: 32 }),
    run(88, 20, { x: 0, y: 52 }),
    run(110, 20, { x: 150, y: 20 }),
    run(131, 20, { x: 150, y: 32 }),
  ])
  const left = lines[1]!.column
  const right = lines.at(-1)!.column
  const at = (x: number, y: number, column: number | null = null) => hitAt(lines, { x, y }, column)?.offset

  it('is the line that it is on', () => {
    expect(at(52, 25)).toBe(71)
    expect(at(200, 37)).toBe(141)
    expect(at(200, 37, left)).toBe(141)
  })

  it('stays in the column one was in where it is on no line', () => {
    expect(at(125, 25, left)).toBe(81)
    expect(at(148, 25, left)).toBe(81)
    expect(at(148, 25, right)).toBe(110)
    // right of a short line, and below the end of the column
    expect(at(80, 37, left)).toBe(87)
    expect(at(200, 300, left)).toBe(108)
    expect(at(-50, -50, right)).toBe(110)
  })

  it('is the nearer column where one comes from nowhere', () => {
    expect(at(120, 24)).toBe(81)
    expect(at(149, 45)).toBe(131)
    expect(at(200, 60)).toBe(141)
  })
})
