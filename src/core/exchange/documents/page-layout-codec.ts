import { deflateSync, inflateSync } from 'node:zlib'
import type { Furniture, PageLayout, PageRun } from '../../../shared/model/page-layout.ts'

/** start, length, x, y, width, height, turn and flags, then the steps from stop to stop. */
type PackedRun = readonly [number, number, number, number, number, number, number, readonly number[]]
type PackedFurniture = readonly [string, number, number, number, number]

interface Packed {
  readonly runs: readonly PackedRun[]
  readonly furniture: readonly PackedFurniture[]
}

const VERTICAL = 4
const RTL = 8

/** A page as it is kept: steps instead of stops, no names, compressed (zlib's own checksum guards it). */
export function packLayout({ runs, furniture }: PageLayout): Uint8Array {
  const packed: Packed = {
    runs: runs.map(packRun),
    furniture: furniture.map(({ text, x, y, width, height }) => [text, x, y, width, height]),
  }
  return deflateSync(JSON.stringify([packed.runs, packed.furniture]), { level: 4 })
}

export function unpackLayout(index: number, stored: Uint8Array): PageLayout {
  // written by packLayout
  const [runs, furniture] = JSON.parse(inflateSync(stored).toString('utf8')) as [
    Packed['runs'],
    Packed['furniture'],
  ]
  return { index, runs: runs.map(unpackRun), furniture: furniture.map(unpackFurniture) }
}

function packRun({ start, end, x, y, width, height, turn, vertical, rtl, stops }: PageRun): PackedRun {
  const flags = turn | (vertical ? VERTICAL : 0) | (rtl ? RTL : 0)
  const steps = stops.map((stop, at) => stop - (stops[at - 1] ?? 0))
  return [start, end - start, x, y, width, height, flags, steps]
}

function unpackRun([start, length, x, y, width, height, flags, steps]: PackedRun): PageRun {
  let stop = 0
  return {
    start,
    end: start + length,
    x,
    y,
    width,
    height,
    turn: (flags & 3) as PageRun['turn'],
    vertical: (flags & VERTICAL) !== 0,
    rtl: (flags & RTL) !== 0,
    stops: steps.map(step => {
      stop += step
      return stop
    }),
  }
}

const unpackFurniture = ([text, x, y, width, height]: PackedFurniture): Furniture => ({
  text,
  x,
  y,
  width,
  height,
})
